import { day, isDay } from '../kernel/day.ts'
import type { Duty, DutyRule, State } from './contract.ts'

/** What a command leaves: its exit code and what it prints. */
export type Printed = { code: 0 | 2; out: string; err: string }

export type DutiesAsked = { unit: string; from: string; to: string; on: string | undefined; json: boolean }

/** What the command works with. */
export type Told = {
  on: string
  duties: readonly Duty[]
  rules: readonly DutyRule[]
  unitNames: ReadonlyMap<string, string>
  personNames: ReadonlyMap<string, string>
}

export const DUTIES_USAGE = 'duties --unit <组织名称> --from <日期> --to <日期> [--on <日期>] [--json]'

const FLAGS = ['unit', 'from', 'to', 'on'] as const
type Flag = (typeof FLAGS)[number]

/** What is asked for, or the one line that says what is wrong with the asking. */
export const askedDuties = (argv: readonly string[]): DutiesAsked | string => {
  const given: Partial<Record<Flag, string>> = {}
  let json = false
  for (let at = 0; at < argv.length; at += 1) {
    const [name = '', inline] = splitFlag(argv[at]!)
    if (name === '--json' && inline === undefined) json = true
    else if (isFlag(name)) {
      const value = inline ?? argv[++at]
      if (value === undefined || value.trim() === '') return `${name} 后面没有写内容。写法：${DUTIES_USAGE}`
      given[name.slice(2) as Flag] = value
    } else return `不认识 ${JSON.stringify(argv[at]!.slice(0, 40))}。写法：${DUTIES_USAGE}`
  }
  const { unit, from, to, on } = given
  if (unit === undefined || from === undefined || to === undefined) {
    const missing = (['unit', 'from', 'to'] as const).filter((flag) => given[flag] === undefined)
    return `缺少 ${missing.map((flag) => `--${flag}`).join('、')}。写法：${DUTIES_USAGE}`
  }
  for (const flag of ['from', 'to', 'on'] as const)
    if (given[flag] !== undefined && !isDay(given[flag]))
      return `--${flag} 应是日历上有的日期，如 2026-03-28，所给为 ${JSON.stringify(given[flag].slice(0, 40))}。`
  if (from > to) return `--to ${to} 早于 --from ${from}。请对调或重写。`
  if (day(from).until(day(to), { largestUnit: 'years' }).years >= 10)
    return '一次最多看 10 年。请把起止日期缩短。'
  return { unit, from, to, on, json }
}

const splitFlag = (argument: string): [string, string | undefined] => {
  const at = argument.indexOf('=')
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)]
}

const isFlag = (name: string): boolean =>
  name.startsWith('--') && (FLAGS as readonly string[]).includes(name.slice(2))

/** The duties as one line of JSON, or as lines for people. */
export const toldDuties = (asked: DutiesAsked, told: Told): string =>
  asked.json ? asJson(asked, told) : asLines(told)

const asJson = (asked: DutiesAsked, { on, duties, rules, unitNames, personNames }: Told): string => {
  const known = new Map(rules.map((rule) => [rule.rule, rule]))
  const told = duties.map((duty) => ({
    rule: duty.rule,
    title: known.get(duty.rule)?.title ?? null,
    citation: known.get(duty.rule)?.citation ?? null,
    unit: unitNames.get(duty.unitId) ?? null,
    person: duty.personId === null ? null : (personNames.get(duty.personId) ?? null),
    period: duty.period,
    from: duty.from,
    to: duty.to,
    state: duty.state,
    needed: duty.needed,
    counted: duty.counted,
    because: duty.because,
    evidence: duty.evidence.map(({ kind, heldOn, recordedOn, title }) => ({
      kind,
      heldOn,
      recordedOn,
      title,
    })),
    excuse: duty.excuse?.reason ?? null,
  }))
  return `${JSON.stringify({ unit: asked.unit, from: asked.from, to: asked.to, on, duties: told })}\n`
}

const WORDS: Record<State, string> = {
  done: '● 已完成',
  late: '◐ 补记',
  due: '○ 本期应做',
  missed: '□ 未做',
  excused: '／ 已说明',
  'not-yet': '· 尚未开始',
  'not-owed': '· 不需要做',
}

const asLines = ({ on, duties, rules, unitNames, personNames }: Told): string => {
  const titles = new Map(rules.map(({ rule, title }) => [rule, title]))
  const lines = duties.map(({ rule, unitId, personId, period, state }) =>
    [
      WORDS[state],
      period,
      titles.get(rule) ?? rule,
      unitNames.get(unitId) ?? '',
      personId === null ? '' : (personNames.get(personId) ?? ''),
    ]
      .filter((cell) => cell !== '')
      .join('  '),
  )
  return [`${on} 的情况，共 ${duties.length} 项`, ...lines, ''].join('\n')
}
