import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Cell } from './cell.ts'
import { agrees, type DatedColumn, readDated, surelyBefore, tenthOf } from './dated.ts'

const column: DatedColumn = { tenth: null, thisYear: 2026 }
const said = (cell: Cell, more: Partial<DatedColumn> = {}): string => {
  const reading = readDated(cell, { ...column, ...more })
  if ('fault' in reading) return `退回：${reading.fault}`
  return reading.dated ? `${reading.dated.on} ${reading.dated.precision}${reading.doubt ? ' ?' : ''}` : '无'
}

test('a day is read however it is written', () => {
  const ways: Cell[] = [
    '1998-07-12',
    '1998/7/12',
    '1998.7.12',
    '1998年7月12日',
    '1998 年 7 月 12 日',
    '19980712',
    19980712,
    35988,
    '35988',
    '１９９８．０７．１２',
    '1998-07-12 00:00:00',
    '一九九八年七月十二日',
    { day: '1998-07-12', precision: 'day' },
  ]

  for (const way of ways) assert.equal(said(way), '1998-07-12 day', JSON.stringify(way))
})

test('a month stays a month and never becomes its first day', () => {
  const ways: Cell[] = [
    '1998-07',
    '1998/7',
    '1998.07',
    1998.07,
    '1998年7月',
    '199807',
    199807,
    '一九九八年七月',
    { day: '1998-07-01', precision: 'month' },
  ]

  for (const way of ways) assert.equal(said(way), '1998-07-01 month', JSON.stringify(way))
})

test('tens of Chinese numerals are read whole', () => {
  assert.equal(said('二〇〇八年十月二十一日'), '2008-10-21 day')
  assert.equal(said('二○一○年十二月三十日'), '2010-12-30 day')
})

test('two-digit years are taken, and doubted', () => {
  assert.equal(said('98年7月'), '1998-07-01 month ?')
  assert.equal(said('05.7.1'), '2005-07-01 day ?')
})

test('the number 1998.1 is October only where January would be 1998.01', () => {
  assert.equal(tenthOf([1998.07, 1998.1]), 10)
  assert.equal(tenthOf(['1998.10', '1999.1']), 1)
  assert.equal(tenthOf([1998.1, 1999.2]), null)

  assert.equal(said(1998.1, { tenth: 10 }), '1998-10-01 month ?')
  assert.equal(said('1998.1', { tenth: 1 }), '1998-01-01 month')
  assert.match(said(1998.1), /^退回：.*1 月还是 10 月/)
})

test('days that no calendar has, bare years and other words go back', () => {
  for (const wrong of ['2030-13-45', '2023-02-29', '1998.7.32', '1998年', '1998', '去年', '入党']) {
    assert.match(said(wrong), /^退回/, wrong)
  }
})

test('signs of nothing are nothing', () => {
  for (const nothing of [null, '', ' ', '　', '无', '—', '/', '-']) assert.equal(said(nothing), '无')
})

test('every calendar day survives each way of writing it', () => {
  const day = fc.date({
    min: new Date('1930-01-01T00:00Z'),
    max: new Date('2099-12-31T00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(day, (at) => {
      const on = at.toISOString().slice(0, 10)
      const [year, month, date] = on.split('-').map(Number)
      const serial = Math.floor(at.getTime() / 86_400_000) + 25569

      for (const way of [
        on,
        `${year}年${month}月${date}日`,
        `${year}.${month}.${date}`,
        serial,
        on.replaceAll('-', ''),
      ]) {
        assert.equal(said(way), `${on} day`)
      }
    }),
  )
})

test('any text whatever gives a day, nothing or a reason', () => {
  const sign = fc.constantFrom(...'0123456789.-/年月日一二十〇 :TE+预备')
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => void said(text)),
    { numRuns: 500 },
  )
})

test('a month agrees with each of its days and is surely before the next month only', () => {
  const july = { on: '1998-07-01', precision: 'month' } as const
  const day = (on: string) => ({ on, precision: 'day' }) as const

  assert.ok(agrees(july, day('1998-07-31')) && !agrees(july, day('1998-08-01')))
  assert.ok(surelyBefore(july, day('1998-08-01')) && !surelyBefore(july, day('1998-07-31')))
})
