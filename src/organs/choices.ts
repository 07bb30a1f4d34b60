import type { Parameter as Written } from '../rules/parameters.ts'
import type { Parameter } from './contract.ts'

type Settled = { key: string; choice: string; since: string }

/** Every local parameter with the choice that stands on the day; `settled` is in order of its days. */
export const shownParameters = (
  parameters: readonly Written[],
  settled: readonly Settled[],
  on: string,
): Parameter[] =>
  parameters.map((parameter) => {
    const standing = settled.findLast(({ key, since }) => key === parameter.key && since <= on)
    return {
      key: parameter.key,
      title: parameter.title,
      says: parameter.says,
      affects: affectedBy(parameter),
      choice: standing?.choice ?? parameter.default,
      byDefault: parameter.default,
      choices:
        'choices' in parameter ? parameter.choices.map(({ value, label }) => ({ value, label })) : null,
      range:
        'choices' in parameter
          ? null
          : { least: parameter.least, most: parameter.most, unit: parameter.unit ?? null },
      since: standing?.since ?? null,
    }
  })

const affectedBy = (parameter: Written): string[] => {
  const changed =
    'choices' in parameter
      ? parameter.choices.flatMap(({ changes }) => changes.map(({ rule }) => rule))
      : parameter.sets.map(({ rule }) => rule)
  return [...new Set([...parameter.serves, ...changed])]
}
