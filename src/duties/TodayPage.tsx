import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { type Matter, readToday, readYear } from './contract.ts'
import { planAddress } from './planning.ts'
import css from './TodayPage.module.css'

/** 今日: what is owed now, what waits on me, what comes in four weeks. Nothing to do is a good page. */
export const TodayPage = () => {
  const { person } = useHere()
  const { data } = useSuspenseQuery({ queryKey: ['today'], queryFn: () => call(readToday, { query: {} }) })
  const { owed, waiting, coming } = data
  return (
    <>
      <PageHead title="今日" lead={`${readable(day(data.on))}　${person.name}`} />
      {owed.length + waiting.length + coming.length === 0 ? (
        <Empty title="眼下没有要办的事">
          <p>四周内也没有到期的事项。</p>
        </Empty>
      ) : (
        <div className={css.lists}>
          <List title="现在该做" none="本期该做的都做了。" matters={owed} />
          <List title="等您办理" none="没有等您办理的记录和事项。" matters={waiting} />
          <List title="四周内" none="四周内没有新的事项。" matters={coming} />
        </div>
      )}
    </>
  )
}

const List = ({ title, none, matters }: { title: string; none: string; matters: readonly Matter[] }) => (
  <section className={css.list}>
    <h2>{title}</h2>
    {matters.length === 0 ? (
      <p className="aside">{none}</p>
    ) : (
      <ul>
        {matters.map((matter) => (
          <li
            key={`${matter.kind} ${matter.rule ?? matter.meetingId ?? matter.to} ${matter.unitId} ${matter.title} ${matter.by}`}
          >
            <span className={css.what}>
              <span>{matter.title}</span>
              <span className="aside">
                {matter.unitName}
                {matter.citation && ` · ${matter.citation}`}
              </span>
            </span>
            <span className={css.when}>
              {matter.state && matter.state !== 'due' && matter.state !== 'not-yet' && (
                <StateMark state={matter.state} />
              )}
              <span>{whenOf(matter)}</span>
            </span>
            <span className={css.act}>
              <ActOf matter={matter} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

const whenOf = ({ kind, by, state }: Matter): string => {
  if (by === null) return '未定日期'
  if (kind === 'meeting' || kind === 'noting') return readable(day(by))
  return state === 'missed' ? `${sayDay(by)}到期` : `${sayDay(by)}前`
}

/** The one act of a line, where the person may do it. */
const ActOf = ({ matter }: { matter: Matter }): ReactNode => {
  const { may, units } = useHere()
  const { kind, meetingId, plan, unitId, by, state, to, act } = matter
  const path = units.find(({ id }) => id === unitId)?.path ?? ''
  if (to && act) return <Link to={to as string}>{act}</Link>
  if (kind === 'follow-up') return <Link to="/me/tasks">{ACTS[kind]}</Link>
  if (meetingId && may('meeting.read', path))
    return <Link to={`/meetings/${meetingId}` as string}>{ACTS[kind]}</Link>
  if (state === 'missed' && may(readYear.asks, path))
    return (
      <Link to="/year" search={{ unit: unitId }}>
        查看和说明
      </Link>
    )
  if (plan && by && may('meeting.record', path)) return <PlanLink plan={plan} unitId={unitId} by={by} />
  if (matter.rule && may(readYear.asks, path))
    return (
      <Link to="/year" search={{ unit: unitId }}>
        查看年历
      </Link>
    )
  return null
}

const PlanLink = ({ plan, unitId, by }: { plan: string; unitId: string; by: string }) => {
  const router = useRouter()
  const address = planAddress(plan, unitId, { from: today().toString(), to: by }, today())
  return (
    <a
      href={address}
      onClick={(event) => {
        event.preventDefault()
        router.history.push(address)
      }}
    >
      安排会议
    </a>
  )
}

const ACTS: Record<Matter['kind'], string> = {
  meeting: '去记录',
  'follow-up': '去办理',
  noting: '去审阅',
  duty: '已安排',
  term: '查看',
  errand: '去办理',
}
