import { Link } from '@tanstack/react-router'
import { useHere } from './here.ts'
import css from './SubWays.module.css'
import { useWaiting } from './waiting.ts'

/**
 * `asks`: the right that opens the page, where not everyone who sees its neighbours has it; `anywhere`: held in any unit, not
 * just the chosen; `counts`: says how many drafts wait on this device.
 */
type SubWay = { to: string; title: string; asks?: string; anywhere?: true; counts?: true }

/** The pages that lie side by side under one way in, above their heading. A way that stands alone needs no row. */
export const SubWays = ({ label, ways }: { label: string; ways: readonly SubWay[] }) => {
  const { may, unit, units } = useHere()
  const waiting = useWaiting()
  const open = ways.filter(
    ({ asks, anywhere }) =>
      asks === undefined || may(asks, unit.path) || (anywhere && units.some(({ path }) => may(asks, path))),
  )
  if (open.length < 2) return null
  return (
    <nav className={css.ways} aria-label={label}>
      {open.map(({ to, title, counts }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {title}
          {counts && waiting > 0 && `（${waiting}）`}
        </Link>
      ))}
    </nav>
  )
}

/** Under 人与组织. Pages of several slices share it. */
export const PEOPLE_WAYS: readonly SubWay[] = [
  { to: '/members', title: '名册' },
  { to: '/posts', title: '任职' },
  { to: '/changes', title: '党员变动', asks: 'change.lead' },
  { to: '/changes/floating', title: '流动党员', asks: 'roster.read' },
  { to: '/care', title: '走访慰问', asks: 'care.read' },
  { to: '/elections', title: '换届选举', asks: 'election.read' },
  { to: '/units', title: '组织架构' },
]

/** Under 组织生活. */
export const LIFE_WAYS: readonly SubWay[] = [
  { to: '/meetings', title: '会议' },
  { to: '/theme-days', title: '主题党日', asks: 'meeting.read' },
  { to: '/talks', title: '谈心谈话', asks: 'talk.read' },
  { to: '/life-meetings', title: '组织生活会', asks: 'life.read' },
  { to: '/appraisals', title: '民主评议', asks: 'appraisal.mutual' },
  { to: '/analyses', title: '党性分析', asks: 'analysis.see' },
  { to: '/study', title: '学习', asks: 'study.read' },
  { to: '/outreach', title: '宣讲', asks: 'study.read' },
]

/**
 * Under 走访与需求. They are the organ's, whichever unit is chosen. What everybody does stands first, what few open last; a
 * visit is recorded from the pages of visits and of what waits.
 */
export const NEED_WAYS: readonly SubWay[] = [
  // One a line.
  { to: '/visits', title: '走访', asks: 'visit.record', anywhere: true },
  { to: '/outbox', title: '待传', asks: 'visit.record', anywhere: true, counts: true },
  { to: '/contacts', title: '联系点', asks: 'visit.record', anywhere: true },
  { to: '/needs', title: '需求办理', asks: 'need.receive', anywhere: true },
  { to: '/needs/patterns', title: '需求统计', asks: 'need.count', anywhere: true },
  { to: '/wellbeing', title: '满意度和调查', asks: 'wellbeing.read', anywhere: true },
  { to: '/needs/desk', title: '接待设置', asks: 'need.lead', anywhere: true },
]

/** Under 我的: what is one's own, whatever one's post. */
export const MY_WAYS: readonly SubWay[] = [
  { to: '/me', title: '个人信息' },
  { to: '/me/tasks', title: '我的事项' },
  { to: '/me/talks', title: '谈心谈话' },
  { to: '/me/analyses', title: '党性分析' },
  { to: '/me/self-check', title: '政治体检自查' },
  { to: '/me/life', title: '组织生活会' },
  { to: '/me/appraisal', title: '民主评议' },
  { to: '/me/study', title: '学习和学时' },
  { to: '/me/changes', title: '变动' },
  { to: '/handovers', title: '工作交接' },
  { to: '/me/openings', title: '谁打开过我的记录' },
]

/** Under 文书与归档. */
export const PAPER_WAYS: readonly SubWay[] = [
  { to: '/archives', title: '手册与归档', asks: 'archive.take' },
  { to: '/handovers', title: '工作交接' },
]
