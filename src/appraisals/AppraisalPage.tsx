import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { sayDay } from '../ui/days.ts'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StepList } from '../ui/StepList.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import css from './appraisals.module.css'
import { appraisalQuery } from './asking.ts'
import type { Appraisal, StepId } from './contract.ts'
import { APPRAISAL_GUIDES } from './guide.ts'
import { MutualPart } from './MutualPart.tsx'
import { OpinionPart } from './OpinionPart.tsx'
import { PapersPart } from './PapersPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { PollPart } from './PollPart.tsx'
import { SelfPart } from './SelfPart.tsx'
import { StudyPart } from './StudyPart.tsx'
import { ToldPart } from './ToldPart.tsx'

/** One round, a step at a time; any step may be opened, since each may be recorded after the fact. */
export const AppraisalPage = () => {
  const { round: id } = useParams({ from: '/frame/appraisals/$round' })
  const round = useSuspenseQuery(appraisalQuery(id)).data
  const [picked, setPicked] = useState<StepId>()
  const now = round.steps.find(({ state }) => state === 'now')?.id ?? 'told'
  const step = round.permits.read ? (picked ?? now) : 'mutual'
  const Part = PARTS[step]
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <p className={css.back}>
        <Link to="/appraisals">全部民主评议</Link>
      </p>
      <PageHead title={`${round.forYear} 年度民主评议党员`} lead={leadOf(round)} />
      {round.permits.read && (
        <StepList
          label="评议步骤"
          steps={round.steps.map((each) => ({ ...each, open: true, shown: each.id === step }))}
          onPick={(next) => setPicked(next as StepId)}
        />
      )}
      <Guide of={TITLES[step]} guide={APPRAISAL_GUIDES[step]} />
      <Part key={`${step} ${round.id}`} round={round} onClosed={() => setPicked('told')} />
      {round.permits.read && <PeoplePart round={round} />}
      {round.permits.read && <PapersPart round={round} />}
    </>
  )
}

const PARTS: Readonly<
  Record<StepId, (props: { round: Appraisal; onClosed: () => void }) => React.ReactNode>
> = {
  study: StudyPart,
  self: SelfPart,
  mutual: MutualPart,
  poll: PollPart,
  opinion: OpinionPart,
  told: ToldPart,
}

const TITLES: Readonly<Record<StepId, string>> = {
  study: '学习教育',
  self: '个人自评',
  mutual: '党员互评',
  poll: '民主测评',
  opinion: '组织评定',
  told: '告知本人',
}

const leadOf = ({ unitName, rosterOn, seats, closedOn, permits }: Appraisal): string => {
  if (!permits.read) return unitName
  const count = (role: string) => seats.filter((seat) => seat.role === role).length
  const people = `评等次 ${count('graded')} 人，参加不评等次 ${count('ungraded')} 人`
  return `${unitName}，按 ${sayDay(rosterOn)}名册，${people}${closedOn ? `；${sayDay(closedOn)}办结` : ''}`
}
