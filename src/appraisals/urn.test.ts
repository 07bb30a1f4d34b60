import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CHOICES } from './kinds.ts'
import { completed, detailOf } from './totals.ts'
import { ballotsIn, emptyUrn, tallied, withBallot } from './urn.ts'

const people = fc.integer({ min: 1, max: 12 })
const ballots = people.chain((width) =>
  fc.array(fc.array(fc.constantFrom(...CHOICES), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 15,
  }),
)
const chance = (seed: number) => {
  let at = seed >>> 0
  return (below: number) => {
    at = (Math.imul(at, 1664525) + 1013904223) >>> 0
    return at % below
  }
}

test('what comes out of the urn is what went in, person by person, and its length never tells how many went in', () => {
  fc.assert(
    fc.property(ballots, fc.nat(), (all, seed) => {
      const width = all[0]!.length
      const below = chance(seed)
      const empty = emptyUrn(all.length, width)
      const full = all.reduce((urn, ballot) => {
        const next = withBallot(urn, ballot, below)
        assert.ok(next !== null)
        assert.equal(next.length, empty.length)
        return next
      }, empty)
      for (let person = 0; person < width; person += 1)
        for (const choice of CHOICES)
          assert.equal(
            tallied(full, width)[person]![choice],
            all.filter((ballot) => ballot[person] === choice).length,
          )
      assert.equal(ballotsIn(full, width).length, all.length)
      assert.equal(withBallot(full, all[0]!, below), null, 'no ballot more than voters')
    }),
  )
})

test('a ballot lies anywhere in the urn, wherever it went in', () => {
  const below = chance(7)
  const places = new Set<number>()
  for (let time = 0; time < 200; time += 1)
    places.add(withBallot(emptyUrn(6, 1), ['excellent'], below)!.indexOf('e'))
  assert.equal(places.size, 6)
})

test('the votes of a person add up to the valid sheets, and few sheets keep no figure for anyone', () => {
  const count = fc.nat({ max: 40 })
  fc.assert(
    fc.property(
      count,
      count,
      count,
      count,
      fc.nat({ max: 400 }),
      (excellent, basicallyQualified, unqualified, abstained, valid) => {
        const whole = completed(valid, { excellent, basicallyQualified, unqualified, abstained })
        assert.equal(
          Object.values(whole).reduce((sum, each) => sum + each, 0),
          valid,
        )
      },
    ),
  )
  assert.deepEqual([2, 3, 4, 5].map(detailOf), ['none', 'total', 'total', 'each'])
})
