import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dutyWords } from '../documents/election-posts.ts'
import { call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import css from './after.module.css'
import { type AfterElection, readAfter } from './after-contract.ts'
import { afterStates } from './after-state.ts'
import type { ElectionHead } from './contract.ts'
import { ElectionFrame, electionKey } from './ElectionFrame.tsx'
import { ELECTIONS_GUIDE } from './guide.ts'
import { MatterPart } from './MatterPart.tsx'
import { isParty } from './steps.ts'

/** 选后: from the announcement to the day on which the new committee is in office. */
export const AfterPage = () => <ElectionFrame part="选后">{(head) => <After head={head} />}</ElectionFrame>

const After = ({ head }: { head: ElectionHead }) => {
  // The day that the preview is of; proposed until somebody chooses another.
  const [on, setOn] = useState<string>()
  const { data, error, refetch } = useQuery({
    queryKey: [...electionKey(head.id), 'after', on],
    queryFn: () => call(readAfter, { params: { election: head.id }, query: on ? { on } : {} }),
    placeholderData: (shown) => shown,
    // Forms lie over it: it must not change by itself while somebody writes.
    refetchOnWindowFocus: false,
  })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="选后" />
  return (
    <div className={css.page}>
      <Guide of="选举之后" guide={ELECTIONS_GUIDE.after} />
      <Elected head={head} elected={data.elected} />
      <ol className={css.matters} aria-label="选举之后的事项">
        {afterStates(data, head).map((matter) => (
          <MatterPart key={matter.id} matter={matter} head={head} after={data} onDay={setOn} />
        ))}
      </ol>
    </div>
  )
}

type Elects = { head: ElectionHead; elected: AfterElection['elected'] }

/** By strokes, as the list is announced. */
const Elected = ({ head, elected }: Elects) => {
  const party = isParty(head.unitKind)
  const strangers = elected.filter(({ hasAccount }) => hasAccount === false)
  if (elected.length === 0) return <p>大会还没有选出结果。投票和计票在“计票”里办。</p>
  return (
    <section className={css.elected} aria-labelledby="elected">
      <h2 id="elected">当选名单</h2>
      <ul>
        {elected.map(({ id, name, title, duties }) => (
          <li key={id}>
            <b>{name}</b>
            <span>{[title, dutyWords(duties)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {party && strangers.length > 0 && (
        <p className="aside">
          {strangers.map(({ name }) => name).join('、')}
          还没有账号。任职生效不会自动开通，请到
          <Link to="/members">名册</Link>
          里打开本人，点“开通账号”。
        </p>
      )}
    </section>
  )
}
