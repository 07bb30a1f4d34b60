import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { addressOf } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { outreachQuery } from './asking.ts'
import { downloadOutreach, downloadOutreachSheet, type LectureLine, recordLecture } from './contract.ts'
import { studyGuide } from './guide.ts'
import { HEARER_NAMES } from './kinds.ts'
import css from './study.module.css'

/** The year's lectures to cadres and the public, and who has spoken on what. */
export const OutreachPage = () => {
  const { unit, may } = useHere()
  const navigate = useNavigate()
  const thisYear = today().year
  const { year = thisYear } = useSearch({ from: '/frame/outreach' })
  const { lectures, lecturers } = useSuspenseQuery(outreachQuery(unit.id, year)).data
  const of = { params: { unit: unit.id }, query: { year } }
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title="主题宣讲" lead={unit.name}>
        <Act
          primary
          permit={
            may(recordLecture.asks, unit.path)
              ? { may: true }
              : { may: false, reason: '由支委会成员登记，党小组的由组长登记' }
          }
          onClick={() => void navigate({ to: '/outreach/record' })}
        >
          登记一次宣讲
        </Act>
      </PageHead>
      <Guide of="宣讲登记" guide={studyGuide.outreach} />
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(chosen) => void navigate({ to: '/outreach', search: { year: Number(chosen) } })}
          choices={[0, 1, 2, 3, 4].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
        {lectures.length > 0 && (
          <span className={css.acts}>
            <a href={addressOf(downloadOutreach, of)} download>
              下载宣讲登记（Word）
            </a>
            <a href={addressOf(downloadOutreachSheet, of)} download>
              下载宣讲登记表
            </a>
          </span>
        )}
      </div>
      {lectures.length === 0 ? (
        <Empty title={`${year} 年还没有宣讲登记`}>
          <p>讲过以后登记一次；群众提的问题一并带回，答复以后登记告知。</p>
        </Empty>
      ) : (
        <ul className={css.list}>
          {lectures.map((lecture) => (
            <Line key={lecture.id} lecture={lecture} unitId={unit.id} />
          ))}
        </ul>
      )}
      {lecturers.length > 0 && (
        <section aria-labelledby="lecturers" className={css.part}>
          <h2 id="lecturers">谁讲过什么</h2>
          <ul className={css.list}>
            {lecturers.map(({ name, topics, lastOn }) => (
              <li key={name} className={css.line}>
                <span>{name}</span>
                <span>{topics.join('；')}</span>
                <span className="aside">最近一次 {lastOn}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Line = ({ lecture, unitId }: { lecture: LectureLine; unitId: string }) => (
  <li className={css.line}>
    <span className={css.when}>{lecture.heldOn}</span>
    <span className={css.what}>
      <Link to="/outreach/$lecture" params={{ lecture: lecture.id }}>
        {lecture.topic}
      </Link>
      <span className="aside">
        {[
          lecture.unitId !== unitId && lecture.unitName,
          lecture.lecturerName,
          HEARER_NAMES[lecture.audience],
          lecture.heads === null ? '人数未填' : `${lecture.heads} 人`,
          lecture.place,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
    <span>
      {lecture.questions === 0
        ? ''
        : lecture.open === 0
          ? `${lecture.questions} 个问题都已告知`
          : `${lecture.questions} 个问题，${lecture.open} 个未了`}
    </span>
  </li>
)
