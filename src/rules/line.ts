import { type Fraction, fraction } from '../kernel/fraction.ts'
import { type Comparison, type Expression, parseFormula } from './formula.ts'
import type { Check } from './rule.ts'

/** Where a check draws its line: the measured fact, on which side it must lie, and the number at the line. */
export type Line = {
  measured: string
  sense: 'least' | 'most' | 'exactly'
  /** From the facts in the order of `names`; a whole number, in the unit of the measured fact. */
  needed: (facts: readonly number[]) => number
}

/** No fact may exceed this; with it, every intermediate number of an accepted formula is an exact integer. */
export const MOST = 10_000_000

/**
 * Draws the line of a formula over the named facts. Throws when the formula is unreadable, names something unknown,
 * or could leave the range of exact integers.
 */
export const lineOf = (
  formula: string,
  names: readonly string[],
  constants: Readonly<Record<string, string>> = {},
): Line => {
  const { measured, comparison, against } = parseFormula(formula)
  if (!names.includes(measured)) throw new SyntaxError(`formula "${formula}": unknown fact ${measured}`)
  const quantity = exactOf(against, { formula, names, constants })
  if (comparison === '=' && quantity.in !== 1) {
    throw new SyntaxError(`formula "${formula}": "=" needs a whole number, round with ceil or floor`)
  }
  return { measured, sense: SENSE[comparison], needed: nearest(comparison, quantity) }
}

/** The line of a rule, drawn once; later calls for the same rule object reuse it. */
export const lineFor = (rule: Check): Line => {
  const known = drawn.get(rule)
  if (known) return known
  const line = lineOf(rule.needs, Object.keys(rule.facts), rule.constants)
  drawn.set(rule, line)
  return line
}

const drawn = new WeakMap<Check, Line>()

const SENSE: Record<Comparison, Line['sense']> = {
  '>=': 'least',
  '>': 'least',
  '<=': 'most',
  '<': 'most',
  '=': 'exactly',
}

/** A rational number with a fixed denominator: `value(facts) / in`, and |value| never above `most`. */
type Quantity = { in: number; most: number; value: (facts: readonly number[]) => number }

// Integers below 2^53 divide without rounding across a whole number: the quotient lies at least 1/divisor from the
// nearest one, and its rounding error is smaller than that.
const down = (value: number, divisor: number): number => Math.floor(value / divisor)
const up = (value: number, divisor: number): number => Math.ceil(value / divisor)

/** The whole number at the line. Each case is its own small closure: this is the path that runs a million times. */
const nearest = (comparison: Comparison, quantity: Quantity): Line['needed'] => {
  const { value, in: divisor } = quantity
  switch (comparison) {
    case '>=':
      return divisor === 1 ? value : (facts) => up(value(facts), divisor)
    case '>':
      return (facts) => down(value(facts), divisor) + 1
    case '<=':
      return divisor === 1 ? value : (facts) => down(value(facts), divisor)
    case '<':
      return (facts) => up(value(facts), divisor) - 1
    case '=':
      return value
  }
}

/** What the names of a formula mean. */
type Setting = { formula: string; names: readonly string[]; constants: Readonly<Record<string, string>> }

/** The quantity, once its greatest possible value is known to be an exact integer. */
const exactOf = (expression: Expression, setting: Setting): Quantity => {
  const quantity = quantityOf(expression, setting)
  if (Number.isSafeInteger(quantity.most)) return quantity
  throw new SyntaxError(`formula "${setting.formula}": may leave the range of exact integers`)
}

const quantityOf = (expression: Expression, setting: Setting): Quantity => {
  const of = (part: Expression): Quantity => exactOf(part, setting)
  switch (expression.is) {
    case 'number':
      return fixed(expression)
    case 'name':
      return namedOf(expression.name, setting)
    case 'ceil':
    case 'floor':
      return rounded(expression.is === 'ceil' ? up : down, of(expression.one))
    case '*':
      return product(of(expression.one), of(expression.other))
    case '+':
    case '-':
    case 'max':
    case 'min':
      return joined(expression.is, of(expression.one), of(expression.other))
    case 'if':
      return chosen(expression.comparison, of(expression.left), of(expression.right), [
        of(expression.then),
        of(expression.else),
      ])
  }
}

const namedOf = (name: string, { formula, names, constants }: Setting): Quantity => {
  const at = names.indexOf(name)
  if (at >= 0) return { in: 1, most: MOST, value: (facts) => facts[at]! }
  if (Object.hasOwn(constants, name)) return fixed(fraction(constants[name]!))
  throw new SyntaxError(`formula "${formula}": unknown fact ${name}`)
}

const fixed = ({ of, in: divisor }: Fraction): Quantity => ({ in: divisor, most: of, value: () => of })

const rounded = (rounding: typeof up, { in: divisor, most, value }: Quantity): Quantity => ({
  in: 1,
  most,
  value: divisor === 1 ? value : (facts) => rounding(value(facts), divisor),
})

const product = (one: Quantity, other: Quantity): Quantity => ({
  in: one.in * other.in,
  most: one.most * other.most,
  value: (facts) => one.value(facts) * other.value(facts),
})

const JOIN = {
  '+': (one: number, other: number) => one + other,
  '-': (one: number, other: number) => one - other,
  max: (one: number, other: number) => Math.max(one, other),
  min: (one: number, other: number) => Math.min(one, other),
}

const joined = (by: keyof typeof JOIN, one: Quantity, other: Quantity): Quantity => {
  const join = JOIN[by]
  return {
    in: one.in * other.in,
    most: one.most * other.in + other.most * one.in,
    value: (facts) => join(one.value(facts) * other.in, other.value(facts) * one.in),
  }
}

const COMPARE: Record<Comparison, (one: number, other: number) => boolean> = {
  '>=': (one, other) => one >= other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '<': (one, other) => one < other,
  '=': (one, other) => one === other,
}

const chosen = (
  comparison: Comparison,
  left: Quantity,
  right: Quantity,
  [then, otherwise]: readonly [Quantity, Quantity],
): Quantity => {
  const compare = COMPARE[comparison]
  return {
    in: then.in * otherwise.in,
    most: Math.max(
      then.most * otherwise.in,
      otherwise.most * then.in,
      left.most * right.in,
      right.most * left.in,
    ),
    value: (facts) =>
      compare(left.value(facts) * right.in, right.value(facts) * left.in)
        ? then.value(facts) * otherwise.in
        : otherwise.value(facts) * then.in,
  }
}
