import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRules } from '../regulations/using.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { ownQuery, ownQuestionsQuery } from './asking.ts'
import type { OwnStudy } from './contract.ts'
import { isTraining, KIND_NAMES, LEVEL_NAMES } from './kinds.ts'
import { QuestionLine } from './QuestionLine.tsx'
import css from './study.module.css'
import { TaskLine } from './TaskLine.tsx'
import { spanWords } from './whom-words.ts'

/** A person's own sessions and hours, what she took on and what she is to answer. Nobody else's numbers stand here. */
export const OwnStudyPage = () => {
  const thisYear = today().year
  const [year, setYear] = useState(thisYear)
  const own = useSuspenseQuery(ownQuery(year)).data
  const { questions } = useSuspenseQuery(ownQuestionsQuery).data
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead title="学习和学时" lead="学时由登记人填报，这里只有您自己的。" />
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(chosen) => setYear(Number(chosen))}
          choices={[0, 1, 2, 3, 4].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
      </div>
      <div className={css.record}>
        <Sum own={own} />
        {own.followUps.length > 0 && (
          <section aria-labelledby="tasks">
            <h2 id="tasks">学习中议定、由您办理的</h2>
            <ul className={css.list}>
              {own.followUps.map((task) => (
                <TaskLine key={task.id} task={task} of={task.topic} permit={{ may: true }} />
              ))}
            </ul>
          </section>
        )}
        {questions.length > 0 && (
          <section aria-labelledby="to-answer">
            <h2 id="to-answer">宣讲带回、由您答复的问题</h2>
            <ul className={css.list}>
              {questions.map((question) => (
                <QuestionLine
                  key={question.id}
                  question={question}
                  of={`${question.heldOn} ${question.topic}`}
                  permit={{ may: true }}
                />
              ))}
            </ul>
          </section>
        )}
        <Records own={own} />
      </div>
    </>
  )
}

const Sum = ({ own }: { own: OwnStudy }) => {
  const rules = useRules(own.judgment ? [own.judgment.rule] : [], `${own.year}-12-31`)
  const named = rules.map((rule) => ({ ...rule, facts: { declared: { name: '已登记', unit: '学时' } } }))
  return (
    <section aria-labelledby="sum">
      <h2 id="sum">{own.year} 年学时</h2>
      <p className={css.sum}>
        <span>已登记 {own.declared} 学时</span>
        {own.needed !== null && <span>应达 {own.needed} 学时</span>}
        {own.lacking !== null && <span>{own.lacking > 0 ? `还差 ${own.lacking} 学时` : '已达到'}</span>}
        {own.judgment && (
          <Why
            of="应达学时"
            grounds={{
              about: '每年应达的学时',
              rules: named,
              judgments: [own.judgment],
              open: own.year >= today().year,
            }}
          />
        )}
      </p>
      {own.judgment && <p className="aside">{own.judgment.citation}</p>}
      {own.undeclared > 0 && <p>另有 {own.undeclared} 次学习没有填学时，不算作零，也没有计入。</p>}
    </section>
  )
}

const Records = ({ own }: { own: OwnStudy }) => (
  <section aria-labelledby="records">
    <h2 id="records">参加过的学习和培训</h2>
    {own.records.length === 0 ? (
      <Empty title={`${own.year} 年还没有您的学习记录`}>
        <p>支部登记以后会列在这里，您不用自己填。</p>
      </Empty>
    ) : (
      <>
        <ul className={css.list}>
          {own.records.map((record) => (
            <li key={record.id} className={css.line}>
              <span className={css.when}>{spanWords(record.heldOn, record.untilOn)}</span>
              <span className={css.what}>
                <span>{record.topic}</span>
                <span className="aside">
                  {[
                    KIND_NAMES[record.kind],
                    isTraining(record.kind)
                      ? (record.organiser ?? LEVEL_NAMES[record.level])
                      : record.unitName,
                    `${record.recordedByName}登记`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span>
                {!record.tookPart ? '未参加' : record.hours === null ? '学时未填' : `${record.hours} 学时`}
              </span>
            </li>
          ))}
        </ul>
        <p className="aside">与实际有出入的，请告诉该条的登记人更正。</p>
      </>
    )}
  </section>
)
