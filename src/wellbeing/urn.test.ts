import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { surveys } from './read.ts'
import { counted, emptyUrn, MOST_WORDS, withAnswer } from './urn.ts'

const survey = surveys.get('after-visit')!
const below = (limit: number) => Math.floor(limit / 2)

test('an urn counts what was chosen and keeps what was said, without who said what', () => {
  const first = withAnswer(
    emptyUrn(survey, 3),
    { understood: 'yes', told: 'no', again: null },
    '想早点知道结果',
    below,
  )!
  const second = withAnswer(first, { understood: 'yes', told: 'yes', again: 'yes' }, '', below)!

  const { answers, tally, words } = counted(second)
  assert.equal(answers, 2)
  assert.deepEqual(tally.understood, { yes: 2, partly: 0, no: 0 })
  assert.deepEqual(tally.again, { yes: 1, unsure: 0, no: 0 })
  assert.deepEqual(words, ['想早点知道结果'])
})

test('an urn is of one length from the first answer to the last, whatever is said', () => {
  const length = Buffer.byteLength(emptyUrn(survey, 4))
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: MOST_WORDS / 8 }), { maxLength: 4 }),
      (said) => {
        let urn = emptyUrn(survey, 4)
        for (const each of said) {
          urn = withAnswer(
            urn,
            { understood: 'no', told: null, again: 'yes' },
            each.slice(0, MOST_WORDS),
            below,
          )!
          assert.equal(Buffer.byteLength(urn), length)
        }
        assert.equal(counted(urn).answers, said.length)
      },
    ),
    { numRuns: 40 },
  )
})

test('more answers than slips are not taken', () => {
  const full = withAnswer(emptyUrn(survey, 1), { understood: 'yes', told: null, again: null }, '', below)!

  assert.equal(withAnswer(full, { understood: 'yes', told: null, again: null }, '', below), null)
})
