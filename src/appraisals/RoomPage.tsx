import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import css from './appraisals.module.css'
import { ballotQuery } from './asking.ts'
import { BallotForm } from './BallotForm.tsx'
import { castSheet } from './poll-contract.ts'

/** The one device of the meeting room, handed round: an empty sheet, then thanks to nobody by name, then an empty sheet again. */
export const RoomPage = () => {
  const { round } = useParams({ from: '/appraisals/$round/room' })
  const { unitName, forYear, people, may } = useSuspenseQuery(ballotQuery(round)).data
  const casting = useMutation({
    mutationFn: (ballot: Parameters<Parameters<typeof BallotForm>[0]['onCast']>[0]) =>
      call(castSheet, { params: { appraisal: round }, body: { ballot } }),
  })
  const { data } = casting
  return (
    <main className={css.room}>
      <title>{`民主测评 · 知行`}</title>
      <h1>
        {unitName} {forYear} 年度民主测评
      </h1>
      {!may && <Empty title="测评没有在进行">请组织委员先开始测评。</Empty>}
      {may && data && (
        <div className={css.next} role="status">
          <p>这张票已经投入，打乱后不能取出，也不能改。</p>
          <p>
            已有 {data.cast} 张，应投 {data.voters} 人。请交给下一位。
          </p>
          <Act primary onClick={() => casting.reset()}>
            下一位，填一张空票
          </Act>
        </div>
      )}
      {may && !data && (
        <>
          <p>无记名。每人选一项，选完按“投票”，再交给下一位。</p>
          {casting.error && <Failed error={casting.error} />}
          <BallotForm
            people={people}
            act="投票"
            busy={casting.isPending}
            onCast={(ballot) => casting.mutate(ballot)}
          />
        </>
      )}
      <p className="aside">
        <Link to="/appraisals/$round" params={{ round }}>
          都投完了，回到评议
        </Link>
      </p>
    </main>
  )
}
