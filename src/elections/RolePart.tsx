import { ClosedRound } from './ClosedRound.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { WHY_WORDS } from './count-words.ts'
import { OpenRound } from './OpenRound.tsx'
import type { ShownRole, ShownRound } from './round-contract.ts'
import { StartRound } from './StartRound.tsx'
import { roleWords } from './titles.ts'

/** All ballots for one role, in their order, and what may be done next. */
export const RolePart = ({ of }: { of: OfRole }) => {
  const { role, mayLead, unitKind } = of
  return (
    <section className={css.role} aria-label={roleWords(unitKind, role.role)}>
      <h3>
        {roleWords(unitKind, role.role)} <span className="aside">应选 {role.seats} 人</span>
      </h3>
      <Standing role={role} />
      {role.rounds.map((round) => (
        <article key={round.id} className={css.round} aria-label={titleOf(role, round)}>
          <h4>{titleOf(role, round)}</h4>
          {round.isClosed ? <ClosedRound of={of} round={round} /> : <OpenRound of={of} round={round} />}
        </article>
      ))}
      {role.next && mayLead && <StartRound key={`${role.rounds.length}`} of={of} next={role.next} />}
      {role.next && !mayLead && <p className="aside">还没有{WHY_WORDS[role.next.why]}。</p>}
    </section>
  )
}

const titleOf = ({ rounds }: ShownRole, { ordinal, why, seats }: ShownRound): string =>
  `${rounds.length > 1 ? `第 ${ordinal} 次投票` : '投票'}${why === 'first' ? '' : `（${WHY_WORDS[why]}）`} · 选 ${seats} 人`

const Standing = ({ role: { state, elected, unfilled } }: { role: ShownRole }) => {
  if (elected.length === 0) return null
  return (
    <p className={css.standing}>
      已当选 {elected.length} 人：{elected.join('、')}。{state === 'complete' && unfilled === 0 && '已选齐。'}
      {unfilled > 0 && `经大会同意减少名额 ${unfilled} 个，不再选举。`}
    </p>
  )
}
