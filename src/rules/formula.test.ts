import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesIn, parseFormula } from './formula.ts'

test('a formula is one fact, a comparison and what it is measured against', () => {
  const formula = parseFormula('approve > 1/2 * present')

  assert.equal(formula.measured, 'approve')
  assert.equal(formula.comparison, '>')
  assert.deepEqual(namesIn(formula.against), ['present'])
})

test('multiplication binds closer than addition, and brackets closer still', () => {
  const loose = parseFormula('x >= a + b * c').against
  const tight = parseFormula('x >= (a + b) * c').against

  assert.equal(loose.is, '+')
  assert.equal(tight.is, '*')
})

test('subtraction runs from left to right', () => {
  const against = parseFormula('x = a - b - c').against

  assert.ok(against.is === '-' && against.one.is === '-')
  assert.deepEqual(namesIn(against), ['a', 'b', 'c'])
})

test('an unreadable formula names the place', () => {
  const faults: Record<string, RegExp> = {
    'present >=': /wanted more, found the end/,
    'present >= ceil(1/2 * entitled': /wanted "\)", found the end/,
    'present >= 0.8 * entitled': /cannot read "\.8/,
    'present 15': /wanted a comparison, found 15/,
    '15 >= present': /wanted a fact at the left/,
    'present >= a b': /wanted the end, found b/,
    'present >= max(1)': /wanted ",", found \)/,
    'present >= 4/0': /cannot read "\/0"/,
    'present >= process.exit()': /cannot read/,
  }
  for (const [text, fault] of Object.entries(faults)) assert.throws(() => parseFormula(text), fault, text)
})
