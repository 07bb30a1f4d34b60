import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { addressOf } from '../http/call.ts'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { wellbeingQuery } from './asking.ts'
import { downloadWellbeing } from './contract.ts'
import { FigurePart, GroupsTable } from './FigurePart.tsx'
import css from './wellbeing.module.css'
import { roundWords } from './wording.ts'

/** 满意度和调查: each figure with who was asked, who answered and how sure it is. No number stands for all of them. */
export const WellbeingPage = () => {
  const navigate = useNavigate()
  const thisYear = today().year
  const { year = thisYear } = useSearch({ from: '/frame/wellbeing' })
  const { until, threshold, told, rounds } = useSuspenseQuery(wellbeingQuery(year)).data
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="满意度和调查" lead="每个数都写明问了谁、多少人回答、有多大把握；不合成一个总分。">
        <a href={addressOf(downloadWellbeing, { query: { year } })} download>
          下载情况报告（Word）
        </a>
      </PageHead>
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(chosen) => void navigate({ to: '/wellbeing', search: { year: Number(chosen) } })}
          choices={[0, 1, 2, 3, 4].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
        <span className={css.acts}>
          <Link to="/wellbeing/surveys">自愿调查</Link>
          <Link to="/wellbeing/method">怎样统计</Link>
        </span>
      </div>
      {told.map(({ id, text, whole, byQuarter, byOutcome }) => (
        <section key={id} className={css.part} aria-labelledby={`told-${id}`}>
          <h2 id={`told-${id}`}>告知以后本人的答复：{text}</h2>
          {until && (
            <p className="aside">
              {year} 年到 {sayDay(until)} 为止告知的，答复收到季度结束后三十天。
            </p>
          )}
          <FigurePart figure={whole} threshold={threshold} within={text} />
          {whole.choices && whole.choices.length > 0 && (
            <>
              <GroupsTable title={`${text}：按告知的季度`} groups={byQuarter} />
              {byOutcome.length > 1 && <GroupsTable title={`${text}：按办理结果`} groups={byOutcome} />}
            </>
          )}
        </section>
      ))}
      {told.length === 0 && (
        <Empty title={`${year} 年还没有可以显示的答复`}>
          <p>一个季度结束三十天以后，才显示这个季度告知的答复。</p>
        </Empty>
      )}
      {rounds.map((round) => (
        <section key={round.id} className={css.part} aria-labelledby={round.id}>
          <h2 id={round.id}>
            自愿调查「{round.title}」：{round.audience}
          </h2>
          <p>
            {sayDay(round.fromOn)}起。{roundWords(round, threshold)}。{' '}
            <Link to="/wellbeing/surveys/$round" params={{ round: round.id }}>
              看这次调查
            </Link>
          </p>
          {round.questions.map((figure) => (
            <FigurePart
              key={figure.entry}
              figure={figure}
              threshold={threshold}
              within={`${round.fromOn} ${round.audience}`}
            />
          ))}
        </section>
      ))}
    </>
  )
}
