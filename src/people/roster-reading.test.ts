import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Cell } from './cell.ts'
import { fixture, identityNumberOf, rosterFrom, rosterOf } from './fixtures/rosters.ts'
import { type RosterPerson, RosterReading, type RosterStatus } from './roster.ts'

const counted = ({ rows }: RosterReading, status: RosterStatus): number =>
  rows.filter(({ person }) => person.status === status).length

test('the register’s export gives 31 people, 29 full and 2 probationary, and nothing in doubt', async () => {
  const reading = await rosterFrom(fixture('roster-register-export.xlsx'))

  assert.equal(reading.rows.length, 31)
  assert.equal(counted(reading, 'full'), 29)
  assert.equal(counted(reading, 'probationary'), 2)
  assert.deepEqual(
    [reading.handedBack, reading.doubles, reading.rows.flatMap(({ doubts }) => doubts)],
    [[], [], []],
  )
  assert.ok(reading.columns.every(({ field, sure }) => field && sure))
})

test('the branch book gives 31 people in three groups with five posts, and months stay months', async () => {
  const reading = await rosterFrom(fixture('roster-branch-book.xlsx'))
  const people = reading.rows.map(({ person }) => person)

  assert.equal(reading.headerRow, 3)
  assert.equal(people.length, 31)
  assert.equal(new Set(people.map(({ group }) => group)).size, 3)
  assert.deepEqual(
    people.flatMap(({ posts }) => posts),
    ['secretary', 'deputy-secretary', 'organization', 'publicity', 'discipline'],
  )
  assert.ok(
    people.every(({ birth, joined }) => birth?.precision === 'month' && joined?.precision === 'month'),
  )
  assert.equal(counted(reading, 'probationary'), 2)
  assert.ok(people.every(({ name }) => !/\s/.test(name)))
  assert.deepEqual(
    reading.passedOver.map(({ row, why }) => `${row} ${why}`),
    ['1 title', '2 title', '3 header', '35 blank', '36 total'],
  )
})

test('the GB18030 file gives 29 people, 2 rows back with reasons, and one double', async () => {
  const reading = await rosterFrom(fixture('roster-gb18030.csv'))

  assert.equal(reading.encoding, 'gb18030')
  assert.equal(reading.rows.length, 29)
  assert.deepEqual(
    reading.handedBack.map(({ row, reasons }) => ({ row, reasons })),
    [
      { row: 9, reasons: ['身份证号校验码不符，至少有一位写错，请对照证件逐位核对'] },
      { row: 14, reasons: ['入党日期「2030-13-45」不是日历上的日子'] },
    ],
  )
  assert.deepEqual(reading.doubles, [
    { row: 33, sameAs: 5, name: '曾丽', by: 'identity-number', differs: [] },
  ])
  assert.equal(reading.rows[0]?.person.joined?.on, '2018-03-26')
  assert.equal(reading.rows[0]?.person.birth?.on, '1995-08-17')
})

test('an old workbook with two header rows and merged groups is read whole', async () => {
  const reading = await rosterFrom(fixture('branch-two-headers.xls'))

  assert.equal(reading.kind, 'xls')
  assert.deepEqual(
    reading.rows.map(({ person }) => [person.name, person.group, person.status]),
    [
      ['周棠', '第一党小组', 'full'],
      ['欧阳澄', '第一党小组', 'full'],
      ['买买提·艾力', '第一党小组', 'full'],
      ['沈鹭', '第二党小组', 'full'],
      ['顾蘅', '第二党小组', 'probationary'],
    ],
  )
  assert.equal(reading.handedBack.length, 0)
})

test('the sheet that holds the roster is chosen, and another may be asked for', async () => {
  const bytes = fixture('typed-as-numbers.xlsx')

  const [chosen, asked] = [await rosterFrom(bytes), await rosterFrom(bytes, { sheet: '说明' })]

  assert.deepEqual([chosen.sheet, chosen.sheets], ['党员信息', ['说明', '党员信息']])
  assert.equal(asked.sheet, '说明')
  assert.ok(asked.obstacle)
})

test('an identity number kept as a number has lost its end and goes back', async () => {
  const reading = await rosterFrom(fixture('typed-as-numbers.xlsx'))

  assert.equal(reading.rows.length, 4)
  assert.match(reading.handedBack[0]?.reasons[0] ?? '', /15 位以后已经丢失/)
})

const header: Cell[] = [
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '入党时间',
  '转正时间',
  '人员类别',
  '党籍状态',
  '党小组',
  '电话',
]
type Written = Partial<
  Record<
    'name' | 'number' | 'sex' | 'born' | 'joined' | 'full' | 'category' | 'standing' | 'group' | 'phone',
    Cell
  >
>
const rowOf = (is: Written): Cell[] => [
  is.name === undefined ? '曾丽' : is.name,
  is.number ?? null,
  is.sex ?? null,
  is.born ?? null,
  is.joined ?? '2011-02-05',
  is.full ?? '2012-02-05',
  is.category ?? '正式党员',
  is.standing ?? null,
  is.group ?? null,
  is.phone ?? null,
]
const reasonsOf = (is: Written): string =>
  rosterOf([header, rowOf(is)]).handedBack[0]?.reasons.join('；') ?? ''
const takenOf = (is: Written, groups: string[] = []): { person: RosterPerson; doubts: string } => {
  const { rows } = rosterOf([header, rowOf(is)], { groups })
  return { person: rows[0]!.person, doubts: rows[0]!.doubts.map(({ message }) => message).join('；') }
}

