import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commonWords, holdsWords, likenessOf, pairsOf, phoneOf, runsOf, sharedIn } from './search.ts'

// Few letters, so that they meet often; wide and narrow forms, a letter of two units, marks that part.
const text = fc.string({ unit: fc.constantFrom(...'产假工资结算田女士A１ab1𠮷，。 、-'), maxLength: 40 })

test('every two letters that stand side by side are found, in any width and case', () => {
  fc.assert(
    fc.property(text, (written) => {
      const pairs = pairsOf(runsOf(written))
      for (const run of runsOf(written)) {
        const letters = Array.from(run)
        for (let at = 0; at + 1 < letters.length; at += 1) {
          const looked = letters.slice(at, at + 2).join('')
          assert.ok(pairs.has(looked) && holdsWords([written], looked))
        }
      }
    }),
  )
})

test('nothing else is found: what is looked for stands in the text, unparted', () => {
  fc.assert(
    fc.property(text, text, (written, looked) => {
      const stands = runsOf(looked).every((run) => runsOf(written).some((other) => other.includes(run)))
      assert.equal(holdsWords([written], looked), stands)
      // What stands there is never missed for want of a pair.
      if (stands) for (const pair of pairsOf(runsOf(looked))) assert.ok(pairsOf(runsOf(written)).has(pair))
    }),
  )
})

test('a word does not reach over a stop or into the next field', () => {
  assert.ok(holdsWords(['产假结束，工资没结'], '工资 产假'))
  assert.ok(!holdsWords(['产假结束，工资没结'], '束工'))
  assert.ok(!holdsWords(['产假', '工资'], '假工'))
})

test('a telephone number is the same in every way of writing it, and nothing else is one', () => {
  for (const written of ['14100003101', '141 0000 3101', '+86 141-0000-3101', '１４１００００３１０１'])
    assert.equal(phoneOf(written), '14100003101')
  for (const written of ['', '产假', '110', '没有电话 14100003101']) assert.equal(phoneOf(written), null)
})

test('alike texts share marks of likeness, other texts hardly any', () => {
  const marks = (digests: number[]) => likenessOf(digests, { from: 0, marks: 200 })
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 60, maxLength: 60 }),
      fc.integer({ min: 0, max: 20 }),
      (all, apart) => {
        // Forty each, of which so many stand in one alone.
        const one = new Set(marks(all.slice(0, 40)))
        const shared = marks(all.slice(apart, 40 + apart)).filter((mark) => one.has(mark)).length / 200
        const jaccard = (40 - apart) / (40 + apart)
        assert.ok(Math.abs(shared - jaccard ** 2) < 0.2, `${shared} for ${jaccard}`)
      },
    ),
    { numRuns: 50 },
  )
  assert.deepEqual(likenessOf([], { from: 0, marks: 3 }), [])
})

test('the share is of the smaller text, and the longest common words tell why', () => {
  const [one, other] = ['公司产假工资没有结清', '她说产假工资到现在没有结清，公司换了人']
  assert.ok(sharedIn(pairsOf(runsOf(one)), pairsOf(runsOf(other))) > 0.7)
  assert.deepEqual(commonWords([one], [other]), ['产假工资', '没有结清'])
})
