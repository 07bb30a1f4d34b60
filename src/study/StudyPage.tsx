import { Tabs } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Act, type Permit } from '../ui/Act.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { type HereUnit, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { sessionsQuery } from './asking.ts'
import { recordStudySession } from './contract.ts'
import { studyGuide } from './guide.ts'
import { HoursPart } from './HoursPart.tsx'
import { isTraining } from './kinds.ts'
import { PlanPart } from './PlanPart.tsx'
import { SessionList, SessionsPart } from './SessionsPart.tsx'
import css from './study.module.css'
import { TrainingForm } from './TrainingForm.tsx'

const TABS = { plan: '学习计划', sessions: '学习记录', hours: '学时', training: '培训' } as const

/** A unit's study of a year: what is planned, what was held, what it came to, and training elsewhere. */
export const StudyPage = () => {
  const { unit, may } = useHere()
  const navigate = useNavigate()
  const thisYear = today().year
  const { year = thisYear, tab = 'sessions' } = useSearch({ from: '/frame/study' })
  const permit: Permit = may(recordStudySession.asks, unit.path)
    ? { may: true }
    : { may: false, reason: '由支委会成员登记，党小组的由组长登记' }
  const turn = (search: { year?: number; tab?: keyof typeof TABS }) =>
    void navigate({ to: '/study', search: { year, tab, ...search } })
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title="学习和培训" lead={unit.name}>
        <Act primary permit={permit} onClick={() => void navigate({ to: '/study/record' })}>
          登记一次学习
        </Act>
      </PageHead>
      <Guide of={TABS[tab]} guide={studyGuide[tab]} />
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(chosen) => turn({ year: Number(chosen) })}
          choices={[-1, 0, 1, 2, 3, 4].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
      </div>
      <Tabs value={tab} onChange={(chosen) => turn({ tab: (chosen ?? 'sessions') as keyof typeof TABS })}>
        <Tabs.List aria-label="学习和培训">
          {Object.entries(TABS).map(([value, title]) => (
            <Tabs.Tab key={value} value={value}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} key={`${tab} ${year} ${unit.id}`}>
          <Suspense fallback={<Loading />}>
            {tab === 'plan' && <PlanPart unit={unit} year={year} permit={permit} />}
            {tab === 'sessions' && <SessionsPart unit={unit} year={year} permit={permit} />}
            {tab === 'hours' && <HoursPart unit={unit} year={year} />}
            {tab === 'training' && <TrainingPart unit={unit} year={year} permit={permit} />}
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

const TrainingPart = ({ unit, year, permit }: { unit: HereUnit; year: number; permit: Permit }) => {
  const { sessions } = useSuspenseQuery(sessionsQuery(unit.id, year)).data
  const trainings = sessions.filter(({ kind }) => isTraining(kind))
  return (
    <div className={css.part}>
      <div className={css.acts}>
        <FormAct act="登记参加的培训" title="登记参加的培训" permit={permit}>
          {(close) => <TrainingForm unitId={unit.id} onDone={close} />}
        </FormAct>
      </div>
      {trainings.length === 0 ? (
        <Empty title={`${year} 年还没有培训记录`}>
          <p>个人参加的轮训、任职培训在这里登记；本支部组织的集中培训用「登记一次学习」。</p>
        </Empty>
      ) : (
        <SessionList sessions={trainings} unitId={unit.id} />
      )}
    </div>
  )
}
