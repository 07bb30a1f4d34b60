import { useQuery } from '@tanstack/react-query'
import { TERMS, type Term } from '../glossary.ts'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DelegatesPart } from './DelegatesPart.tsx'
import { ElectionFrame } from './ElectionFrame.tsx'
import { ExclusionsPart } from './ExclusionsPart.tsx'
import { ELECTIONS_GUIDE } from './guide.ts'
import css from './meeting.module.css'
import { votersQuery } from './meeting-asking.tsx'
import { Ruling } from './Ruling.tsx'
import type { Voters } from './voter-contract.ts'

/** 选举人: who may vote on the day, who not and why, who leaves the base, how many that makes. */
export const VotersPage = () => (
  <ElectionFrame part="选举人">{({ id }) => <VotersOf election={id} />}</ElectionFrame>
)

const VotersOf = ({ election }: { election: string }) => {
  const { data, error, refetch } = useQuery(votersQuery(election))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="选举人名单" />
  return (
    <div className={css.parts}>
      <Guide of="选举人名单" guide={ELECTIONS_GUIDE.voters} />
      <Sum voters={data} />
      {data.isRostered ? <Rostered voters={data} /> : <DelegatesPart voters={data} />}
    </div>
  )
}

const Sum = ({ voters }: { voters: Voters }) => {
  const { on, isFrozen, isRostered, entitled, entitledThen, counts, quorum, judgments } = voters
  // What still lacks approval or passing stands with its line below; it is no breach before the meeting.
  const told = judgments.filter(
    ({ judgment }) => judgment.holds || judgment.rule !== 'election.exclusion.approved',
  )
  return (
    <section className={css.total} aria-label="应到会人数">
      <p className={css.base}>
        应到会有选举权 {entitled} 人{quorum && `，到 ${quorum.needed} 人可以选举`}
      </p>
      <p>
        {isFrozen
          ? `${sayDay(on)}大会开会时固定的名单。`
          : `按${sayDay(on)}的${isRostered ? '名册计算' : '名单'}。`}
        {counts.probationary > 0 && `预备党员 ${counts.probationary} 人没有选举权。`}
        {counts.pending > 0 && `另有 ${counts.pending} 人提请不计入，手续办齐以后是 ${entitledThen} 人。`}
        {quorum && <span className="aside">（{quorum.citation}）</span>}
      </p>
      {told.map((each) => (
        <Ruling key={each.judgment.rule} told={each} />
      ))}
    </section>
  )
}

const Rostered = ({ voters }: { voters: Voters }) => {
  const { people } = voters
  const without = people.filter(({ place }) => place === 'without-vote')
  const entitled = people.filter(({ place }) => place === 'voter' || place === 'pending')
  return (
    <>
      {voters.mayLead && <ExclusionsPart voters={voters} />}
      {without.length > 0 && (
        <section>
          <h2>没有选举权的</h2>
          <ul className={css.list}>
            {without.map(({ key, name, status, reasons }) => (
              <li key={key}>
                <p>
                  {name} <span className="aside">{TERMS[status as Term] ?? status}</span>
                </p>
                {reasons.map(({ rule, words }) => (
                  <p key={rule}>{words}</p>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>选举人 {entitled.length} 人</h2>
        <ol className={css.names}>
          {entitled.map(({ key, name }) => (
            <li key={key}>{name}</li>
          ))}
        </ol>
      </section>
    </>
  )
}
