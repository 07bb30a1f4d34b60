import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Cell } from './cell.ts'
import { bookOf, fixture, rosterFrom, rosterOf, TODAY } from './fixtures/rosters.ts'
import { readRoster } from './roster-reading.ts'
import { readSheet } from './sheet.ts'

const book = await readSheet(fixture('roster-branch-book.xlsx'))
if ('refused' in book) throw new Error(book.message)
const rows: Cell[][] = book.sheets[0]!.rows
const people = (await rosterFrom(fixture('roster-branch-book.xlsx'))).rows.map(({ person }) => person)
const width = Math.max(...rows.map((row) => row.length))

test('the order of the columns does not matter', () => {
  const order = fc.shuffledSubarray([...Array(width).keys()], { minLength: width, maxLength: width })
  fc.assert(
    fc.property(order, (indexes) => {
      const shuffled = rows.map((row) => indexes.map((index) => row[index] ?? null))

      assert.deepEqual(
        rosterOf(shuffled).rows.map(({ person }) => person),
        people,
      )
    }),
  )
})

test('blank rows, totals, notes, repeated headers and signatures between people do not matter', () => {
  const noise = fc.constantFrom<Cell[]>(
    [],
    [null, '　', null],
    [32],
    ['合计', null, '31人'],
    ['小计：', 3],
    rows[2]!,
    ['填表人：', null, null, '审核人：'],
    ['注：以上为九月底数据'],
    ['党支部书记（签字）：'],
  )
  const places = fc.array(fc.tuple(fc.nat(31), noise), { maxLength: 12 })
  fc.assert(
    fc.property(places, (inserted) => {
      const noisy = [...rows]
      for (const [place, row] of inserted) noisy.splice(3 + place, 0, row)

      const reading = rosterOf(noisy)

      assert.deepEqual(
        reading.rows.map(({ person }) => person),
        people,
      )
      assert.deepEqual(reading.handedBack, [])
    }),
  )
})

test('every row of any table ends in exactly one place, and nothing is thrown', () => {
  const cell = fc.oneof(
    fc.constantFrom<Cell>(
      null,
      '姓名',
      '性别',
      '身份证号',
      '入党时间',
      '曾丽',
      '男',
      '预备',
      '1998.07',
      '合计',
      '第一党小组',
      '320299198506016223',
    ),
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true }),
    fc.constant<Cell>({ day: '1998-07-01', precision: 'month' }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }), (table) => {
      const reading = readRoster(bookOf(table), { today: TODAY })

      const placed = [reading.rows, reading.handedBack, reading.doubles, reading.passedOver]
        .flat()
        .map(({ row }) => row)
      assert.equal(new Set(placed).size, placed.length)
      assert.equal(placed.length, reading.obstacle ? 0 : table.length)
    }),
    { numRuns: 500 },
  )
})
