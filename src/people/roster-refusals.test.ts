import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organBeforeImport, textFile } from './fixtures/rostered.ts'
import { fixture, identityNumberOf } from './fixtures/rosters.ts'
import { previewRoster } from './roster-contract.ts'

const REGISTER = 'roster-register-export.xlsx'

const EVERYTHING = [
  'person',
  'person_identity',
  'membership',
  'post',
  'unit',
  'import_batch',
  'import_row',
  'audit',
]

test('a fault at the very end leaves nothing behind, in no table', async () => {
  const o = await organBeforeImport()
  const sizes = () =>
    o.rows(`select ${EVERYTHING.map((name) => `(select count(*)::int from ${name}) as ${name}`).join(', ')}`)
  const before = await sizes()
  await o.rows(`create function no_space() returns trigger language plpgsql as
    $$ begin raise exception 'no space' using errcode = 'disk_full'; end $$`)
  await o.rows(
    'create trigger no_space before insert on import_batch for each row execute function no_space()',
  )
  const { status } = await o.take(REGISTER)

  assert.equal(status, 503)
  assert.deepEqual(await sizes(), before)
})

test('who does not keep the roster may neither look nor take: lesser posts, other branches, other organs', async () => {
  const o = await organBeforeImport()
  const bytes = fixture(REGISTER)
  const stranger = { ...o.as('secretary', '/'), organ: crypto.randomUUID() }
  const seen = await o.preview(bytes)
  const { digest, basis } = seen.answer

  for (const who of [
    o.as('member'),
    o.as('group-leader'),
    o.as('publicity'),
    o.as('superior', '/g/'),
    stranger,
  ]) {
    const looked = await o.preview(bytes, { who })
    const input = o.asked(bytes)
    const taken = await o.import(who, { ...input, query: { ...input.query, digest, basis } })
    assert.deepEqual([looked.status, taken.status], who === stranger ? [404, 404] : [403, 403])
  }
  const neighbour = await o.preview(bytes, { who: o.as('secretary', '/g/2/') })
  assert.deepEqual([neighbour.status, /第一党支部/.test(neighbour.refusal.message)], [403, true])
  assert.equal((await o.rows('select from import_batch')).length, 0)
})

test('a roster goes into a branch: a general branch and a group are refused', async () => {
  const o = await organBeforeImport()
  for (const unit of [o.ids.general, o.ids.group]) {
    const { status, refusal } = await o.preview(fixture(REGISTER), { unit, who: o.as('secretary', '/') })
    assert.deepEqual([status, refusal.field], [400, 'unit'])
    assert.match(refusal.message, /不是党支部。名册按党支部导入/)
  }
})

test('files that are no rosters are refused in words, and nothing breaks', async () => {
  const o = await organBeforeImport()
  const xlsx = fixture(REGISTER)
  const text = (words: string) => new TextEncoder().encode(words)
  const files: Record<string, Uint8Array> = {
    empty: new Uint8Array(),
    pdf: text('%PDF-1.7\n1 0 obj'),
    'cut short': xlsx.slice(0, xlsx.length / 2),
    noise: Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251),
    'only blanks': text('\n\n ,,\n'),
  }
  for (const [name, bytes] of Object.entries(files)) {
    const { status, refusal } = await o.preview(bytes)
    assert.equal(status, 400, name)
    assert.match(refusal.message, /。$/, name)
  }
  const nameless = await o.preview(text('甲,乙\n1,2\n3,4'))
  assert.deepEqual([nameless.status, nameless.answer.counts.taken], [200, 0])
  assert.match(nameless.answer.obstacle ?? '', /没有认出「姓名」一列/)
  const taken = await o.accept(text('甲,乙\n1,2\n3,4'))
  assert.deepEqual([taken.status, taken.refusal.field], [400, 'mapping'])
})

test('characters that no database keeps are left out of what is taken', async () => {
  const o = await organBeforeImport()
  const remark = `在\u0007岗${'，一直在机关工作'.repeat(20)}`
  const { status, answer } = await o.accept(textFile('姓名,类别,备注', `温澜,正式党员,"${remark}"`))
  const [person] = await o.rows<{ remark: string }>(`select remark from person where name = '温澜'`)

  assert.deepEqual([status, answer.new, person?.remark.slice(0, 3)], [200, 1, '在岗，'])
})

