import { useSuspenseQuery } from '@tanstack/react-query'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { ownLifeQuery } from './asking.tsx'
import type { OwnRound } from './contract.ts'
import { lifeGuides } from './guide.ts'
import css from './life-meetings.module.css'
import { OwnNotes } from './OwnNotes.tsx'
import { Part } from './Parts.tsx'
import { OwnMeasureForm } from './ProblemActs.tsx'
import { ProblemLine } from './ProblemsPart.tsx'
import { RemarkLine } from './RemarksPart.tsx'
import { SlipForm } from './SlipForm.tsx'

/** What is one's own of 组织生活会: notes for speaking, the box, what was passed on, one's measures. */
export const MyLifePage = () => {
  const { rounds, measures } = useSuspenseQuery(ownLifeQuery).data
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead title="我的组织生活会" />
      {rounds.length === 0 && measures.length === 0 && (
        <Empty title="现在没有要写的">
          <p>支部开始筹备组织生活会后，发言提纲和意见箱会在这里。</p>
        </Empty>
      )}
      {measures.length > 0 && (
        <section className={css.body} aria-labelledby="measures">
          <h2 id="measures">由我负责的整改</h2>
          <ul className={css.list}>
            {measures.map((measure) => (
              <ProblemLine key={measure.id} problem={measure}>
                {measure.closedOn ? (
                  <p>
                    {sayDay(measure.closedOn)}销号：{measure.doneText}
                  </p>
                ) : (
                  <OwnMeasureForm problem={measure} />
                )}
              </ProblemLine>
            ))}
          </ul>
        </section>
      )}
      {rounds.map((round) => (
        <Round key={round.id} round={round} />
      ))}
    </>
  )
}

const Round = ({ round }: { round: OwnRound }) => {
  // Once its day has passed there is nothing more to write for it; what was said is kept.
  const isPast = round.meetOn !== null && round.meetOn < today().toString()
  if (isPast && round.notes === null && round.opinions.length + round.remarks.length === 0) return null
  return (
    <section className={css.body} aria-labelledby={`round-${round.id}`}>
      <h2 id={`round-${round.id}`}>{round.forYear}年度组织生活会</h2>
      <p>
        {round.unitName} · {round.topic} · {round.meetOn ? `定在${sayDay(round.meetOn)}` : '还没有定日期'}
      </p>
      {(!isPast || round.notes) && (
        <Part title="发言提纲">
          {!isPast && <Guide of="发言提纲" guide={lifeGuides.notes} />}
          {isPast ? <p className={css.words}>{round.notes?.text}</p> : <OwnNotes round={round} />}
        </Part>
      )}
      {!isPast && (
        <Part title="意见箱">
          {round.boxOpen ? <SlipForm round={round} /> : <p>意见箱已经打开，不再收意见。</p>}
        </Part>
      )}
      {round.opinions.length > 0 && (
        <Part title="反馈给我的意见">
          <ul className={css.list}>
            {round.opinions.map(({ id, text, passedOn }) => (
              <li key={id}>
                <p className={css.words}>{text}</p>
                <span className="aside">{sayDay(passedOn)}反馈</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {round.remarks.length > 0 && (
        <Part title="会上与我有关的">
          <ul className={css.list}>
            {round.remarks.map((remark) => (
              <RemarkLine key={remark.id} remark={remark} />
            ))}
          </ul>
        </Part>
      )}
    </section>
  )
}
