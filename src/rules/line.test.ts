import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, MOST } from './line.ts'

const needed = (formula: string, facts: Record<string, number>, constants: Record<string, string> = {}) => {
  const names = Object.keys(facts)
  return lineOf(`x ${formula}`, ['x', ...names], constants).needed([0, ...Object.values(facts)])
}

test('a comparison decides how a share is rounded', () => {
  assert.equal(needed('>= 1/2 * n', { n: 29 }), 15)
  assert.equal(needed('> 1/2 * n', { n: 30 }), 16)
  assert.equal(needed('<= 1/3 * n', { n: 29 }), 9)
  assert.equal(needed('< 1/3 * n', { n: 30 }), 9)
})

test('fractions that floating point gets wrong are exact', () => {
  // 0.1 * 3 is 0.30000000000000004, and Math.ceil(0.07 * 100) is 8.
  assert.equal(needed('>= 7/100 * n', { n: 100 }), 7)
  assert.equal(needed('<= 1/10 * n + 2/10 * n', { n: 10 }), 3)
  assert.equal(needed('>= 4/5 * n', { n: 9_999_995 }), 7_999_996)
})

test('a constant stands in the formula by its name', () => {
  assert.equal(needed('>= share * n', { n: 29 }, { share: '4/5' }), 24)
})

test('a choice takes the branch whose condition is met', () => {
  const formula = '= if(n >= 100, 0, if(n >= 50, 1, 0))'
  assert.deepEqual(
    [49, 50, 99, 100].map((n) => needed(formula, { n })),
    [0, 1, 1, 0],
  )
})

test('an unknown name is found when the rule is read, not when somebody asks', () => {
  assert.throws(() => lineOf('x >= total', ['x']), /unknown fact total/)
  assert.throws(() => lineOf('total >= x', ['x']), /unknown fact total/)
  assert.throws(() => lineOf('x >= constructor', ['x']), /unknown fact constructor/)
})

test('a formula that could leave the exact integers is refused when it is read', () => {
  assert.throws(() => lineOf('x >= n * n * n', ['x', 'n']), /exact integers/)
  assert.equal(lineOf('x >= n * n', ['x', 'n']).needed([0, MOST]), MOST * MOST)
})

test('"exactly" asks for a whole number', () => {
  assert.throws(() => lineOf('x = 1/2 * n', ['x', 'n']), /needs a whole number/)
})
