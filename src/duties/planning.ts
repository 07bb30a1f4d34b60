import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import type { Duty } from './contract.ts'

/** The meeting kinds that can be planned from a duty. */
export const PLANNED: ReadonlySet<string> = new Set([
  'general-meeting',
  'committee-meeting',
  'group-meeting',
  'lecture',
  'theme-day',
  'life-meeting',
])

/** Where what fulfils a duty is recorded, for kinds of evidence that have a place of their own; all others can be stated by hand. */
export const PLACES: Readonly<Record<string, { to: string; act: string }>> = {
  analysis: { to: '/analyses', act: '看党性分析' },
  study: { to: '/study', act: '去登记学习和学时' },
  training: { to: '/study', act: '去登记学习和培训' },
  'superior-training': { to: '/study', act: '去登记上级举办的培训' },
  'county-training': { to: '/study', act: '去登记县级以上培训' },
  'induction-training': { to: '/study', act: '去登记任职培训' },
  appraisal: { to: '/appraisals', act: '去民主评议' },
  'life-meeting': { to: '/life-meetings', act: '去组织生活会' },
  'talk-committee': { to: '/talks', act: '去登记谈心谈话' },
  'talk-member': { to: '/talks', act: '去登记谈心谈话' },
  renewal: { to: '/elections', act: '去办理换届选举' },
}

/** Where a record that gave evidence is read, by the evidence's `sourceKind`; the record's id follows. */
export const RECORD_PAGES: Readonly<Record<string, string>> = {
  meeting: '/meetings/',
  'study-session': '/study/',
  appraisal: '/appraisals/',
  'life-round': '/life-meetings/',
  talk: '/talks/',
  election: '/elections/',
}

/** A day to begin with: a week from today, but within the period; the person then chooses. */
export const proposedDay = ({ from, to }: Pick<Duty, 'from' | 'to'>, today: Day): Day => {
  const wanted = today.add({ days: 7 })
  if (isBefore(wanted, day(from))) return day(from)
  return isAfter(wanted, day(to)) && !isBefore(day(to), today) ? day(to) : wanted
}

/** Where a meeting of that kind is planned, with kind, unit and day filled in. */
export const planAddress = (
  kind: string,
  unit: string,
  period: Pick<Duty, 'from' | 'to'>,
  today: Day,
): string =>
  `/meetings/plan?${new URLSearchParams({ of: unit, kind, on: proposedDay(period, today).toString() })}`
