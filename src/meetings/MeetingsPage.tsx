import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { addressOf } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { meetingsQuery } from './asking.ts'
import { downloadRegister, KINDS, type Kind, type MeetingLine, planMeeting } from './contract.ts'
import css from './meetings.module.css'
import { StageMark } from './StageMark.tsx'
import { todayHere } from './today.ts'

/** A unit's meetings of a year, the latest first, and the year's register as a sheet. */
export const MeetingsPage = () => {
  const { unit, may } = useHere()
  const navigate = useNavigate()
  const thisYear = todayHere().year
  const { year = thisYear, kind } = useSearch({ from: '/frame/meetings' })
  const records = may(planMeeting.asks, unit.path)
  const turn = (search: { year?: number; kind?: Kind | undefined }) =>
    void navigate({ to: '/meetings', search: { year, kind, ...search } })
  const register = addressOf(downloadRegister, { params: { unit: unit.id }, query: { year } })

  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title="组织生活" lead={`${unit.name}的会议`}>
        <Act
          primary
          permit={records ? { may: true } : { may: false, reason: '由支委会成员或党小组长筹备' }}
          onClick={() => void navigate({ to: '/meetings/plan' })}
        >
          筹备会议
        </Act>
        <a className={css.download} href={register} download>
          下载 {year} 年登记表
        </a>
      </PageHead>
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(chosen) => turn({ year: Number(chosen) })}
          choices={[0, 1, 2, 3, 4, 5].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
        <ChoiceField
          label="类型"
          value={kind ?? 'all'}
          onChange={(chosen) => turn({ kind: KINDS.find((each) => each === chosen) })}
          choices={[
            { value: 'all', label: '全部' },
            ...KINDS.map((each) => ({ value: each, label: TERMS[each] })),
          ]}
        />
      </div>
      <Lines key={`${year} ${kind}`} unit={unit.id} year={year} kind={kind} />
    </>
  )
}

type Of = { unit: string; year: number; kind: Kind | undefined }

const Lines = ({ unit, year, kind }: Of) => {
  const { meetings, next } = useSuspenseQuery(meetingsQuery(unit, year, kind)).data
  if (meetings.length === 0)
    return (
      <Empty title={`${year} 年还没有${kind ? TERMS[kind] : '会议'}`}>
        <p>筹备好的会议和记录都会列在这里。已经开过的会也可以补记。</p>
      </Empty>
    )
  return (
    <ul className={css.list}>
      {meetings.map((meeting) => (
        <Line key={meeting.id} meeting={meeting} unit={unit} />
      ))}
      {next && <More unit={unit} year={year} kind={kind} after={next} />}
    </ul>
  )
}

/** The next page, read when it is reached for. */
const More = ({ unit, year, kind, after }: Of & { after: string }) => {
  const page = useQuery({ ...meetingsQuery(unit, year, kind, after), enabled: false })
  if (page.isFetching) return <Loading lines={3} what="更早的会议" />
  if (!page.data)
    return (
      <li className={css.more}>
        <Act onClick={() => void page.refetch()}>更早的会议</Act>
      </li>
    )
  return (
    <>
      {page.data.meetings.map((meeting) => (
        <Line key={meeting.id} meeting={meeting} unit={unit} />
      ))}
      {page.data.next && <More unit={unit} year={year} kind={kind} after={page.data.next} />}
    </>
  )
}

const Line = ({ meeting, unit }: { meeting: MeetingLine; unit: string }) => (
  <li className={css.line}>
    <span className={css.when}>
      {readable(day(meeting.heldOn)).slice(5)} {meeting.startsAt}
    </span>
    <span className={css.what}>
      <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
        {meeting.title}
      </Link>
      <span className="aside">
        {meeting.kinds.map((kind) => TERMS[kind]).join('、')}
        {meeting.unitId !== unit && ` · ${meeting.unitName}`}
        {meeting.place && ` · ${meeting.place}`}
      </span>
    </span>
    <span className={css.stage}>
      <StageMark stage={meeting.stage} late={meeting.late} />
      {meeting.late && <span className="aside">{meeting.recordedOn} 录入</span>}
    </span>
  </li>
)
