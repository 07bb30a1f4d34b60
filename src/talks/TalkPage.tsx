import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { talkQuery } from './asking.ts'
import { type Talk, withdrawTalk } from './contract.ts'
import { TALKS_GUIDE } from './guide.ts'
import { KIND_NAMES, WITHDRAWN, WITHDRAWN_NAMES, type Withdrawn } from './kinds.ts'
import { NotePart } from './NotePart.tsx'
import { TalkOpinions } from './TalkOpinions.tsx'
import css from './talks.module.css'

/** One talk: that it was, for whoever may see it; what was said, for the two. */
export const TalkPage = () => {
  const { talk: id } = useParams({ from: '/frame/talks/$talk' })
  const { data: talk } = useSuspenseQuery(talkQuery(id))
  const on = talk.heldOn ?? talk.plannedBy ?? ''
  return (
    <>
      <p className={css.back}>
        {talk.own ? <Link to="/me/talks">我的谈心谈话</Link> : <Link to="/talks">谈心谈话</Link>}
      </p>
      <PageHead title={`${talk.talkerName}与${talk.partnerName}`} tab="谈心谈话" lead={talk.unitName} />
      <dl className={css.facts}>
        <Fact name="类型" value={KIND_NAMES[talk.kind]} />
        <Fact name={talk.stage === 'held' ? '日期' : '最迟'} value={readable(day(on))} />
        {talk.place && <Fact name="地点" value={talk.place} />}
        {talk.recordedOn && <Fact name="登记日期" value={sayDay(talk.recordedOn)} />}
      </dl>
      {talk.own ? (
        talk.stage === 'held' ? (
          <>
            <Guide of="写谈心记录" guide={TALKS_GUIDE.note} />
            <NotePart key={talk.note?.version ?? 0} talk={talk} />
            <TalkOpinions talk={talk} />
          </>
        ) : (
          <p>这次谈话已安排，还没有谈。谈过以后在「我的谈心谈话」里登记。</p>
        )
      ) : (
        <>
          <p>
            谈的内容只有{talk.talkerName}和{talk.partnerName}看得到。
          </p>
          <TalkOpinions talk={talk} />
        </>
      )}
      {talk.mayWithdraw && <Withdrawal talk={talk} />}
    </>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const Withdrawal = ({ talk }: { talk: Talk }) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState<Withdrawn>(talk.stage === 'held' ? 'wrong-person' : 'not-held')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(withdrawTalk, { params: { talk: talk.id }, body: { because, version: talk.version } }),
    onSuccess: async () => {
      await navigate({ to: talk.own ? '/me/talks' : '/talks' })
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'talk' })
    },
    onError: () => setAsking(false),
  })
  return (
    <section className={css.part} aria-labelledby="withdrawal">
      <h2 id="withdrawal">{talk.stage === 'held' ? '登记有误' : '不再安排'}</h2>
      {error && <Failed error={error} />}
      <div className={css.acts}>
        <ChoiceField
          label="原因"
          value={because}
          onChange={(chosen) => setBecause(chosen as Withdrawn)}
          choices={WITHDRAWN.map((value) => ({ value, label: WITHDRAWN_NAMES[value] }))}
        />
        <Act onClick={() => setAsking(true)}>撤回</Act>
      </div>
      <ConfirmDialog
        opened={asking}
        title="要撤回这次谈心谈话吗？"
        act="撤回"
        busy={isPending}
        onAct={() => mutate()}
        onClose={() => setAsking(false)}
      >
        <p>对照表和年历里不再计这一次；写下的内容和没有转交的意见建议一并删去，不能找回。</p>
      </ConfirmDialog>
    </section>
  )
}
