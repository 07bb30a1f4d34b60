import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from './cell.ts'
import { type Field, plainHeader, readHeader } from './columns.ts'
import { bookOf, identityNumberOf, rosterOf, TODAY } from './fixtures/rosters.ts'
import { findHeaderRow } from './header-row.ts'
import { readRoster } from './roster-reading.ts'

const fieldOf = (header: string) => readHeader(plainHeader(header)).field

test('headers are known through line breaks, spread letters, stars and remarks in brackets', () => {
  const headers: [string, Field][] = [
    ['姓 名', 'name'],
    ['文化\n程度', 'education'],
    ['*身份证号码（18位）', 'identityNumber'],
    ['出生年月：', 'birth'],
    ['加入党组织日期', 'joined'],
    ['转为正式党员日期', 'becameFull'],
    ['入 党\n时 间', 'joined'],
    ['联系方式(手机)', 'phone'],
    ['所在党小组', 'group'],
  ]

  for (const [header, field] of headers) assert.equal(fieldOf(header), field, header)
})

test('a header that only resembles a known one is taken, but not for sure', () => {
  assert.deepEqual(readHeader('党员本人姓名'), { field: 'name', sure: false })
  assert.deepEqual(readHeader('手机号一'), { field: 'phone', sure: false })
})

test('columns of other people and of earlier steps are not taken for the member’s own', () => {
  for (const header of [
    '介绍人姓名',
    '申请入党时间',
    '配偶姓名',
    '紧急联系人电话',
    '家庭住址',
    '填表人姓名',
  ]) {
    assert.equal(fieldOf(header), null, header)
  }
})

test('the header is found below titles, and a title that names a member is no header', () => {
  const rows: Cell[][] = [
    ['党员姓名花名册', null, null],
    ['填报单位：机关党支部', null, '2026年9月'],
    [],
    ['序号', '姓名', '性别'],
    [1, '曾丽', '女'],
  ]

  assert.equal(findHeaderRow(rows, [])?.top, 3)
})

test('a second header row belongs to the first where the name column is empty in it', () => {
  const rows: Cell[][] = [
    ['姓名', '入党', null, '联系方式', null],
    [null, '时间', '转正时间', '手机', '微信'],
    ['曾丽', '2011.02', '2012.02', '14100000001', 'zengli'],
  ]

  const { columns, headerRow, rows: people } = rosterOf(rows)

  assert.equal(headerRow, 1)
  assert.deepEqual(
    columns.map(({ field }) => field),
    ['name', 'joined', 'becameFull', 'phone', null],
  )
  assert.equal(people[0]?.person.becameFull?.on, '2012-02-01')
})

test('a first person without serial number is not taken for a second header row', () => {
  const { rows } = rosterOf([
    ['序号', '姓名', '性别'],
    [null, '曾丽', '女'],
    [2, '李华', '男'],
  ])

  assert.equal(rows.length, 2)
})

test('a column under an unknown or missing header is told by its content, and left in doubt', () => {
  const { columns } = rosterOf([
    ['姓名', 'A', null],
    ['曾丽', identityNumberOf('1985-06-01', '022'), '女'],
    ['李华', identityNumberOf('1966-10-22', '021'), '男'],
  ])

  assert.deepEqual(
    columns.map(({ field, how, sure }) => ({ field, how, sure })),
    [
      { field: 'name', how: 'header', sure: true },
      { field: 'identityNumber', how: 'content', sure: false },
      { field: 'sex', how: 'content', sure: false },
    ],
  )
})

test('a header that its own column contradicts gives way to the content', () => {
  const { columns } = rosterOf([
    ['姓名', '性别', '联系电话'],
    ['曾丽', '14100000001', '女'],
    ['李华', '14100000002', '男'],
  ])

  assert.deepEqual(columns.map(({ field, sure }) => ({ field, sure })).slice(1), [
    { field: 'phone', sure: false },
    { field: 'sex', sure: false },
  ])
})

test('职务 is a Party post where it names secretaries and members, and work otherwise', () => {
  const posts = rosterOf([
    ['姓名', '职务'],
    ['曾丽', '书记'],
    ['李华', '组织委员'],
    ['丁娅', null],
  ])
  const work = rosterOf([
    ['姓名', '职务'],
    ['曾丽', '主任'],
    ['李华', '科员'],
  ])

  assert.equal(posts.columns[1]?.field, 'partyPost')
  assert.deepEqual(posts.rows[0]?.person.posts, ['secretary'])
  assert.equal(work.columns[1]?.field, 'work')
})

test('two columns that both claim the phone: the sure one is taken, the other shown as left', () => {
  const { columns } = rosterOf([
    ['姓名', '手机号二', '手机'],
    ['曾丽', '14100000002', '14100000001'],
    ['李华', null, '14100000003'],
  ])

  assert.deepEqual(
    columns.map(({ field }) => field),
    ['name', null, 'phone'],
  )
})

test('a sheet without header is read by its content', () => {
  const { headerRow, rows } = rosterOf([
    ['曾丽', identityNumberOf('1985-06-01', '022'), '14100000001'],
    ['李华', identityNumberOf('1966-10-22', '021'), '14100000002'],
  ])

  assert.equal(headerRow, null)
  assert.deepEqual(
    rows.map(({ person }) => person.name),
    ['曾丽', '李华'],
  )
})

test('the choice made at the preview stands above header and content', () => {
  const rows: Cell[][] = [
    ['甲', '乙', '姓名'],
    ['曾丽', '14100000001', '备用'],
    ['李华', '14100000002', '备用'],
  ]

  const { columns, rows: people } = readRoster(bookOf(rows), {
    today: TODAY,
    mapping: { 0: 'name', 1: 'ignore', 2: 'remark' },
  })

  assert.deepEqual(
    columns.map(({ field, how }) => `${field} ${how}`),
    ['name chosen', 'null chosen', 'remark chosen'],
  )
  assert.equal(people[0]?.person.name, '曾丽')
  assert.equal(people[0]?.person.phone, null)
})

test('a sheet in which no column holds names says so and asks', () => {
  const reading = rosterOf([
    ['单位', '人数'],
    ['办公室', '12'],
    ['发展部', '9'],
  ])

  assert.match(reading.obstacle ?? '', /姓名/)
  assert.deepEqual(reading.rows, [])
})

test('samples for the preview never show an identity number whole', () => {
  const number = identityNumberOf('1985-06-01', '022')
  const { columns } = rosterOf([
    ['姓名', '身份证号', '备注'],
    ['曾丽', number, `证号${number}`],
    ['李华', number, null],
  ])

  assert.ok(!JSON.stringify(columns).includes(number))
})
