import { type Refusal, refuse } from '../kernel/outcome.ts'
import { MOST } from './line.ts'
import type { Check, Fact } from './rule.ts'

/** Facts as somebody gave them: counts, and yes-no facts as true/false or 1/0. Checked before judging. */
export type Given = Readonly<Record<string, unknown>>

/** A quick reader for the facts of one rule: their numbers in the rule's order, or undefined when one is absurd. */
export const readerOf = (rule: Check): ((given: Given) => number[] | undefined) => {
  const names = Object.keys(rule.facts)
  const least = names.map((name) => rule.facts[name]!.atLeast)
  const most = names.map((name) => (rule.facts[name]!.kind === 'yes-no' ? 1 : MOST))
  const yesNo = names.map((name) => rule.facts[name]!.kind === 'yes-no')
  const pairs = names.flatMap((name, one) => {
    const cap = rule.facts[name]!.atMost
    return cap === undefined ? [] : [[one, names.indexOf(cap)] as const]
  })

  return (given) => {
    const facts: number[] = []
    for (let at = 0; at < names.length; at += 1) {
      const value = given[names[at]!]
      const fact = yesNo[at] && typeof value === 'boolean' ? Number(value) : value
      if (!Number.isInteger(fact)) return undefined
      const whole = fact as number
      if (whole < least[at]! || whole > most[at]!) return undefined
      facts.push(whole)
    }
    for (const [one, cap] of pairs) if (facts[one]! > facts[cap]!) return undefined
    let count = 0
    for (const _ in given) count += 1
    return count === names.length ? facts : undefined
  }
}

/** Why the facts cannot be judged: the first fault, in one line that says what would put it right. */
export const factsRefusal = (rule: Check, given: Given): Refusal => {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(rule.facts, name))
  if (unknown !== undefined) {
    return invalid(unknown, `规则 ${rule.id} 没有名为 ${shown(unknown)} 的事实，只需要${listed(rule)}。`)
  }
  for (const [name, fact] of Object.entries(rule.facts)) {
    const fault = faultOf(rule, given, name, fact)
    if (fault) return invalid(name, fault)
  }
  return invalid('facts', `规则 ${rule.id} 的事实无法识别，需要${listed(rule)}。`)
}

const faultOf = (rule: Check, given: Given, name: string, fact: Fact): string | undefined => {
  const value = given[name]
  const label = `“${fact.name}”（${name}）`
  if (!Object.hasOwn(given, name)) return `缺少${label}，规则 ${rule.id} 需要${listed(rule)}。`
  if (fact.kind === 'yes-no') {
    const known = typeof value === 'boolean' || value === 0 || value === 1
    return known ? undefined : `${label}只能填 true 或 false，所给为 ${shown(value)}。`
  }
  if (typeof value !== 'number' || Number.isNaN(value)) return `${label}应填整数，所给为 ${shown(value)}。`
  if (value < 0) return `${label}不能是负数，所给为 ${value}。`
  if (value > MOST) return `${label}不能大于 ${MOST}，所给为 ${value}。`
  if (!Number.isInteger(value)) return `${label}以${fact.unit}计，必须是整数，所给为 ${value}。`
  if (value < fact.atLeast) return `${label}至少为 ${fact.atLeast}，所给为 ${value}。`
  const cap = fact.atMost
  if (cap === undefined || !(Number(given[cap]) < value)) return undefined
  return `${label}为 ${value}，不能多于“${rule.facts[cap]!.name}”（${cap}）的 ${shown(given[cap])}。`
}

const invalid = (field: string, message: string): Refusal => refuse('invalid', message, { field })

const listed = (rule: Check): string =>
  Object.entries(rule.facts)
    .map(([name, fact]) => `${name}（${fact.name}）`)
    .join('、')

/** What was given, on one line and short. */
const shown = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
