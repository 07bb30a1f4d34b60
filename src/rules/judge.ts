import type { Day } from '../kernel/day.ts'
import { type Judgment, type Refusal, refuse } from '../kernel/outcome.ts'
import { citationOf } from './citation.ts'
import { factsRefusal, type Given, readerOf } from './facts.ts'
import { type Line, lineFor } from './line.ts'
import type { Check, Rule } from './rule.ts'
import { type Rules, ruleOn } from './rulebook.ts'

type Judge = (given: Given) => Judgment | Refusal

/** Judges the facts by one version of a check. Refuses facts that are missing, unknown or absurd. */
export const judge = (rule: Check, given: Given): Judgment | Refusal => judgeOf(rule)(given)

/** Judges by the version in force on the day. Refuses an unknown rule, a day without a version, and what is no check. */
export const judgeById = (
  rules: Rules,
  id: string,
  { on, facts }: { on: Day; facts: Given },
): Judgment | Refusal => {
  const rule = ruleOn(rules, id, on)
  if (rule === undefined) return absent(rules, id, on)
  if (rule.kind === 'check') return judge(rule, facts)
  return refuse('invalid', `规则 ${id}（${rule.title}）${NO_CHECK[rule.kind]}，不能按人数判定。`, {
    field: 'rule',
  })
}

/** The rule compiled once; later calls for the same rule object reuse it. */
export const judgeOf = (rule: Check): Judge => {
  const known = compiled.get(rule)
  if (known) return known
  const fresh = compile(rule)
  compiled.set(rule, fresh)
  return fresh
}

const compiled = new WeakMap<Check, Judge>()

const compile = (rule: Check): Judge => {
  const names = Object.keys(rule.facts)
  const line = lineFor(rule)
  const measured = names.indexOf(line.measured)
  const meets = MEETS[line.sense]
  const read = readerOf(rule)
  const citation = citationOf(rule)
  const { id, hardness, confidence } = rule

  return (given) => {
    const facts = read(given)
    if (facts === undefined) return factsRefusal(rule, given)
    const needed = line.needed(facts)
    const holds = meets(facts[measured]!, needed)
    return { rule: id, holds, needed, numbers: numbersOf(names, facts), citation, hardness, confidence }
  }
}

const MEETS: Record<Line['sense'], (measured: number, needed: number) => boolean> = {
  least: (measured, needed) => measured >= needed,
  most: (measured, needed) => measured <= needed,
  exactly: (measured, needed) => measured === needed,
}

const numbersOf = (names: readonly string[], facts: readonly number[]): Record<string, number> => {
  const numbers: Record<string, number> = {}
  for (let at = 0; at < names.length; at += 1) numbers[names[at]!] = facts[at]!
  return numbers
}

const NO_CHECK: Record<Exclude<Rule['kind'], 'check'>, string> = {
  duty: '是应做事项，由佐证推算',
  limit: '是期限，由日期推算',
  guidance: '是提示，没有可判定的界线',
}

const absent = (rules: Rules, id: string, on: Day): Refusal => {
  const versions = rules.get(id)
  if (versions === undefined) {
    const family = id.split('.')[0] ?? ''
    const near = [...rules.keys()].filter((known) => known.startsWith(`${family}.`)).slice(0, 6)
    const hint = near.length > 0 ? `相近的有 ${near.join('、')}。` : '编号见“规则”页。'
    return refuse('not-found', `没有编号为 ${JSON.stringify(id.slice(0, 60))} 的规则，${hint}`, {
      field: 'rule',
    })
  }
  const spans = versions.map(({ from, to }) => (to ? `${from} 至 ${to}` : `${from} 起`)).join('、')
  return refuse('invalid', `规则 ${id} 在 ${on} 没有施行，施行的日子是 ${spans}。`, { field: 'on' })
}