test('a request that is not understood names its field', async () => {
  const o = await organBeforeImport()
  const bytes = fixture(REGISTER)
  const faults: [object, string][] = [
    [{ mapping: '{' }, 'mapping'],
    [{ mapping: '{"0":"shoe size"}' }, 'mapping'],
    [{ headerRow: '-1' }, 'headerRow'],
    [{ presumed: 'perhaps' }, 'presumed'],
    [{ decided: '{"4":"somebody"}' }, 'decided'],
    [{ sheet: '没有这一张' }, 'sheet'],
    [{ name: '' }, 'name'],
    [{ colour: 'red' }, 'colour'],
  ]
  for (const [query, field] of faults) {
    const { status, refusal } = await o.preview(bytes, query)
    assert.deepEqual([status, refusal.field?.split('.')[0]], [400, field], JSON.stringify(query))
  }
})

test('another file than the one looked at, or a register changed since, is not taken', async () => {
  const o = await organBeforeImport()
  const sheet = textFile('姓名,类别,联系电话', '温澜,正式党员,14100000001')
  const seen = (await o.preview(sheet)).answer
  const send = (bytes: Uint8Array) => {
    const input = o.asked(bytes)
    return o.import(o.keeper, { ...input, query: { ...input.query, digest: seen.digest, basis: seen.basis } })
  }
  const other = await send(textFile('姓名,类别,联系电话', '温澜,正式党员,14100000002'))
  assert.deepEqual([other.status, other.refusal.field], [409, 'digest'])

  await o.accept(textFile('姓名,类别', '温澜,正式党员'))
  const late = await send(sheet)
  assert.deepEqual([late.status, late.refusal.refused], [409, 'stale'])
})

test('identity numbers stand in the clear nowhere: not in a table, not in the trail, not in an answer', async () => {
  const o = await organBeforeImport()
  const number = identityNumberOf('1990-03-04', '002')
  const wrong = `${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}`
  const sheet = textFile('姓名,身份证号,类别', `温澜,${number},正式党员`, `石岫,${wrong},正式党员`)
  const seen = await o.preview(sheet)
  const taken = await o.accept(sheet)
  const batches = await o.batches()

  const told = JSON.stringify([seen.answer, taken.answer, batches.answer])
  assert.ok(told.includes('温澜'))
  assert.doesNotMatch(told, new RegExp(`${number}|${wrong}`))
  for (const table of EVERYTHING) {
    const rows = await o.rows<{ row: string }>(`select t::text as row from ${table} t`)
    assert.ok(rows.length > 0 || ['import_row', 'post'].includes(table), table)
    for (const { row } of rows) assert.ok(!row.includes(number) && !row.includes(wrong), table)
    for (const { row } of rows) assert.ok(!row.includes(Buffer.from(number).toString('hex')), table)
  }
})

test('the number of queries does not grow with the rows', async () => {
  const sheet = (people: number) =>
    textFile(
      '姓名,身份证号,类别,入党时间,转正时间,党小组',
      ...Array.from({ length: people }, (_, at) => {
        const number = identityNumberOf('1980-03-04', String(at + 100))
        return `${'赵钱孙李'[at % 4]}${'文静丽华明'[at % 5]}${'芳伟娜敏强磊'[at % 6]},${number},正式党员,2005-07-01,2006-07-01,第一党小组`
      }),
    )
  const queries: number[][] = []
  for (const people of [3, 300]) {
    const o = await organBeforeImport()
    const [seen, taken] = [await o.preview(sheet(people)), await o.accept(sheet(people))]
    const undone = await o.undo(taken.answer.batch!)
    assert.equal(taken.answer.new, people)
    queries.push([seen.queries, taken.queries, undone.queries])
  }
  assert.deepEqual(queries[0], queries[1])
})

test('a large sheet is read in a thread of its own, with the same outcome', async () => {
  const o = await organBeforeImport()
  const rows = Array.from({ length: 3000 }, (_, at) => {
    const number = identityNumberOf(`19${60 + (at % 40)}-03-04`, String(100 + Math.floor(at / 40)))
    return `温${'文静丽华明'[at % 5]},${number},正式党员,2005-07-01,2006-07-01,${'在机关工作多年'.repeat(4)}`
  })
  const sheet = textFile('姓名,身份证号,类别,入党时间,转正时间,备注', ...rows)
  assert.ok(sheet.length > 128 * 1024)
  const { status, answer } = await o.preview(sheet)

  assert.equal(status, 200)
  assert.deepEqual([answer.counts.taken, answer.counts.new, answer.rows.length], [3000, 3000, 500])
  assert.equal(previewRoster.upload.most, 32 * 1024 * 1024)
})
