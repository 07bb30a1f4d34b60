import { type Day, day, readable } from '../kernel/day.ts'
import type { UnitKind, UnitLine } from '../organs/contract.ts'
import { citationOf } from '../rules/citation.ts'
import { type Book, type Choices, type RuleOf, rulesStanding } from '../rules/standing.ts'
import { dayBy, daysBetween, type TermDays, termDays, termRulesOf } from '../rules/term.ts'
import type { Election, Term } from './facts.ts'
import { nextStep } from './preparation.ts'
import { type PostHeld, type Vacancy, vacanciesOf } from './vacancies.ts'

/** An election under way, as far as its next step asks. */
export type UnderWay = Pick<Election, 'id' | 'plannedOn'> & Omit<Parameters<typeof nextStep>[0], 'choices'>

export type UnitStanding = {
  unitId: string
  unitName: string
  unitKind: UnitKind
  line: UnitLine
  unitPath: string
  term: Term | null
  posts: readonly PostHeld[]
  elections: readonly UnderWay[]
}

export type Standing = { units: readonly UnitStanding[]; choices: Choices }

export const CALENDAR_STATES = [
  'unregistered',
  'ahead',
  'prepare',
  'request',
  'overdue',
  'under-way',
] as const

/** One unit on the calendar: its term, how far it is from its end, and what is under way. */
export type CalendarLine = {
  term: (Term & TermDays) | null
  /** By when the request should go up, for the planned day or else for the last day of the term. */
  request: { on: string; citation: string } | null
  state: (typeof CALENDAR_STATES)[number]
  /** Days beyond the last day of the term; 0 before it. */
  daysOver: number
  words: string
  level: 'red' | 'amber' | null
  citation: string | null
  elections: { id: string; kind: Election['kind']; next: { title: string; by: string | null } | null }[]
  vacancies: Vacancy[]
}

export const calendarLine = (
  book: Book,
  choices: Choices,
  unit: Omit<UnitStanding, 'line' | 'unitPath'>,
  today: Day,
): CalendarLine => {
  const ruleOf = rulesStanding(book, choices, today)
  const days = unit.term && termDays(book, choices, unit.unitKind, unit.term)
  const renewal = unit.elections.find(({ kind }) => kind === 'renewal')
  const asked = renewal?.plannedOn ?? days?.dueOn
  const request = asked ? requestBy(ruleOf, unit.unitKind, asked) : null
  return {
    term: unit.term && days ? { ...unit.term, ...days } : null,
    request,
    ...stateOf(days, renewal, request, today),
    elections: unit.elections.map((each) => {
      const next = nextStep({ ...each, choices }, ruleOf, today.toString())
      return { id: each.id, kind: each.kind, next: next && { title: next.title, by: next.by } }
    }),
    vacancies: unit.term ? vacanciesOf(unit.posts, unit.term.electedOn, today.toString()) : [],
  }
}

/** By when the request for an election on that day goes up, by the rule of the unit's own line. */
export const requestBy = (ruleOf: RuleOf, kind: string, on: string): CalendarLine['request'] => {
  const id = termRulesOf(kind)?.request
  const rule = id === undefined ? undefined : ruleOf(id)
  return rule?.kind === 'limit' ? { on: dayBy(rule, day(on)).toString(), citation: citationOf(rule) } : null
}

type State = Pick<CalendarLine, 'state' | 'daysOver' | 'words' | 'level' | 'citation'>

const stateOf = (
  days: TermDays | null,
  renewal: UnderWay | undefined,
  request: CalendarLine['request'],
  today: Day,
): State => {
  const on = today.toString()
  if (days === null)
    return {
      ...QUIET,
      state: renewal ? 'under-way' : 'unregistered',
      words: renewal ? '正在办理。' : '还没有登记本届选举日期。',
    }
  const { dueOn, remindOn, citation, latestOn, shift } = days
  const daysOver = on > dueOn ? daysBetween(day(dueOn), today) : 0
  if (renewal?.electedOn) return { ...QUIET, state: 'under-way', words: '已经选出，还有后续要办。' }
  if (daysOver > 0) {
    const usual = latestOn ? `延期须经批准，一般最迟到${readable(day(latestOn))}。` : '延期须经批准。'
    const over = `${shift ? '已超过批准的日期' : '已超过届满日'} ${daysOver} 天。`
    return { state: 'overdue', daysOver, level: 'red', words: `${over}${usual}`, citation }
  }
  const isRequested = renewal?.steps.some(({ step }) => step === 'request') === true
  const isLate = request !== null && on > request.on && !isRequested
  if (isLate && (renewal || on >= remindOn))
    return {
      ...QUIET,
      state: 'request',
      words: `请示应在${readable(day(request.on))}前报出，已过 ${daysBetween(day(request.on), today)} 天。`,
      level: 'amber',
      citation: request.citation,
    }
  if (renewal) return { ...QUIET, state: 'under-way', words: '正在办理。' }
  return on >= remindOn
    ? {
        ...QUIET,
        state: 'prepare',
        words: `离届满还有 ${daysBetween(today, day(dueOn))} 天，应着手筹备。`,
        level: 'amber',
        citation,
      }
    : { ...QUIET, state: 'ahead', words: `${readable(day(remindOn))}起筹备。`, citation }
}

const QUIET: Omit<State, 'state' | 'words'> = { daysOver: 0, level: null, citation: null }
