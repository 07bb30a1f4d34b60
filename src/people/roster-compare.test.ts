import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fixture, identityNumberOf, rosterFrom, rosterOf } from './fixtures/rosters.ts'
import type { RosterReading } from './roster.ts'
import { compare, type KnownPerson } from './roster-compare.ts'

const keyOf = (number: string): string => `#${number}`

/** The register as it stands after a sheet was accepted. */
const accepted = ({ rows }: RosterReading): KnownPerson[] =>
  rows.map(({ row, person }) => ({
    id: `person-${row}`,
    identityKey: person.identityNumber && keyOf(person.identityNumber),
    person,
  }))
const outcomes = (compared: ReturnType<typeof compare>): string[] => [
  ...new Set(compared.rows.map(({ outcome }) => outcome)),
]

test('to an empty register everybody is new', async () => {
  const reading = await rosterFrom(fixture('roster-register-export.xlsx'))

  assert.deepEqual(outcomes(compare(reading.rows, [], keyOf)), ['new'])
})

test('the same sheet again changes nothing, whichever sheet it is', async () => {
  for (const name of [
    'roster-register-export.xlsx',
    'roster-branch-book.xlsx',
    'roster-gb18030.csv',
    'branch-two-headers.xls',
    'typed-as-numbers.xlsx',
  ]) {
    const reading = await rosterFrom(fixture(name))

    const again = compare(reading.rows, accepted(reading), keyOf)

    assert.deepEqual(outcomes(again), ['same'], name)
    assert.deepEqual(again.unmentioned, [])
  }
})

test('a book of months adds posts and groups to the register, and blurs none of its days', async () => {
  const register = accepted(await rosterFrom(fixture('roster-register-export.xlsx')))
  const book = await rosterFrom(fixture('roster-branch-book.xlsx'))

  const compared = compare(book.rows, register, keyOf)

  const fields = compared.rows.flatMap((one) =>
    one.outcome === 'changed' ? one.changes.map(({ field }) => field) : [],
  )
  assert.deepEqual(outcomes(compared), ['changed'])
  assert.deepEqual([...new Set(fields)].sort(), ['group', 'posts'])
})

test('a more exact day is a change, a less exact one is none', () => {
  const days = rosterOf([
    ['姓名', '入党时间'],
    ['曾丽', '2011-02-05'],
  ])
  const months = rosterOf([
    ['姓名', '入党时间'],
    ['曾丽', '2011.02'],
  ])

  assert.deepEqual(outcomes(compare(months.rows, accepted(days), keyOf)), ['same'])
  assert.deepEqual(compare(days.rows, accepted(months), keyOf).rows, [
    {
      row: 2,
      outcome: 'changed',
      id: 'person-2',
      changes: [{ field: 'joined', was: '2011-02', now: '2011-02-05' }],
    },
  ])
})

test('a blank cell never takes a value away, and a person left out stays', () => {
  const register = accepted(
    rosterOf([
      ['姓名', '电话'],
      ['曾丽', '14100000001'],
      ['李华', '14100000002'],
    ]),
  )

  const compared = compare(
    rosterOf([
      ['姓名', '电话'],
      ['曾丽', null],
    ]).rows,
    register,
    keyOf,
  )

  assert.deepEqual(compared.rows, [{ row: 2, outcome: 'same', id: 'person-2' }])
  assert.deepEqual(compared.unmentioned, ['person-3'])
})

test('one number under another name is the same person, and the name is shown as changed', () => {
  const number = identityNumberOf('1985-06-01', '022')
  const register = accepted(
    rosterOf([
      ['姓名', '身份证号'],
      ['曾莉', number],
    ]),
  )

  const [compared] = compare(
    rosterOf([
      ['姓名', '身份证号'],
      ['曾丽', number],
    ]).rows,
    register,
    keyOf,
  ).rows

  assert.ok(compared?.outcome === 'changed')
  assert.deepEqual(compared.changes, [{ field: 'name', was: '曾莉', now: '曾丽' }])
})

test('a namesake with another birth is a new person', () => {
  const register = accepted(
    rosterOf([
      ['姓名', '出生日期'],
      ['李华', '1966-10-22'],
    ]),
  )

  assert.deepEqual(
    outcomes(
      compare(
        rosterOf([
          ['姓名', '出生日期'],
          ['李华', '1990.01'],
        ]).rows,
        register,
        keyOf,
      ),
    ),
    ['new'],
  )
})

test('between two namesakes whom nothing tells apart a person must decide', () => {
  const register = accepted(
    rosterOf([
      ['姓名', '电话'],
      ['李华', '14100000001'],
      ['李华', '14100000002'],
    ]),
  )

  const compared = compare(
    rosterOf([
      ['姓名', '电话'],
      ['李华', '14100000003'],
    ]).rows,
    register,
    keyOf,
  )

  assert.deepEqual(compared.rows, [{ row: 2, outcome: 'unsure', candidates: ['person-2', 'person-3'] }])
})

test('a roster that says 正式党员 does not lift a suspension', () => {
  const register = accepted(
    rosterOf([
      ['姓名', '党员类别', '党籍状态'],
      ['曾丽', '正式党员', '留党察看'],
    ]),
  )

  assert.deepEqual(
    outcomes(
      compare(
        rosterOf([
          ['姓名', '党员类别'],
          ['曾丽', '正式党员'],
        ]).rows,
        register,
        keyOf,
      ),
    ),
    ['same'],
  )
})

test('whatever people a sheet holds, once accepted it changes nothing', () => {
  const name = fc.constantFrom('曾丽', '李华', '丁娅')
  const born = fc.constantFrom(null, '1985-06-01', '1985.06', '1990-01-01')
  const phone = fc.constantFrom(null, '14100000001', '14100000002')
  const number = fc.constantFrom(
    null,
    null,
    identityNumberOf('1985-06-01', '022'),
    identityNumberOf('1990-01-01', '001'),
  )
  const post = fc.constantFrom(null, '书记', '组织委员、组长')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, number, born, phone, post), { minLength: 1, maxLength: 8 }),
      (people) => {
        const reading = rosterOf([['姓名', '身份证号', '出生日期', '电话', '党内职务'], ...people])

        const again = compare(reading.rows, accepted(reading), keyOf)

        assert.ok(again.rows.every(({ outcome }) => outcome === 'same' || outcome === 'unsure'))
        assert.ok(
          again.rows.every(
            (one, index) => one.outcome !== 'same' || one.id === `person-${reading.rows[index]!.row}`,
          ),
        )
      },
    ),
    { numRuns: 500 },
  )
})
