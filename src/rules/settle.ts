import { compare, fraction } from '../kernel/fraction.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { citationOf } from './citation.ts'
import type { Choice, Parameter, Quantity } from './parameters.ts'
import type { Rule } from './rule.ts'
import type { Rules } from './rulebook.ts'

/**
 * Why an organ may not settle a parameter at a value: unknown key, not one of the choices, out of range, or looser than
 * a rule that says 应当. Undefined when it may.
 */
export const parameterRefusal = (
  parameters: readonly Parameter[],
  rules: Rules,
  key: string,
  value: string,
): Refusal | undefined => {
  const parameter = parameters.find((known) => known.key === key)
  if (parameter === undefined) {
    return refuse('not-found', `没有名为 ${JSON.stringify(key.slice(0, 60))} 的地方参数。`, { field: 'key' })
  }
  return 'choices' in parameter
    ? choiceRefusal(parameter, rules, value)
    : quantityRefusal(parameter, rules, value)
}

const choiceRefusal = (parameter: Choice, rules: Rules, value: string): Refusal | undefined => {
  if (parameter.choices.some((choice) => choice.value === value)) return undefined
  const offered = parameter.choices.map((choice) => `${choice.value}（${choice.label}）`).join('、')
  const touched = parameter.choices.flatMap(({ changes }) => changes.map((change) => change.rule))
  const bound = touched.flatMap((id) => musts(rules, id))[0]
  const clause = bound ? `${citationOf(bound)}是“应当”一级的要求，地方只能从严或在其中选择。` : ''
  return refuse(bound ? 'rule' : 'invalid', `“${parameter.title}”只能取 ${offered}。${clause}`, {
    field: 'value',
  })
}

const quantityRefusal = (parameter: Quantity, rules: Rules, value: string): Refusal | undefined => {
  const isNumber = /^\d{1,6}(\/[1-9]\d{0,5})?$/.test(value)
  const wanted = parameter.unit ? '整数，如 60' : '分数或整数，如 4/5'
  if (!isNumber || (parameter.unit && value.includes('/'))) {
    return refuse('invalid', `“${parameter.title}”应填${wanted}。`, { field: 'value' })
  }
  const loosened = parameter.sets
    .flatMap((target) =>
      'constant' in target ? musts(rules, target.rule).map((rule) => [rule, target.constant] as const) : [],
    )
    .find(([rule, constant]) => isLooser(parameter, value, baseOf(rule, constant)))
  if (loosened) return refuse('rule', loosening(parameter, value, ...loosened), { field: 'value' })

  const within =
    compare(fraction(value), fraction(parameter.least)) >= 0 &&
    compare(fraction(value), fraction(parameter.most)) <= 0
  if (within) return undefined
  const range = `${parameter.least} 至 ${parameter.most}${parameter.unit ? ` ${parameter.unit}` : ' '}`
  return refuse('invalid', `“${parameter.title}”应在 ${range}之间，所填为 ${value}。`, { field: 'value' })
}

const musts = (rules: Rules, id: string): Rule[] =>
  (rules.get(id) ?? []).filter((rule) => rule.hardness === 'must' && rule.to === undefined)

const baseOf = (rule: Rule, constant: string): string =>
  (rule.kind === 'check' ? rule.constants[constant] : undefined) ?? '0'

const isLooser = (parameter: Quantity, value: string, base: string): boolean => {
  const difference = compare(fraction(value), fraction(base))
  return parameter.stricter === 'higher' ? difference < 0 : difference > 0
}

const loosening = (parameter: Quantity, value: string, rule: Rule, constant: string): string => {
  const bound = parameter.stricter === 'higher' ? '不低于' : '不高于'
  return `“${parameter.title}”不能定为 ${value}：${citationOf(rule)}要求${bound} ${baseOf(rule, constant)}，地方只能从严，不能放宽。`
}