test('a row goes back for each fault, and every fault is named at once', () => {
  const faults: [Written, RegExp][] = [
    [{ name: null }, /没有姓名/],
    [{ name: '123' }, /不像姓名/],
    [{ name: '李?' }, /生僻字/],
    [{ born: '2023-02-29' }, /出生日期「2023-02-29」不是日历上的日子/],
    [{ born: '2015-01-01' }, /出生日期不早于入党时间/],
    [{ full: '2010-01-01' }, /转正时间早于入党时间/],
    [{ category: '入党积极分子' }, /不是党员/],
    [{ standing: '已转出' }, /不是现有党员/],
    [{ number: '320299197005144621', joined: '去年' }, /校验码不符.*；入党时间「去年」看不出是哪一天/],
  ]

  for (const [is, reason] of faults) assert.match(reasonsOf(is), reason)
})

test('what is unusual but possible is taken and doubted', () => {
  const doubts: [Written, RegExp][] = [
    [{ born: '1995-01-01' }, /不满 18 周岁（党章第一条）/],
    [{ full: '2011-08-05' }, /转正不满一年/],
    [{ joined: '2027-01-01', full: '', category: '预备党员' }, /入党时间还没有到/],
    [{ category: '预备党员' }, /预备党员，却有已过的转正时间/],
    [{ full: '' }, /没有转正时间/],
    [{ phone: '12345' }, /位数不对/],
    [{ standing: '失联' }, /「失联」未能识别/],
    [{ number: identityNumberOf('1985-06-01', '022'), sex: '男' }, /性别与身份证号第 17 位不一致/],
    [
      { number: identityNumberOf('1985-06-01', '022'), born: '1985-07-01' },
      /与身份证号中的 1985-06-01 不一致/,
    ],
  ]

  for (const [is, doubt] of doubts) assert.match(takenOf(is).doubts, doubt)
})

test('before August 1977 there was no probation to fall short of', () => {
  assert.equal(takenOf({ joined: '1975-03-01', full: '1975-03-01' }).doubts, '')
})

test('a year of probation that ends a day early is a whole year', () => {
  assert.equal(takenOf({ joined: '2019-10-25', full: '2020-10-24' }).doubts, '')
})

test('the state of membership is read from category, standing and the day of becoming full', () => {
  const states: [Written, RosterStatus | null][] = [
    [{}, 'full'],
    [{ category: '中共党员' }, 'full'],
    [{ category: '预备党员', full: '' }, 'probationary'],
    [{ category: '', full: '2012-02' }, 'full'],
    [{ category: '', joined: '2026-06', full: '预备' }, 'probationary'],
    [{ category: '', joined: '2026-06', full: '2027-06' }, 'probationary'],
    [{ category: '', full: '' }, null],
    [{ standing: '留党察看一年' }, 'on-probation'],
    [{ standing: '停止党籍' }, 'stopped'],
  ]

  for (const [is, status] of states) assert.equal(takenOf(is).person.status, status, JSON.stringify(is))
})

test('a status that the sheet leaves open is filled only when the officer said how', () => {
  const rows: Cell[][] = [
    ['姓名', '电话'],
    ['曾丽', '14100000001'],
    ['李华', '14100000002'],
  ]

  assert.equal(rosterOf(rows).rows[0]?.person.status, null)
  assert.equal(rosterOf(rows, { presumed: 'full' }).rows[0]?.person.status, 'full')
})

test('the identity number supplies sex and the day of birth where the sheet has only the month', () => {
  const { person, doubts } = takenOf({ number: `'${identityNumberOf('1985-06-01', '022')}`, born: '1985.06' })

  assert.deepEqual([person.sex, person.birth, doubts], ['female', { on: '1985-06-01', precision: 'day' }, ''])
})

test('groups are matched however their number is written; an unknown group is only a doubt', () => {
  const groups = ['第一党小组', '第二党小组']

  for (const written of ['第1小组', '一组', '第一党小组', '1']) {
    assert.equal(takenOf({ group: written }, groups).person.group, '第一党小组')
  }
  assert.match(takenOf({ group: '青年组' }, groups).doubts, /没有「青年组」/)
})

test('headings inside the table name the group of those below', () => {
  const { rows, passedOver } = rosterOf([
    ['姓名', '性别'],
    ['第一党小组（2人）'],
    ['曾丽', '女'],
    ['李华', '男'],
    ['第二党小组'],
    ['丁娅', '女'],
  ])

  assert.deepEqual(
    rows.map(({ person }) => person.group),
    ['第一党小组', '第一党小组', '第二党小组'],
  )
  assert.deepEqual(
    passedOver.map(({ why }) => why),
    ['header', 'section', 'section'],
  )
})

test('notes in brackets behind a name are read or doubted, never part of the name', () => {
  assert.deepEqual(
    [takenOf({ name: '李　华（女）' }).person.name, takenOf({ name: '李华(女)' }).person.sex],
    ['李华', 'female'],
  )
  assert.match(takenOf({ name: '李华（借调）' }).doubts, /「借调」没有收/)
})

test('a reading fits the shape that goes over the wire', async () => {
  for (const name of ['roster-gb18030.csv', 'branch-two-headers.xls', 'typed-as-numbers.xlsx']) {
    assert.ok(RosterReading.strict().safeParse(await rosterFrom(fixture(name))).success)
  }
})
