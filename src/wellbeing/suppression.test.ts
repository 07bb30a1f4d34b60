import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Hidden, protectedTable, rangeOf } from './suppression.ts'

const THRESHOLD = 5

/**
 * A reader who tries every table of whole numbers that agrees with what was published, and notes what each hidden cell may be.
 * It knows nothing of how cells were chosen, only that zeros are shown.
 */
const attacked = (counts: readonly number[][], hidden: Hidden): Set<number>[][] => {
  const width = counts[0]!.length
  const columnTotals = Array.from({ length: width }, (_, at) =>
    counts.reduce((sum, row) => sum + row[at]!, 0),
  )
  const seen = counts.map((row) => row.map(() => new Set<number>()))
  const tried: number[][] = counts.map(() => [])
  const rowAgrees = (row: number): boolean =>
    hidden.rowTotals[row]! ||
    tried[row]!.reduce((sum, each) => sum + each, 0) === counts[row]!.reduce((sum, each) => sum + each, 0)
  const place = (row: number, column: number, left: readonly number[]): boolean => {
    if (column === width) return rowAgrees(row) && place(row + 1, 0, left)
    if (row === counts.length) {
      if (left.some((rest) => rest !== 0)) return false
      for (const [at, cells] of tried.entries())
        for (const [of, value] of cells.entries()) seen[at]![of]!.add(value)
      return true
    }
    const known = counts[row]![column]!
    const most = left[column]!
    const choices = hidden.cells[row]![column]
      ? Array.from({ length: Math.max(most, 0) }, (_, at) => at + 1)
      : [known].filter((value) => value <= most)
    for (const value of choices) {
      tried[row]![column] = value
      place(row, column + 1, left.with(column, most - value))
    }
    return true
  }
  place(0, 0, columnTotals)
  return seen
}

const small = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 9 }) },
)
const tableOf = (rows: number, columns: number) =>
  fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) => tableOf(rows, columns))

test('no reader can tell a hidden cell, nor that a small one is small', () => {
  let published = 0
  fc.assert(
    fc.property(tables, (counts) => {
      const hidden = protectedTable(counts, THRESHOLD)
      if (!hidden) return
      published += 1
      const seen = attacked(counts, hidden)
      for (const [row, cells] of counts.entries())
        for (const [column, count] of cells.entries()) {
          if (count > 0 && count < THRESHOLD) assert.ok(hidden.cells[row]![column], 'a small count is shown')
          if (!hidden.cells[row]![column]) continue
          const may = seen[row]![column]!
          assert.ok(may.has(count) && may.size >= 2, `${JSON.stringify(counts)} tells ${row},${column}`)
          assert.ok(
            Math.max(...may) >= THRESHOLD,
            `${JSON.stringify(counts)} tells that ${row},${column} is small`,
          )
        }
    }),
    { numRuns: 250 },
  )
  assert.ok(published > 100, `only ${published} tables were published`)
})

test('the ends that are reckoned are those that a reader finds', () => {
  fc.assert(
    fc.property(tableOf(2, 3), (counts) => {
      const hidden = protectedTable(counts, THRESHOLD)
      if (!hidden) return
      const seen = attacked(counts, hidden)
      for (const [row, cells] of hidden.cells.entries())
        for (const [column, isHidden] of cells.entries()) {
          if (!isHidden) continue
          const { least, most } = rangeOf(counts, hidden, { row, column })
          const may = seen[row]![column]!
          assert.deepEqual([least, most], [Math.min(...may), Math.max(...may)])
        }
    }),
    { numRuns: 150 },
  )
})

test('in a list whose sum is known, a small count never stands hidden alone', () => {
  const hidden = protectedTable([[12], [3], [40], [0]], THRESHOLD)

  assert.deepEqual(hidden, {
    cells: [[true], [true], [false], [false]],
    rowTotals: [true, true, false, false],
  })
})

test('a small count in a row of large ones takes a second with it in its column and in its row', () => {
  const counts = [
    [20, 3, 11],
    [9, 14, 25],
    [30, 22, 17],
  ]
  const hidden = protectedTable(counts, THRESHOLD)!
  assert.ok(hidden.cells[0]![1])
  const column = hidden.cells.filter((row) => row[1]).length
  assert.ok(column >= 2)
  assert.ok(hidden.cells.flat().filter(Boolean).length <= 4)
})

test('a table that cannot be kept safe is not published', () => {
  assert.equal(protectedTable([[3], [1]], THRESHOLD), null)
  assert.equal(protectedTable([[1], [1], [1], [1], [1]], THRESHOLD), null)
})

test('where every count is zero or large, nothing is hidden', () => {
  const counts = [
    [0, 5],
    [8, 0],
  ]
  assert.deepEqual(protectedTable(counts, THRESHOLD), {
    cells: [
      [false, false],
      [false, false],
    ],
    rowTotals: [false, false],
  })
})
