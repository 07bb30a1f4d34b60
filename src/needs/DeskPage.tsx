import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { useSaving } from '../ui/saving.ts'
import { changeDesk, readDesk } from './desk-contract.ts'
import css from './triage.module.css'

const LABELS = { unitId: '由哪个组织接待', publicOpen: '网页', phone: '电话', phoneHours: '接听时间' }

/** 接待设置: where needs are received, and whether the page for the public takes anything in. */
export const DeskPage = () => {
  const desk = useQuery({ queryKey: ['need-desk'], queryFn: () => call(readDesk, {}) })
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="接待设置" lead="需求由哪里接待；群众能不能不登录、在网页上提交。" />
      {desk.isPending && <Loading />}
      {desk.error && <Failed error={desk.error} again={() => void desk.refetch()} />}
      {desk.data && <DeskForm key={desk.data.version} desk={desk.data} />}
    </>
  )
}

const DeskForm = ({ desk }: { desk: z.infer<typeof readDesk.answer> }) => {
  const queries = useQueryClient()
  const { units, may } = useHere()
  const [unitId, setUnitId] = useState(desk.unitId)
  const [publicOpen, setPublicOpen] = useState(desk.publicOpen)
  const [phone, setPhone] = useState(desk.phone)
  const [phoneHours, setPhoneHours] = useState(desk.phoneHours)
  const saving = useSaving(
    changeDesk.body,
    (body: never) => call(changeDesk, { body }),
    () => void queries.invalidateQueries({ queryKey: ['need-desk'] }),
  )
  const address = `${location.origin}${desk.address}`
  const own = units.filter(({ path, id }) => id === desk.unitId || may('need.lead', path))
  return (
    <div className={css.part}>
      <SavedForm
        saving={saving}
        labels={LABELS}
        act="保存"
        onSend={() => saving.save({ unitId, publicOpen, phone, phoneHours, version: desk.version })}
      >
        <ChoiceField
          label={LABELS.unitId}
          name="unitId"
          choices={own.map(({ id, name }) => ({ value: id, label: name }))}
          value={unitId}
          onChange={setUnitId}
          error={saving.errors.unitId}
        />
        <TextField
          label={LABELS.phone}
          name="phone"
          hint="写在群众看到的网页上"
          value={phone}
          onChange={setPhone}
          error={saving.errors.phone}
        />
        <TextField
          label={LABELS.phoneHours}
          name="phoneHours"
          hint="例如：周一至周五 9:00—17:00"
          optional
          value={phoneHours}
          onChange={setPhoneHours}
          error={saving.errors.phoneHours}
        />
        <TickField
          label="开放网页，任何人不登录就能提交"
          name="publicOpen"
          value={publicOpen}
          onChange={setPublicOpen}
          error={saving.errors.publicOpen}
        />
      </SavedForm>
      <section className={css.part} aria-label="开放意味着什么">
        <h2>开放意味着什么</h2>
        <ul>
          <li>知道网址的人都能提交，不验证身份。提交的人得到一个编号，凭编号看进度、说帮到没有。</li>
          <li>每天要有人看：新来的排在“需求办理”里待分诊；说眼下有危险的，当天就要办。</li>
          <li>
            涉及暴力、孩子、性骚扰、隐私的自动封存，只有
            {desk.leads.length > 0 ? desk.leads.join('、') : '维权部门负责人和妇联分管领导'}
            能打开。
          </li>
          <li>同一个网络提交太多会被拦住，过后自动恢复。不记录提交人的网络地址。</li>
          <li>关闭以后不再接收新的，已经提交的仍能凭编号查看。</li>
        </ul>
        <p>
          网页地址：<strong className={css.address}>{address}</strong>
        </p>
        <p className="aside">
          印在宣传单上以前，请用不在本机关网络里的手机打开试一次。打不开的，请系统管理员对外开放这个地址。
        </p>
      </section>
    </div>
  )
}
