import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Counted, patternsOf } from './patterns.ts'

const THRESHOLD = 5

type Matter = {
  quarter: number
  category: string
  area: string
  channel: string
  outcome: string
  month: number
}

/** The counts as the database gives them, from matters one by one. */
const counted = (matters: readonly Matter[], sealed: readonly number[] = []): Counted[] => {
  const counts = new Map<string, Counted>()
  const count = (feature: Counted['feature'], entry: string, quarter: number) => {
    const key = `${feature} ${entry} ${quarter}`
    const known = counts.get(key) ?? { feature, entry, quarter, count: 0 }
    counts.set(key, { ...known, count: known.count + 1 })
  }
  for (const { quarter, month, ...rest } of matters) {
    for (const [feature, entry] of Object.entries(rest)) count(feature as Counted['feature'], entry, quarter)
    count('month', String((quarter - 1) * 3 + month).padStart(2, '0'), quarter)
  }
  for (const quarter of sealed) count('sealed', 'sealed', quarter)
  return [...counts.values()]
}

const matter = (quarter: number, more: Partial<Matter> = {}): Matter => ({
  quarter,
  category: 'labour',
  area: '清河街道',
  channel: 'call',
  outcome: 'resolved',
  month: 1,
  ...more,
})
const times = (count: number, of: Matter): Matter[] => Array.from({ length: count }, () => of)

test('quarters with few needs stand together with the next, and the last with those before', () => {
  const counts = counted([...times(2, matter(1)), ...times(9, matter(2)), ...times(3, matter(3))])

  const { spans, total } = patternsOf(counts, 3, THRESHOLD)

  assert.deepEqual(spans, [{ label: '一至三季度', total: 14 }])
  assert.equal(total, 14)
})

test('of a year with fewer needs than the threshold nothing is told, not even how many', () => {
  const { spans, total, tables } = patternsOf(counted(times(4, matter(1))), 3, THRESHOLD)

  assert.deepEqual([spans, total, tables], [[], null, []])
})

test('a place with few needs is not even named', () => {
  const counts = counted([
    ...times(8, matter(1)),
    ...times(3, matter(1, { area: '槐树巷' })),
    ...times(3, matter(1, { area: '' })),
  ])

  const areas = patternsOf(counts, 1, THRESHOLD).tables.find(({ feature }) => feature === 'area')

  assert.deepEqual(
    areas?.rows?.map(({ label, total }) => [label, total]),
    [
      ['清河街道', 8],
      ['其他地方或未填', 6],
    ],
  )
})

test('sensitive matters are counted apart, by quarter and no further; too few are not told', () => {
  const counts = counted(times(9, matter(1)), [1, 1, 1, 1, 1, 1, 2, 2])

  assert.deepEqual(patternsOf(counts, 2, THRESHOLD).sealed, {
    quarters: [
      { quarter: 1, count: null },
      { quarter: 2, count: null },
    ],
    total: 8,
  })
  assert.equal(patternsOf(counted([], [1, 1]), 1, THRESHOLD).sealed.total, null)
})

const anyMatter = fc.record({
  quarter: fc.integer({ min: 1, max: 3 }),
  category: fc.constantFrom('labour', 'land', 'marriage', 'other'),
  area: fc.constantFrom('清河街道', '柳林街道', '', '槐树巷'),
  channel: fc.constantFrom('call', 'visit', 'letter'),
  outcome: fc.constantFrom('resolved', 'open', 'withdrawn'),
  month: fc.integer({ min: 1, max: 3 }),
})

test('whatever a year brought, no small count is told, and what is told is true', () => {
  fc.assert(
    fc.property(fc.array(anyMatter, { maxLength: 60 }), (matters) => {
      const { spans, total, tables, months } = patternsOf(counted(matters), 3, THRESHOLD)
      const told = [
        ...spans.map((span) => span.total),
        ...tables.flatMap(({ rows }) => rows?.flatMap(({ cells, total: of }) => [...cells, of]) ?? []),
        ...months.map(({ count }) => count),
      ]
      assert.ok(told.every((count) => count === null || count === 0 || count >= THRESHOLD))
      if (total !== null) assert.equal(total, matters.length)
      for (const { rows } of tables)
        for (const [at, span] of spans.entries()) {
          const known = rows?.map(({ cells }) => cells[at]!)
          if (known?.every((cell) => cell !== null))
            assert.equal(
              known.reduce((sum, each) => sum! + each!, 0),
              span.total,
            )
        }
    }),
    { numRuns: 60 },
  )
})
