import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { talksQuery } from './asking.ts'
import { downloadTalks, recordTalks } from './contract.ts'
import { TALKS_GUIDE } from './guide.ts'
import { MattersPart } from './MattersPart.tsx'
import { needsOf } from './needs.ts'
import { OpinionsPart } from './OpinionsPart.tsx'
import { ProposalPart } from './ProposalPart.tsx'
import { RecordDrawer, type Two } from './RecordDrawer.tsx'
import { TalkMatrix } from './TalkMatrix.tsx'
import { TalkNeeds } from './TalkNeeds.tsx'
import { TalkPeople } from './TalkPeople.tsx'
import css from './talks.module.css'

/** 谈心谈话: who has talked with whom this year, what is lacking, and a proposal for it. */
export const TalksPage = () => {
  const { unit } = useHere()
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      {unit.kind === 'branch' ? (
        <BranchTalks key={unit.id} />
      ) : (
        <>
          <PageHead title="谈心谈话" />
          <Empty title="谈心谈话按党支部登记">
            <p>请在页面上方选择一个党支部。</p>
          </Empty>
        </>
      )}
    </>
  )
}

const BranchTalks = () => {
  const here = useHere()
  const { unit } = here
  const thisYear = today().year
  const { year = thisYear } = useSearch({ from: '/frame/talks' })
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(talksQuery(unit.id, year))
  const [chosen, setChosen] = useState<Two | null>(null)
  const arranges = here.may(recordTalks.asks, unit.path)
  const counted = data.people.filter(({ counts }) => counts)
  const held = data.talks.filter(({ stage }) => stage === 'held')
  const needs = needsOf(counted, held, data.reading)
  const permit = arranges
    ? ({ may: true } as const)
    : ({ may: false, reason: '由书记、副书记或组织委员登记；自己的谈话在「我的」里登记' } as const)
  return (
    <>
      <PageHead
        title="谈心谈话"
        lead={`${unit.name}，${year} 年。这里只有谁和谁、哪一天；谈的内容只有两个人自己看得到。`}
      >
        <Act primary permit={permit} onClick={() => setChosen({ talkerId: here.person.id, partnerIds: [] })}>
          登记谈过的话
        </Act>
        <a
          className={css.download}
          href={addressOf(downloadTalks, { params: { unit: unit.id }, query: { year } })}
          download
        >
          下载 {year} 年登记表
        </a>
      </PageHead>
      <Guide of="谈心谈话" guide={TALKS_GUIDE.matrix} />
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(next) => void navigate({ to: '/talks', search: { year: Number(next) } })}
          choices={[0, 1, 2].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
      </div>
      <TalkNeeds needs={needs} data={data} />
      {counted.length < 2 ? (
        <Empty title="名册上还不到两名参加组织生活的党员">
          <p>先在「人与组织」里登记党员，再回到这里。</p>
        </Empty>
      ) : (
        <>
          <TalkMatrix
            people={counted}
            talks={data.talks}
            year={year}
            onRecord={
              arranges ? (talkerId, partnerId) => setChosen({ talkerId, partnerIds: [partnerId] }) : null
            }
          />
          <TalkPeople people={counted} talks={data.talks} needs={needs} />
        </>
      )}
      {arranges && year === thisYear && <ProposalPart data={data} />}
      {data.matters && <MattersPart data={data} matters={data.matters} />}
      <OpinionsPart unit={unit.id} year={year} />
      <RecordDrawer two={chosen} data={data} onClose={() => setChosen(null)} />
    </>
  )
}
