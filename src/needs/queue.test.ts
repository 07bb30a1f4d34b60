import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import pg from 'pg'
import { standingOf } from '../access/store.ts'
import { acting } from '../database/acting.ts'
import { exampleOrgan } from '../example/testing.ts'
import type { Download, Endpoint, Input } from '../http/endpoint.ts'
import { served } from '../http/testing.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { listNeeds, type Need, openNeed, readNeed, receiveNeed } from './contract.ts'
import { wordingOf } from './correction.ts'
import {
  correctWords,
  downloadRegister,
  findAlike,
  judgeAlike,
  readAlike,
  searchNeeds,
} from './queue-contract.ts'
import { needQueueRoutes } from './queue-routes.ts'
import { needRoutes } from './routes.ts'
import { needWordsRoutes } from './words-routes.ts'

const organ = await exampleOrgan()

const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>) =>
  (await organ.as(who)).ask(endpoint, input)

const lines = async (who: string, query: NonNullable<Input<typeof listNeeds>['query']>) =>
  (await ask(who, listNeeds, { query })).needs
const found = async (who: string, words: string) =>
  (await ask(who, searchNeeds, { body: { words } })).needs.map(({ line }) => line)
const named = async (line: string) =>
  (await lines('孟庆芝', { scope: 'desk', limit: 200 })).find((each) => each.line === line)!

const CALL = {
  channel: 'call' as const,
  receivedOn: '2026-11-20',
  category: 'marriage' as const,
}

test('of sensitive matters the queue shows number, state and days, and neither words nor kind nor place', async () => {
  const desk = await lines('孟庆芝', { scope: 'desk' })
  const sealed = desk.filter(({ sensitive }) => sensitive)
  assert.equal(sealed.length, 2)
  for (const { line, category, area } of sealed) assert.deepEqual([line, category, area], [null, null, null])
  assert.ok(desk.filter(({ sensitive }) => !sensitive).every(({ line, category }) => line && category))
  // What is due first stands first; what has no day stands last.
  const days = desk.map(({ dueOn }) => dueOn ?? '9999')
  assert.deepEqual(days, days.toSorted())
})

test('an officer who was not let in does not see that a sensitive matter is there; a colleague sees what she received', async () => {
  const desk = await lines('邱志成', { scope: 'desk' })
  assert.ok(desk.every(({ sensitive }) => !sensitive) && desk.length >= 5)
  const received = await lines('林知夏', { scope: 'received' })
  assert.deepEqual(
    received.map(({ line }) => line),
    ['产假结束被要求离职，工资还是没结', '招聘启事写明只要男性，投诉后没有答复', null],
  )
  await assert.rejects(lines('林知夏', { scope: 'desk' }), /接待部门/)
})

test('the pages follow one another without gap or double, whatever their size', async () => {
  const whole = (await lines('孟庆芝', { scope: 'desk', limit: 200 })).map(({ id }) => id)
  for (const limit of [1, 3]) {
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await ask('孟庆芝', listNeeds, {
        query: { scope: 'desk', limit, ...(after && { after }) },
      })
      ids.push(...page.needs.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    assert.deepEqual(ids, whole)
  }
  await assert.rejects(lines('孟庆芝', { scope: 'desk', after: 'x' }), /第一页/)
})

test('two characters find a matter for whoever may see it, wherever they stand in its words', async () => {
  assert.deepEqual(await found('孟庆芝', '产假'), [
    '产假结束被要求离职，工资还是没结',
    '产假结束被要求离职，两个月工资没结',
  ])
  assert.deepEqual(await found('孟庆芝', '抵押'), ['返乡开民宿，想问妇女创业担保贷款'])
  assert.deepEqual(await found('孟庆芝', '周末有空'), ['婆婆来陪读后夫妻天天吵，想学怎样沟通'])
  assert.deepEqual(await found('林知夏', '产假'), ['产假结束被要求离职，工资还是没结'])
  assert.deepEqual(await found('陶然', '产假'), [])
  // Both pairs stand there, but not side by side.
  assert.deepEqual(await found('孟庆芝', '工资产假'), [])
  await assert.rejects(found('孟庆芝', '假'), /两个字/)
})

test('what was found follows page by page, whether the latest fill the page or not', async () => {
  for (const words of ['产假', '工资', '抵押']) {
    const whole = (await ask('孟庆芝', searchNeeds, { body: { words } })).needs.map(({ id }) => id)
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await ask('孟庆芝', searchNeeds, { body: { words, limit: 1, ...(after && { after }) } })
      ids.push(...page.needs.map(({ id }) => id))
      if (page.next === null) break
      after = page.next
    }
    assert.deepEqual(ids, whole)
  }
})

