import type { Duty, DutyRule, State } from './contract.ts'
import { lateWord } from './grid.ts'

type Named = { id: string; name: string }

/** How a duty stands, as paper says it. */
const STATE_WORDS: Readonly<Record<State, string>> = {
  done: '已完成',
  late: '补记',
  due: '本期应做',
  missed: '未做',
  excused: '已说明',
  'not-yet': '未到期',
  'not-owed': '不应做',
}

export const CALENDAR_HEAD = ['期限', '应做事项', '组织', '情况', '记录', '说明'] as const
export const CALENDAR_WIDTHS = [18, 24, 20, 10, 44, 26] as const

/**
 * The year's duties of some units as lines of a table, by their periods: done, late, missed, or excused with its reason. What
 * each person owes is counted and not named: a book is no list of who lags behind.
 */
export const calendarRows = (
  duties: readonly Duty[],
  rules: readonly DutyRule[],
  units: readonly Named[],
): string[][] => {
  const titles = new Map(rules.map(({ rule, title }, order) => [rule, { title, order }]))
  const names = new Map(units.map(({ id, name }, order) => [id, { name, order }]))
  const owed = duties.filter(({ unitId, state }) => names.has(unitId) && state !== 'not-owed')
  const lines = Map.groupBy(
    owed,
    ({ rule, unitId, personId, from, to }) => `${rule} ${unitId} ${personId !== null} ${from} ${to}`,
  )
  return [...lines.values()]
    .map((same) => ({ duty: same[0]!, same }))
    .toSorted(
      ({ duty: one }, { duty: other }) =>
        byText(one.from, other.from) ||
        byText(one.to, other.to) ||
        (names.get(one.unitId)?.order ?? 0) - (names.get(other.unitId)?.order ?? 0) ||
        (titles.get(one.rule)?.order ?? 0) - (titles.get(other.rule)?.order ?? 0) ||
        Number(one.personId !== null) - Number(other.personId !== null),
    )
    .map(({ duty, same }) => [
      duty.period,
      `${titles.get(duty.rule)?.title ?? duty.rule}${duty.personId === null ? '' : '（每人）'}`,
      names.get(duty.unitId)?.name ?? '',
      ...(duty.personId === null ? ofUnit(duty) : ofPeople(same)),
    ])
}

const ofUnit = (duty: Duty): string[] => [
  duty.state === 'late' ? lateWord(duty) : STATE_WORDS[duty.state],
  duty.evidence
    .map(
      ({ heldOn, recordedOn, title }) =>
        `${heldOn} ${title}${recordedOn > heldOn ? `（${recordedOn}记录）` : ''}`,
    )
    .join('\n'),
  duty.excuse?.reason ?? '',
]

const ofPeople = (duties: readonly Duty[]): string[] => {
  const counts = Map.groupBy(duties, ({ state }) => state)
  const said = (Object.keys(STATE_WORDS) as State[])
    .filter((state) => counts.has(state))
    .map((state) => `${STATE_WORDS[state]}${counts.get(state)!.length}人`)
  return [`${duties.length}人应做`, said.join('，'), '']
}

const byText = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}
