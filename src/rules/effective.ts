import type { Change, Parameter, Settled } from './parameters.ts'
import type { Rule } from './rule.ts'

/** The rule as it stands for an organ that has settled some parameters. Values are taken as already accepted. */
export const effective = (rule: Rule, settled: Settled, parameters: readonly Parameter[]): Rule =>
  parameters.reduce((changed, parameter) => {
    const value = settled[parameter.key]
    return value === undefined ? changed : withValue(changed, parameter, value)
  }, rule)

/** The rule with one parameter set to one value; the same rule where the parameter does not touch it. */
export const withValue = (rule: Rule, parameter: Parameter, value: string): Rule => {
  if ('choices' in parameter) {
    const chosen = parameter.choices.find((choice) => choice.value === value)
    const changes = chosen?.changes.filter((change) => change.rule === rule.id) ?? []
    return changes.reduce(withChange, rule)
  }
  const targets = parameter.sets.filter((target) => target.rule === rule.id)
  return targets.reduce(
    (changed, target) =>
      'constant' in target
        ? withConstants(changed, { [target.constant]: value })
        : withAhead(changed, Number(value)),
    rule,
  )
}

const withAhead = (rule: Rule, days: number): Rule => ('ahead' in rule ? { ...rule, ahead: { days } } : rule)

const withChange = (rule: Rule, change: Change): Rule => {
  if (rule.kind === 'check') return withNames(withConstants(rule, change.constants ?? {}), change.names ?? {})
  if (rule.kind === 'limit')
    return 'within' in rule && change.within ? { ...rule, within: change.within } : rule
  if (rule.kind !== 'duty' || !('every' in rule)) return rule
  const { carriesOver, ...rest } = rule
  const kept = change.carriesOver === undefined ? carriesOver : change.carriesOver
  return {
    ...rest,
    every: change.every ?? rule.every,
    reach: change.reach ?? rule.reach,
    ...(kept ? { carriesOver: kept } : {}),
  }
}

const withConstants = (rule: Rule, constants: Readonly<Record<string, string>>): Rule =>
  rule.kind === 'check' ? { ...rule, constants: { ...rule.constants, ...constants } } : rule

const withNames = (rule: Rule, names: Readonly<Record<string, string>>): Rule => {
  if (rule.kind !== 'check') return rule
  const facts = Object.entries(rule.facts).map(
    ([key, fact]) => [key, { ...fact, name: names[key] ?? fact.name }] as const,
  )
  return { ...rule, facts: Object.fromEntries(facts) }
}
