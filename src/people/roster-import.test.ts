import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organBeforeImport, textFile } from './fixtures/rostered.ts'
import { fixture, identityNumberOf } from './fixtures/rosters.ts'

const REGISTER = 'roster-register-export.xlsx'
const BOOK = 'roster-branch-book.xlsx'
const TEXT = 'roster-gb18030.csv'

type Counts = { people: number; stretches: number; numbers: number; posts: number; groups: number }
const counted = (o: Awaited<ReturnType<typeof organBeforeImport>>) =>
  o.rows<Counts>(`select (select count(*)::int from person) as people,
    (select count(*)::int from membership) as stretches, (select count(*)::int from person_identity) as numbers,
    (select count(*)::int from post) as posts, (select count(*)::int from unit where kind = 'group') as groups`)

test('the register’s export makes 31 members; the secretary of the set-up is completed, not doubled', async () => {
  const o = await organBeforeImport()
  const { status, answer } = await o.take(REGISTER)

  assert.equal(status, 200)
  assert.deepEqual(
    [answer.taken, answer.new, answer.changed, answer.same, answer.doubles, answer.handedBack],
    [31, 30, 1, 0, 0, 0],
  )
  const statuses = await o.rows<{ status: string; people: number }>(
    `select status, count(*)::int as people from membership where until is null group by status order by status`,
  )
  assert.deepEqual(statuses, [
    { status: 'full', people: 29 },
    { status: 'probationary', people: 2 },
  ])
  const secretary = await o.rows(
    `select p.sex, p.joined_on::text, i.masked, array_agg(m.status || ' ' || m.since order by m.since) as history
     from person p join person_identity i on i.person_id = p.id join membership m on m.person_id = p.id
     where p.name = '付叶梅' group by p.sex, p.joined_on, i.masked`,
  )
  assert.deepEqual(secretary, [
    {
      sex: 'female',
      joined_on: '2018-03-26',
      masked: '320299********1803',
      history: ['probationary 2018-03-26', 'full 2019-03-26'],
    },
  ])
})

test('the branch book makes 31 members in three new groups, and gives the four posts that nobody held', async () => {
  const o = await organBeforeImport()
  const { answer } = await o.take(BOOK)

  assert.deepEqual(
    [answer.taken, answer.new, answer.changed, answer.groups.length, answer.posts],
    [31, 30, 1, 3, 4],
  )
  const posts = await o.rows<{ said: string }>(
    `select o.post || ' ' || o.since as said from post o order by o.post`,
  )
  assert.deepEqual(
    posts.map(({ said }) => said),
    ['deputy-secretary', 'discipline', 'organization', 'publicity', 'secretary'].map(
      (post) => `${post} 2024-03-28`,
    ),
  )
  const months = await o.rows(
    `select 1 from person where joined_on is not null and joined_precision <> 'month'`,
  )
  assert.equal(months.length, 0)
})

test('the GB18030 file makes 29 members, hands 2 rows back and tells one double', async () => {
  const o = await organBeforeImport()
  const seen = await o.preview(fixture(TEXT))
  const { answer } = await o.take(TEXT)

  assert.deepEqual([answer.taken, answer.handedBack, answer.doubles], [29, 2, 1])
  assert.deepEqual(
    seen.answer.handedBack.map(({ row, reasons }) => ({ row, reasons })),
    [
      { row: 9, reasons: ['身份证号校验码不符，至少有一位写错，请对照证件逐位核对'] },
      { row: 14, reasons: ['入党日期「2030-13-45」不是日历上的日子'] },
    ],
  )
  assert.deepEqual(
    seen.answer.doubles.map(({ row, sameAs, name }) => ({ row, sameAs, name })),
    [{ row: 33, sameAs: 5, name: '曾丽' }],
  )
})

for (const sheet of [REGISTER, BOOK, TEXT]) {
  test(`${sheet} again changes nothing and leaves no batch`, async () => {
    const o = await organBeforeImport()
    await o.take(sheet)
    const before = await counted(o)
    const again = await o.take(sheet)

    assert.equal(again.answer.batch, null)
    assert.deepEqual([again.answer.new, again.answer.changed], [0, 0])
    assert.deepEqual(await counted(o), before)
    assert.equal((await o.rows('select from import_batch')).length, 1)
  })
}

