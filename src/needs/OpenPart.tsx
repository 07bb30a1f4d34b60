import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay, sayInstant } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { openNeed } from './contract.ts'
import { GROUND_CHOICES, type Ground } from './grounds.ts'
import type { PartProps } from './part.ts'
import css from './sealed.module.css'
import { letIn } from './sealed-contract.ts'
import { SEALED_GUIDE } from './sealed-guide.ts'

/** 封存: what may be seen of it, and the way to its words: a ground is chosen, and it is written down before they show. */
export const OpenPart = (part: PartProps) => {
  const { need } = part
  const { may } = useHere()
  if (!need.sensitive) return null
  if (need.destroyed) return <Destroyed destroyed={need.destroyed} />
  const leads = may('need.lead', need.unitPath)
  return (
    <section className={css.sealed} aria-label="封存">
      {need.openedUntil && need.words ? (
        <p>
          已打开，到 {sayInstant(need.openedUntil).slice(-5)}{' '}
          为止。谁在什么时候为什么打开过，记在下面的打开记录里。
        </p>
      ) : (
        <>
          <p>这件需求已封存：列表、查找、导出和通知里只有编号和进度，内容只给知悉范围内的人看。</p>
          {need.knows || leads ? (
            <Opening {...part} letsIn={!need.knows} />
          ) : (
            <p>您不在知悉范围内。需要知悉的，请找已经知悉的人或者妇联分管领导准许。</p>
          )}
        </>
      )}
      {need.sealedOn && (
        <p>
          {sayDay(need.sealedOn)}转入保管，
          {need.keepUntil ? `保管到${sayDay(need.keepUntil)}` : '永久保管'}。保管期间不再办理。
        </p>
      )}
      <Guide of="封存的需求" guide={SEALED_GUIDE.opening} />
    </section>
  )
}

const Opening = ({ need, onOpened, letsIn }: PartProps & { letsIn: boolean }) => {
  const { person } = useHere()
  const queries = useQueryClient()
  const [ground, setGround] = useState<Ground>('handling')
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const params = { need: need.id }
      if (letsIn) await call(letIn, { params, body: { personId: person.id, ground, version: need.version } })
      return letsIn ? null : call(openNeed, { params, body: { ground } })
    },
    gcTime: 0,
    onSuccess: async (opened) => {
      if (opened) onOpened(opened)
      await queries.invalidateQueries({ queryKey: ['need', need.id] })
    },
  })
  return (
    <>
      {letsIn && <p>您还不在知悉范围内。作为负责人可以让自己知悉，这一步和理由都留在记录里。</p>}
      {error && <Failed error={error} />}
      <div className={css.acts}>
        <ChoiceField
          label="打开的理由"
          value={ground}
          onChange={(chosen) => setGround(chosen as Ground)}
          choices={GROUND_CHOICES}
        />
        <Act primary loading={isPending} onClick={() => mutate()}>
          {letsIn ? '让自己知悉并打开' : '打开'}
        </Act>
      </div>
    </>
  )
}

const Destroyed = ({ destroyed }: { destroyed: NonNullable<PartProps['need']['destroyed']> }) => (
  <section className={css.sealed} aria-label="销毁记录">
    <p>
      保管到{sayDay(destroyed.keptUntil)}期满，{sayDay(destroyed.on)}由{destroyed.byName}销毁，
      {destroyed.witnessName}监销。内容 {destroyed.texts} 项、材料 {destroyed.files}{' '}
      份，连同这件需求自己的密钥一并删去。
    </p>
    <p>只留编号和日期。以前的备份怎样处理，见系统管理员手册「封存密钥的更换」。</p>
  </section>
)
