import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from './cell.ts'
import { identityNumberOf, rosterOf } from './fixtures/rosters.ts'

const zeng = identityNumberOf('1985-06-01', '022')
const li = identityNumberOf('1966-10-22', '021')
const read = (...rows: Cell[][]) =>
  rosterOf([['姓名', '身份证号', '出生日期', '电话', '备注'], ...rows], { presumed: 'full' })

test('one identity number twice is one person, and the later row fills what the first lacked', () => {
  const { rows, doubles } = read(
    ['曾丽', zeng, null, null, null],
    ['李华', li, null, null, null],
    ['曾 丽', zeng, null, '14100000001', null],
  )

  assert.equal(rows.length, 2)
  assert.equal(rows[0]?.person.phone, '14100000001')
  assert.deepEqual(doubles, [{ row: 4, sameAs: 2, name: '曾丽', by: 'identity-number', differs: [] }])
})

test('where two rows of one person differ the first stands and the difference is told', () => {
  const { rows, doubles } = read(
    ['曾丽', zeng, null, '14100000001', null],
    ['曾丽', zeng, null, '14100000002', null],
  )

  assert.equal(rows[0]?.person.phone, '14100000001')
  assert.deepEqual(doubles[0]?.differs, ['phone'])
  assert.match(rows[0]?.doubts[0]?.message ?? '', /第 3 行是同一人/)
})

test('one identity number under two names sends both rows back', () => {
  const { rows, handedBack } = read(
    ['曾丽', zeng, null, null, null],
    ['李华', li, null, null, null],
    ['曾莉', zeng, null, null, null],
  )

  assert.deepEqual(
    rows.map(({ person }) => person.name),
    ['李华'],
  )
  assert.deepEqual(
    handedBack.map(({ row, reasons }) => [row, reasons[0]]),
    [
      [2, '身份证号与第 4 行相同，姓名却不同'],
      [4, '身份证号与第 2 行相同，姓名却不同'],
    ],
  )
})

test('without numbers the same name, birth and phone are one person', () => {
  const { rows, doubles } = read(
    ['李华', null, '1966-10-22', '14100000001', null],
    ['李华', null, '1966.10', '14100000001', '退休'],
  )

  assert.equal(rows.length, 1)
  assert.equal(doubles[0]?.by, 'name-birth-and-phone')
  assert.equal(rows[0]?.person.remark, '退休')
})

test('a row repeated whole is one person', () => {
  const { rows, doubles } = read(['李华', null, null, null, '办公室'], ['李华', null, null, null, '办公室'])

  assert.equal(rows.length, 1)
  assert.equal(doubles[0]?.by, 'whole-row')
})

test('namesakes stay two people: by number without a word, by birth with a doubt', () => {
  const byNumber = read(
    ['李华', li, null, null, null],
    ['李华', identityNumberOf('1966-10-22', '041'), null, null, null],
  )
  const byBirth = read(
    ['李华', null, '1966-10-22', '14100000001', null],
    ['李华', null, '1966-10-22', '14100000002', null],
  )

  assert.deepEqual(
    byNumber.rows.map(({ doubts }) => doubts.length),
    [0, 0],
  )
  assert.equal(byBirth.rows.length, 2)
  assert.match(byBirth.rows[1]?.doubts[0]?.message ?? '', /与第 2 行姓名、出生时间相同/)
})
