import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { refuse } from '../kernel/outcome.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { roundsQuery } from './asking.tsx'
import { listLifeRounds, openLifeRound } from './contract.ts'
import { lifeGuides } from './guide.ts'
import css from './life-meetings.module.css'
import { OpenForm } from './OpenForm.tsx'

/** The years of 组织生活会: what is being prepared, what was held, and how much of what was promised is open. */
export const LifeMeetingsPage = () => {
  const { unit, may } = useHere()
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      {may(listLifeRounds.asks, unit.path) ? (
        <Rounds key={unit.id} />
      ) : (
        <>
          <PageHead title="组织生活会" lead={unit.name} />
          <RefusalNote
            refusal={refuse(
              'not-permitted',
              '组织生活会的筹备由支委会成员和党小组长查看。您自己的提纲和意见在「我的」里。',
            )}
          />
        </>
      )}
    </>
  )
}

const Rounds = () => {
  const { unit, may } = useHere()
  const [opening, setOpening] = useState(false)
  const { rounds } = useSuspenseQuery(roundsQuery(unit.id)).data
  const year = today().year
  const known = rounds.filter(({ unitId }) => unitId === unit.id).map(({ forYear }) => forYear)
  const permit =
    unit.kind !== 'branch'
      ? { may: false as const, reason: '以党支部为单位筹备。请在上方选定党支部。' }
      : may(openLifeRound.asks, unit.path)
        ? { may: true as const }
        : { may: false as const, reason: '由书记、副书记、组织委员或纪检委员开始筹备。' }
  return (
    <>
      <PageHead title="组织生活会" lead={unit.name}>
        {!opening && (
          <Act primary={!known.includes(year)} permit={permit} onClick={() => setOpening(true)}>
            开始筹备
          </Act>
        )}
      </PageHead>
      <Guide of="组织生活会" guide={lifeGuides.whole} />
      {opening && <OpenForm unit={unit} known={known} onDone={() => setOpening(false)} />}
      {rounds.length === 0 && !opening && (
        <Empty title="还没有筹备过组织生活会">
          <p>每年至少一次，一般在第四季度。开始筹备后，会前、会上、会后要做的事会逐项列出。</p>
        </Empty>
      )}
      <ul className={css.rounds}>
        {rounds.map((round) => (
          <li key={round.id}>
            <Link to="/life-meetings/$round" params={{ round: round.id }}>
              {round.forYear}年度
            </Link>
            <span>
              {round.topic}
              {round.unitId !== unit.id && <span className="aside">{round.unitName}</span>}
            </span>
            <span>
              {round.heldOn
                ? `${sayDay(round.heldOn)}召开`
                : round.meetOn
                  ? `定在${sayDay(round.meetOn)}`
                  : '还没有定日期'}
              {round.problems > 0 && (
                <span className="aside">
                  整改 {round.problems} 项，未销号 {round.open} 项
                  {round.overdue > 0 && <strong className={css.late}>，过期 {round.overdue} 项</strong>}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
