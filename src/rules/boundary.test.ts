import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../kernel/outcome.ts'
import { judge } from './judge.ts'
import { lineOf } from './line.ts'
import { readRegulations } from './read.ts'
import type { Check } from './rule.ts'

const checks = [...readRegulations().rules.values()].flat().filter((rule) => rule.kind === 'check')

/** Facts as they may occur: within their own bounds, each at most what caps it. */
const factsOf = (rule: Check): fc.Arbitrary<Record<string, number>> => {
  const most = (kind: 'count' | 'yes-no') => (kind === 'yes-no' ? 1 : 2000)
  const drawn = Object.entries(rule.facts).map(([name, { kind, atLeast }]) => [
    name,
    fc.integer({ min: atLeast, max: most(kind) }),
  ])
  return fc.record(Object.fromEntries(drawn) as Record<string, fc.Arbitrary<number>>).map((facts) => {
    for (const [name, { atMost, atLeast }] of Object.entries(rule.facts)) {
      if (atMost) facts[name] = Math.max(atLeast, facts[name]! % (facts[atMost]! + 1))
    }
    return facts
  })
}

const UNMET = { least: [-1], most: [1], exactly: [-1, 1] }

for (const rule of checks) {
  const { measured, sense } = lineOf(rule.needs, Object.keys(rule.facts), rule.constants)

  test(`${rule.id} from ${rule.from}: judged as integers of any size judge it`, () => {
    fc.assert(
      fc.property(factsOf(rule), (facts) => {
        const outcome = judge(rule, facts)
        if (isRefusal(outcome)) return assert.fail(outcome.message)
        assert.equal(outcome.holds, bigHolds(rule.needs, facts, rule.constants), JSON.stringify(facts))
      }),
    )
  })

  test(`${rule.id} from ${rule.from}: what is needed is exactly the line`, () => {
    fc.assert(
      fc.property(factsOf(rule), (facts) => {
        const outcome = judge(rule, facts)
        if (isRefusal(outcome)) return assert.fail(outcome.message)
        const at = (shift: number) =>
          bigHolds(rule.needs, { ...facts, [measured]: outcome.needed + shift }, rule.constants)
        assert.equal(at(0), true)
        for (const shift of UNMET[sense]) assert.equal(at(shift), false, `${outcome.needed + shift}`)
      }),
    )
  })
}

/**
 * The second opinion: the same language read another way (by splitting the text at its outermost operator, not by
 * tokens) and reckoned in fractions of BigInt.
 */
type Ratio = readonly [of: bigint, over: bigint]
type Numbers = Readonly<Record<string, number>>

function bigHolds(needs: string, facts: Numbers, constants: Readonly<Record<string, string>>): boolean {
  return compares(needs, (name) => {
    const [of, over] = (constants[name] ?? String(facts[name])).split('/')
    return [BigInt(of!), BigInt(over ?? 1)]
  })
}

type Lookup = (name: string) => Ratio

const compares = (text: string, lookup: Lookup): boolean => {
  const [, left, comparison, right] = /^(.*?)(>=|<=|>|<|=)(.*)$/.exec(text)!
  const [one, other] = [ratio(left!, lookup), ratio(right!, lookup)]
  const difference = one[0] * other[1] - other[0] * one[1]
  if (comparison === '=') return difference === 0n
  if (difference === 0n) return comparison!.endsWith('=')
  return difference > 0n === comparison!.startsWith('>')
}

const ratio = (written: string, lookup: Lookup): Ratio => {
  const text = written.trim()
  for (const operators of ['+-', '*']) {
    const at = outermost(text, operators).at(-1)
    if (at !== undefined)
      return joined(text[at]!, ratio(text.slice(0, at), lookup), ratio(text.slice(at + 1), lookup))
  }
  const call = /^([a-z]*)\((.*)\)$/.exec(text)
  if (call) return called(call[1]!, parts(call[2]!), lookup)
  const [of, over] = text.split('/')
  return /^\d/.test(text) ? [BigInt(of!), BigInt(over ?? 1)] : lookup(text)
}

const joined = (operator: string, [a, b]: Ratio, [c, d]: Ratio): Ratio => {
  if (operator === '*') return [a * c, b * d]
  return operator === '+' ? [a * d + c * b, b * d] : [a * d - c * b, b * d]
}

const called = (name: string, args: readonly string[], lookup: Lookup): Ratio => {
  if (name === 'if') return ratio(args[compares(args[0]!, lookup) ? 1 : 2]!, lookup)
  const [one, other] = args.map((arg) => ratio(arg, lookup))
  if (name === '') return one!
  if (name === 'floor' || name === 'ceil') {
    const [of, over] = one!
    const floor = (of - (((of % over) + over) % over)) / over
    return [floor * over === of || name === 'floor' ? floor : floor + 1n, 1n]
  }
  const larger = one![0] * other![1] > other![0] * one![1] ? one! : other!
  const smaller = larger === one ? other! : one!
  return name === 'max' ? larger : smaller
}

const parts = (text: string): string[] => {
  const commas = [-1, ...outermost(text, ','), text.length]
  return commas.slice(1).map((comma, at) => text.slice(commas[at]! + 1, comma))
}

/** Places of the given characters outside all brackets. */
const outermost = (text: string, characters: string): number[] => {
  let depth = 0
  return [...text].flatMap((character, at) => {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    return depth === 0 && characters.includes(character) ? [at] : []
  })
}
