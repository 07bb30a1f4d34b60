import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { VisitFields } from './contract.ts'
import { isSame, merged } from './merge.ts'

const word = fc.constantFrom('甲', '乙', '丙')
const visit: fc.Arbitrary<VisitFields> = fc.record({
  pointId: fc.constantFrom(null, 'p1', 'p2'),
  place: fc.constant('广场'),
  heldOn: fc.constantFrom('2026-11-19', '2026-11-20'),
  visitors: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  whom: word,
  seen: word,
  done: word,
  consent: fc.constantFrom('given', 'not-asked'),
  promises: fc
    .subarray(['1', '2'])
    .chain((ids) =>
      fc.tuple(...ids.map((id) => word.map((what) => ({ id, what, dueOn: null, ownerId: 'a' })))),
    ),
})

test('whatever two people write, each part of the outcome is one of theirs, and a clash is a part that both changed', () => {
  fc.assert(
    fc.property(visit, visit, visit, (base, mine, theirs) => {
      const { fields, clashes } = merged(base, mine, theirs)
      for (const part of ['heldOn', 'whom', 'seen', 'done', 'consent'] as const) {
        const [was, one, other] = [base[part], mine[part], theirs[part]]
        assert.equal(clashes.includes(part), one !== other && one !== was && other !== was)
        if (clashes.includes(part)) assert.equal(fields[part], other)
        else assert.equal(fields[part], other === was ? one : other)
      }
    }),
  )
})

test('where only one of two changed anything, the outcome is hers and nothing clashes', () => {
  fc.assert(
    fc.property(visit, visit, (base, changed) => {
      for (const { fields, clashes } of [merged(base, changed, base), merged(base, base, changed)]) {
        assert.deepEqual(clashes, [])
        assert.ok(isSame(fields, changed))
      }
    }),
  )
})

test('without a base every difference is a clash, and nothing of the other side is written over', () => {
  fc.assert(
    fc.property(visit, visit, (mine, theirs) => {
      const { fields, clashes } = merged(null, mine, theirs)
      assert.ok(isSame(fields, theirs))
      assert.equal(clashes.length === 0, isSame(mine, theirs))
    }),
  )
})