test('her telephone number is found whole, and by no part of it', async () => {
  assert.equal((await found('苏婉清', '141 0000 3110')).length, 1)
  assert.equal((await found('苏婉清', '1410000')).length, 0)
})

test('no word of a sensitive matter finds it, and the database refuses to make it findable', async () => {
  for (const words of ['暧昧', '邻居', '14100003103']) assert.deepEqual(await found('苏婉清', words), [])
  const { rows } = await organ.owner.query(
    'select count(*)::int as marked from need_search s join need n on n.id = s.need_id where n.sensitive',
  )
  assert.equal(rows[0].marked, 0)
})

test('the same telephone number or like words are shown with why, to whoever may see the other matter', async () => {
  const { alike } = await ask('苏婉清', findAlike, {
    body: { line: '公司产假工资不结', phone: '14100003101' },
  })
  assert.deepEqual(
    alike.map(({ byPhone }) => byPhone),
    [true, true],
  )
  const retold = { line: '婆婆来陪读，夫妻天天吵架，想学沟通' }
  assert.equal(
    (await ask('邱志成', findAlike, { body: retold })).alike[0]?.line,
    '婆婆来陪读后夫妻天天吵，想学怎样沟通',
  )
  assert.deepEqual((await ask('陶然', findAlike, { body: retold })).alike, [])
  assert.deepEqual((await ask('邱志成', findAlike, { body: { line: '想学一门家政手艺' } })).alike, [])
})

test('a person says that two are one matter, once; the record of both tells it', async () => {
  const later = await named('产假结束被要求离职，工资还是没结')
  const before = await ask('苏婉清', readAlike, { params: { need: later.id } })
  assert.deepEqual([before.alike[0]?.byPhone, before.linked], [true, []])
  const otherId = before.alike[0]!.id
  const { version } = await ask('苏婉清', readNeed, { params: { need: later.id } })
  await ask('苏婉清', judgeAlike, { params: { need: later.id }, body: { otherId, same: true, version } })
  for (const [one, other] of [
    [later.id, otherId],
    [otherId, later.id],
  ] as const) {
    const { alike, linked } = await ask('邱志成', readAlike, { params: { need: one } })
    assert.deepEqual([alike, linked.map(({ id }) => id)], [[], [other]])
  }
  const { steps, version: risen } = await ask('苏婉清', readNeed, { params: { need: later.id } })
  assert.match(steps.at(-1)!.text!, /是同一件事/)
  await assert.rejects(
    ask('苏婉清', judgeAlike, { params: { need: later.id }, body: { otherId, same: false, version: risen } }),
    /认定过/,
  )
})

test('a correction keeps in the record what was written before, and what is found follows it', async () => {
  const { id } = await ask('林知夏', receiveNeed, { body: { ...CALL, line: '离婚冷静期怎么算' } })
  const need = await ask('苏婉清', readNeed, { params: { need: id } })
  const becomes = { ...wordingOf(need.words!, need), wish: '想知道还要等几天', area: '城南区' }
  await ask('苏婉清', correctWords, { params: { need: id }, body: { ...becomes, version: need.version } })
  const after = await ask('苏婉清', readNeed, { params: { need: id } })
  assert.deepEqual([after.words?.wish, after.area], ['想知道还要等几天', '城南区'])
  assert.equal(after.steps.at(-1)!.text, '所在地：原记“未填”。\n本人的诉求：原记“未填”。')
  assert.equal((await found('苏婉清', '城南')).length, 1)
  const stale = { ...becomes, wish: '另一种写法', version: need.version }
  await assert.rejects(ask('邱志成', correctWords, { params: { need: id }, body: stale }), /更新过/)
  const violent = { ...becomes, category: 'violence' as const, version: after.version }
  await assert.rejects(ask('苏婉清', correctWords, { params: { need: id }, body: violent }), /须封存/)
})