test('one sheet after the other is one roster: each adds what the others lack', async () => {
  const o = await organBeforeImport()
  for (const sheet of [TEXT, BOOK, REGISTER]) await o.take(sheet)

  assert.deepEqual(await counted(o), [{ people: 32, stretches: 60, numbers: 31, posts: 5, groups: 4 }])
  for (const sheet of [TEXT, BOOK, REGISTER])
    assert.deepEqual([(await o.take(sheet)).answer.batch, sheet], [null, sheet])
})

test('a preview writes nothing and shows what a change replaces', async () => {
  const o = await organBeforeImport()
  await o.take(REGISTER)
  const before = await counted(o)
  const sheet = textFile('姓名,人员类别,联系电话', '付叶梅,正式党员,14100000000')
  const { answer } = await o.preview(sheet)

  assert.deepEqual(answer.rows[0]?.changes, [{ field: '联系电话', was: '14109679290', now: '14100000000' }])
  assert.equal(answer.counts.unmentioned, 31)
  assert.deepEqual(await counted(o), before)
})

test('a sheet that is silent on status is refused until somebody says how to take it', async () => {
  const o = await organBeforeImport()
  const sheet = textFile('姓名,性别', '温澜,女', '石岫,男')
  const seen = await o.preview(sheet)
  const silent = await o.accept(sheet)
  const said = await o.accept(sheet, { presumed: 'full' })

  assert.equal(seen.answer.counts.open, 2)
  assert.deepEqual([silent.status, silent.refusal.field], [400, 'presumed'])
  assert.match(silent.refusal.message, /有 2 人没有写明/)
  assert.deepEqual([said.status, said.answer.new], [200, 2])
})

test('a row that fits two people of one name goes back, until somebody says who it is', async () => {
  const o = await organBeforeImport()
  await o.accept(textFile('姓名,类别,出生日期', '温澜,正式党员,1980-01-02', '温澜,正式党员,1990-03-04'))
  const sheet = textFile('姓名,类别,籍贯', '温澜,正式党员,安徽')
  const seen = await o.preview(sheet)
  const [unsure] = seen.answer.unsure
  const older = unsure?.candidates.find(({ says }) => says.startsWith('1980-01-02'))
  const left = await o.accept(sheet)
  const decided = await o.accept(sheet, { decided: JSON.stringify({ 2: older?.id }) })

  assert.deepEqual([left.answer.taken, left.answer.handedBack], [0, 1])
  assert.deepEqual([decided.answer.changed, decided.answer.handedBack], [1, 0])
  const [changed] = await o.rows<{ born: string }>(
    `select born_on::text as born from person where native_place = '安徽'`,
  )
  assert.equal(changed?.born, '1980-01-02')
})

test('a number that stands on another branch’s roster goes back with that branch’s name', async () => {
  const o = await organBeforeImport()
  const number = identityNumberOf('1990-03-04', '002')
  const sheet = textFile('姓名,身份证号,类别', `石岫,${number},正式党员`)
  await o.accept(sheet, { unit: o.ids.other, who: o.as('secretary', '/g/2/') })
  const { answer } = await o.preview(sheet)

  assert.equal(answer.counts.taken, 0)
  assert.match(answer.handedBack[0]?.reasons[0] ?? '', /已在「第二党支部」的名册上/)
})

test('a sheet does not unseat the secretary', async () => {
  const o = await organBeforeImport()
  const sheet = textFile('姓名,类别,党内职务', '温澜,正式党员,书记', '石岫,正式党员,宣传委员')
  const seen = await o.preview(sheet)
  await o.accept(sheet)

  assert.match(seen.answer.rows[0]?.doubts[0]?.message ?? '', /书记现由付叶梅担任/)
  const posts = await o.rows<{ said: string }>(
    `select p.name || ' ' || o.post as said from post o join person p on p.id = o.person_id order by o.post`,
  )
  assert.deepEqual(
    posts.map(({ said }) => said),
    ['石岫 publicity', '付叶梅 secretary'],
  )
})
