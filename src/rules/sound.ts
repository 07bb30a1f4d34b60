import { withValue } from './effective.ts'
import { lineOf } from './line.ts'
import type { Parameter } from './parameters.ts'
import type { Check, Rule } from './rule.ts'

/** What is wrong with a file of rules, said to the person who keeps it. */
export type Fault = { file: string; field: string; remedy: string }

type Placed = { rule: Rule; file: string }

/** What the shapes alone cannot see: unreadable formulas, names that lead nowhere, versions that overlap. */
export const faultsOf = (placed: readonly Placed[], parameters: readonly Parameter[]): Fault[] => [
  ...placed.flatMap(({ rule, file }) =>
    [...ruleRemedies(rule), ...duplicateRemedies(rule, placed), ...parameterRemedies(rule, parameters)].map(
      ([field, remedy]) => ({ file, field: `${rule.id}.${field}`, remedy }),
    ),
  ),
  ...parameters.flatMap((parameter) =>
    targetRemedies(parameter, placed).map((remedy) => ({
      file: 'parameters.yaml',
      field: parameter.key,
      remedy,
    })),
  ),
]

type Remedy = readonly [field: string, remedy: string]

const ruleRemedies = (rule: Rule): Remedy[] => {
  const remedies: Remedy[] = []
  if (rule.to !== undefined && rule.to < rule.from) remedies.push(['to', '不能早于 from。'])
  if (rule.kind !== 'check') return remedies
  const fault = formulaFault(rule)
  if (fault) remedies.push(['needs', fault])
  for (const [name, fact] of Object.entries(rule.facts)) {
    if (fact.atMost !== undefined && !Object.hasOwn(rule.facts, fact.atMost)) {
      remedies.push([`facts.${name}.atMost`, `没有名为 ${fact.atMost} 的事实。`])
    }
    if (Object.hasOwn(rule.constants, name)) remedies.push([`constants.${name}`, '与事实同名，请改名。'])
  }
  return remedies
}

const formulaFault = (rule: Check): string | undefined => {
  try {
    lineOf(rule.needs, Object.keys(rule.facts), rule.constants)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const duplicateRemedies = (rule: Rule, placed: readonly Placed[]): Remedy[] => {
  const rival = placed.find(
    (other) => other.rule !== rule && other.rule.id === rule.id && overlap(rule, other.rule),
  )
  return rival ? [['from', `与 ${rival.file} 中的同号规则施行日期重叠，请给旧版写上 to。`]] : []
}

const overlap = (one: Rule, other: Rule): boolean =>
  one.from <= (other.to ?? '9999-12-31') && other.from <= (one.to ?? '9999-12-31')

const parameterRemedies = (rule: Rule, parameters: readonly Parameter[]): Remedy[] => {
  const key = rule.kind === 'duty' ? rule.parameter : undefined
  if (key === undefined || parameters.some((parameter) => parameter.key === key)) return []
  return [['parameter', `parameters.yaml 中没有 ${key}。`]]
}

const targetRemedies = (parameter: Parameter, placed: readonly Placed[]): string[] => {
  const values = 'choices' in parameter ? parameter.choices.map(({ value }) => value) : [parameter.default]
  const changed =
    'choices' in parameter
      ? parameter.choices.flatMap(({ changes }) => changes.map(({ rule }) => rule))
      : parameter.sets.map(({ rule }) => rule)
  const unknown = [...parameter.serves, ...changed].filter((id) => !placed.some(({ rule }) => rule.id === id))
  const touched = placed.map(({ rule }) => rule).filter((rule) => changed.includes(rule.id))
  const broken = touched.flatMap((rule) =>
    values.flatMap((value) => ruleRemedies(withValue(rule, parameter, value)).map(([, remedy]) => remedy)),
  )
  return [
    ...new Set(unknown.map((id) => `没有编号为 ${id} 的规则。`)),
    ...(values.includes(parameter.default) ? [] : ['default 应是 choices 之一。']),
    ...broken,
  ]
}