test('the words of a sensitive matter are corrected by who was let in, and stay apart', async () => {
  const { id } = await ask('苏婉清', receiveNeed, {
    body: { ...CALL, category: 'privacy', line: '照片被前男友发到群里' },
  })
  const need = await ask('苏婉清', openNeed, { params: { need: id }, body: { ground: 'handling' } })
  const becomes = { ...wordingOf(need.words!, need), facts: '群里有四十多人。', version: need.version }
  await assert.rejects(ask('孟庆芝', correctWords, { params: { need: id }, body: becomes }), /不在知悉范围/)
  await ask('苏婉清', correctWords, { params: { need: id }, body: becomes })
  const after = await ask('苏婉清', openNeed, { params: { need: id }, body: { ground: 'handling' } })
  assert.equal(after.words?.facts, '群里有四十多人。')
  assert.match(after.steps.at(-1)!.text!, /情况：原记“未填”/)
  const { rows } = await organ.owner.query(
    `select (select content from need where id = $1) as content, (select count(*)::int from need_search where need_id = $1) as marked`,
    [id],
  )
  assert.deepEqual(rows[0], { content: null, marked: 0 })
})

test('the database keeps neither words nor numbers of ordinary matters in clear', async () => {
  const { rows } = await organ.owner.query(
    'select s::text as kept, (select string_agg(after::text, $$ $$) from audit where table_name = $$need_search$$) as trail from need_search s',
  )
  for (const { kept, trail } of rows) {
    assert.doesNotMatch(kept, /[\u4e00-\u9fff]|1410000/)
    assert.doesNotMatch(trail, /digest|token/)
  }
})

// Counted on every connection: those of the pool are open before the routes are served.
let statements = 0
const query = pg.Client.prototype.query
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  statements += 1
  return (query as (...all: unknown[]) => unknown).apply(this, given)
} as typeof query
const { ask: asking } = served(
  organ.app,
  [...needRoutes, ...needQueueRoutes, ...needWordsRoutes],
  '2026-11-20',
)
const serve: typeof asking = async (...given) => {
  const before = statements
  const answered = await asking(...given)
  return { ...answered, queries: statements - before }
}
const asker = async (who: string) => {
  const as = { organ: organ.organ, person: organ.person(who), operation: '测试', may: {} }
  const standing = await acting(organ.database, as, (tx) => standingOf(tx, as.person, '2026-11-20'))
  if (!standing || isRefusal(standing)) throw new Error(`no standing of ${who}`)
  return { organ: as.organ, person: as.person, held: standing.held }
}

test('the register masks what is sensitive and leaves the lines out unless they are asked for', async () => {
  const head = await asker('孟庆芝')
  const sheet = async (words: 'with' | 'without') => {
    const { answer } = await serve(head, downloadRegister, { query: { year: 2026, words } })
    return JSON.stringify((await readXlsx((answer as Download).bytes)).sheets[0]?.rows)
  }
  const without = await sheet('without')
  assert.match(without, /封存/)
  assert.doesNotMatch(without, /产假/)
  const whole = await sheet('with')
  assert.match(whole, /产假结束被要求离职/)
  assert.doesNotMatch(whole, /骚扰|暴力|城西区/)
})

test('lists and searches take the same few statements, however many matters they show', async () => {
  const head = await asker('孟庆芝')
  const queries: number[] = []
  for (const limit of [1, 200])
    for (const scope of ['desk', 'mine', 'received'] as const)
      queries.push((await serve(head, listNeeds, { query: { scope, limit } })).queries)
  assert.deepEqual(new Set(queries), new Set([3]))
  const of = async (words: string) => (await serve(head, searchNeeds, { body: { words } })).queries
  assert.deepEqual([await of('产假'), await of('没有这个词')], [3, 3])
  const need = await named('产假结束被要求离职，工资还是没结')
  const opened = await serve(head, readAlike, { params: { need: need.id } })
  assert.ok(opened.queries <= 12, `${opened.queries}`)
  const { answer } = await serve(head, readNeed, { params: { need: need.id } })
  const body = { ...wordingOf(answer.words!, answer as Need), wish: '换一种写法', version: answer.version }
  const corrected = await serve(head, correctWords, { params: { need: need.id }, body })
  const received = await serve(head, receiveNeed, { body: { ...CALL, line: '问落户' } })
  for (const { status, queries: taken } of [corrected, received])
    assert.ok(status === 200 && taken <= 12, `${status} ${taken}`)
})
