import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { surveysQuery, wellbeingQuery } from './asking.ts'
import { wellbeingGuide } from './guide.ts'
import { OpenRound } from './OpenRound.tsx'
import { openRound } from './survey-contract.ts'
import css from './wellbeing.module.css'
import { roundWords } from './wording.ts'

/** 自愿调查: the rounds, the questions they put, and a new one. */
export const SurveysPage = () => {
  const { surveys, rounds } = useSuspenseQuery(surveysQuery).data
  const { threshold } = useSuspenseQuery(wellbeingQuery(today().year)).data
  const { may, units } = useHere()
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="自愿调查" lead="题目少，愿意才填，不催，不查谁没有填。" />
      <Guide of="自愿调查" guide={wellbeingGuide.surveys} />
      {units.some(({ path }) => may(openRound.asks, path)) && <OpenRound surveys={surveys} />}
      <section className={css.part} aria-labelledby="rounds">
        <h2 id="rounds">做过的调查</h2>
        {rounds.length === 0 ? (
          <Empty title="还没有做过调查" />
        ) : (
          <ul className={css.list}>
            {rounds.map((round) => (
              <li key={round.id} className={css.line}>
                <span className="aside">{round.fromOn}</span>
                <span className={css.what}>
                  <Link to="/wellbeing/surveys/$round" params={{ round: round.id }}>
                    {round.title}：{round.audience}
                  </Link>
                  <span className="aside">到 {round.untilOn}</span>
                </span>
                <span>{roundWords(round, threshold)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className={css.part} aria-labelledby="questions">
        <h2 id="questions">问卷里问什么、为什么问</h2>
        {surveys.map(({ id, title, purpose, questions }) => (
          <details key={id}>
            <summary>
              {title}（{questions.length} 题）
            </summary>
            <p className="aside">{purpose}</p>
            <ol>
              {questions.map(({ id: question, text, for: reason, choices }) => (
                <li key={question}>
                  {text}
                  <span className="aside">
                    {' '}
                    {choices.map((choice) => choice.text).join('／')}。{reason}
                  </span>
                </li>
              ))}
            </ol>
          </details>
        ))}
      </section>
    </>
  )
}
