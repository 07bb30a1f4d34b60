import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { sayDay } from '../ui/days.ts'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { roundQuery } from './asking.ts'
import { CloseRound } from './CloseRound.tsx'
import { FigurePart } from './FigurePart.tsx'
import { closeRound } from './survey-contract.ts'
import css from './wellbeing.module.css'
import { roundWords } from './wording.ts'

/** One round: whom it asked, and once it is closed what they answered. */
export const RoundPage = () => {
  const { round: id } = useParams({ from: '/frame/wellbeing/surveys/$round' })
  const round = useSuspenseQuery(roundQuery(id)).data
  const { may, units } = useHere()
  const { title, audience, fromOn, untilOn, slips, sheets, threshold, questions, words, definition } = round
  const leads = units.some(({ path }) => may(closeRound.asks, path))
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title={`${title}：${audience}`} lead={`${roundWords(round, threshold)}。`} />
      <dl className={css.facts}>
        <dt>时间</dt>
        <dd>
          <span className={css.whole}>{sayDay(fromOn)}</span>
          <span className={css.whole}>至{sayDay(untilOn)}</span>
        </dd>
        <dt>发出</dt>
        <dd>
          发放条 {slips} 张，纸质问卷 {sheets} 份
        </dd>
        <dt>组织</dt>
        <dd>{round.openedByName}</dd>
        <dt>用途</dt>
        <dd>{definition.purpose}</dd>
      </dl>
      {questions.map((figure) => (
        <section key={figure.entry} className={css.part}>
          <FigurePart figure={figure} threshold={threshold} />
        </section>
      ))}
      {words && (
        <section className={css.part} aria-labelledby="words">
          <h2 id="words">{definition.words}</h2>
          <p className="aside">不按先后排，也不和上面的选项对应。</p>
          <ul>
            {words.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </section>
      )}
      {round.closedOn === null && leads && <CloseRound round={round} />}
    </>
  )
}
