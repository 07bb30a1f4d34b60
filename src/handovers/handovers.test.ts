import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { readToday } from '../duties/contract.ts'
import { EVERYTHING } from '../example/hand.ts'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { appoint, endPost, listPosts } from '../people/contract.ts'
import * as contract from './contract.ts'

const example = await exampleOrgan()
const BRANCH = '市妇联机关党支部'
const GROUP = '第二党小组'
const branch = example.unit(BRANCH)
const group = example.unit(GROUP)

const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>, on?: string) =>
  (await example.as(who, on)).ask(endpoint, input)

/** What the product says no with. */
const refused = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => assert.fail('it was not refused'),
    (error: Error) => error.message,
  )

const postOf = async (unit: string, who: string, post: string, as = '丁素云') => {
  const { posts } = await ask(as, listPosts, { params: { unit }, query: {} })
  const held = posts.find((each) => each.personName === who && each.post === post)
  assert.ok(held, `${who} is ${post}`)
  return held
}
const open = async (who: string, post: string, to: string, more: object = {}) =>
  ask(who, contract.openHandover, {
    params: { post },
    body: { toId: example.person(to), endsOn: '2026-11-20', beginsOn: '2026-11-21', ...more },
  })
const sign = (who: string, { id, version }: contract.Handover, on?: string) =>
  ask(who, contract.signHandover, { params: { handover: id }, body: { version } }, on)
const read = (who: string, id: string) => ask(who, contract.readHandover, { params: { handover: id } })

test('a secretary opens her sheet; it states every ledger as it stands that day, with what is open and by when', async () => {
  const held = await postOf(branch, '贺佳宁', 'publicity')
  const sheet = await open('贺佳宁', held.id, '陶然').catch(async () => open('顾明漪', held.id, '陶然'))

  const of = (name: string) => sheet.ledgers.find(({ ledger }) => ledger === name)
  assert.equal(sheet.drawnOn, '2026-11-20')
  assert.equal(of('党员名册')?.count, 31)
  assert.match(of('党员名册')?.state ?? '', /正式党员 29 人，预备党员 2 人/)
  assert.match(of('会议记录')?.state ?? '', /2026年已记录 \d+ 次，其中 \d+ 次未审阅；草稿 \d+ 份/)
  assert.ok(of('议定事项')!.openMatters.length > 0)
  assert.ok(of('应做事项')!.openMatters.some(({ what }) => /主题党日（2026年8月）未做/.test(what)))
  assert.match(of('谈心谈话')?.state ?? '', /今年已谈 \d+ 次/)
  assert.ok(of('民主评议党员')!.openMatters.some(({ what }) => /2026 年度/.test(what)))
  assert.ok(of('组织生活会') && of('学习与宣讲') && of('党员变动'))
  const talked = JSON.stringify(of('谈心谈话'))
  assert.ok(![...example.people.keys()].some((name) => talked.includes(name)), 'who is to be talked with')
  await ask('顾明漪', contract.withdrawHandover, {
    params: { handover: sheet.id },
    body: { reason: '换人', version: sheet.version },
  })
})

test('the leader of a group opens hers; it passes nothing until one who may appoint confirms it', async () => {
  const held = await postOf(group, '龚秀梅', 'group-leader')
  const sheet = await open('龚秀梅', held.id, '林知夏')
  assert.equal(sheet.confirmedOn, null)
  assert.match(await refused(sign('龚秀梅', sheet)), /还没有经书记/)

  const today = await ask('丁素云', readToday, { query: {} })
  assert.ok(
    today.waiting.some(({ title, to }) => /党小组长工作交接表等确认/.test(title) && to?.includes(sheet.id)),
  )
  const confirmed = await ask('丁素云', contract.confirmHandover, {
    params: { handover: sheet.id },
    body: { version: sheet.version },
  })
  assert.equal(confirmed.confirmedByName, '丁素云')
})

test('what the leaving one adds stands until somebody signs; then nothing of it changes', async () => {
  const [line] = (await ask('龚秀梅', contract.listHandovers, {})).handovers.filter(
    ({ stage }) => stage === 'open',
  )
  const before = await read('龚秀梅', line!.id)
  const body = {
    endsOn: before.endsOn,
    beginsOn: before.beginsOn,
    promises: ['替钟丽华同志代领学习材料'],
    places: [{ item: '小组会议记录本', place: '宣传部文件柜第二层' }],
    witnessName: '孟庆芝',
  }
  const changed = await ask('龚秀梅', contract.changeHandover, {
    params: { handover: before.id },
    body: { ...body, draw: true, version: before.version },
  })
  const half = await sign('龚秀梅', changed)
  const again = await refused(sign('龚秀梅', half))
  const later = await refused(
    ask('龚秀梅', contract.changeHandover, {
      params: { handover: before.id },
      body: { ...body, version: half.version },
    }),
  )

  assert.deepEqual(changed.places, body.places)
  assert.equal(half.stage, 'open')
  assert.match(again, /您已在 2026-11-20 签字/)
  assert.match(later, /已有一方签字/)
})

test('the next one finds it on her day, reads it without any post, signs, and the post is hers', async () => {
  const today = await ask('林知夏', readToday, { query: {} })
  const errand = today.waiting.find(({ title }) => /党小组长工作交接表等您签字/.test(title))
  const id = errand!.to!.split('/').at(-1)!
  const half = await read('林知夏', id)
  assert.ok(half.ledgers.length >= 4)

  const whole = await sign('林知夏', half)

  assert.equal(whole.stage, 'signed')
  const { posts } = await ask('丁素云', listPosts, { params: { unit: group }, query: { span: 'ever' } })
  const held = posts
    .filter(({ post }) => post === 'group-leader')
    .map((post) => [post.personName, post.since, post.until])
  assert.deepEqual(held, [
    ['林知夏', '2026-11-21', null],
    ['龚秀梅', '2025-12-16', '2026-11-20'],
  ])
  // From the next day on the rights are hers, and no longer the other's.
  const record = { params: { unit: group }, query: { on: '2026-11-23', kinds: 'group-meeting' } }
  const { listExpected } = await import('../meetings/contract.ts')
  await ask('林知夏', listExpected, record, '2026-11-23')
  assert.match(await refused(ask('龚秀梅', listExpected, record, '2026-11-23')), /您的职务不能/)
})

test('a signed sheet is frozen: no act, and no statement that the application could make, changes it', async () => {
  const [line] = (await ask('林知夏', contract.listHandovers, {})).handovers
  const sheet = await read('龚秀梅', line!.id)
  assert.ok(Object.values(sheet.permits).every(({ may }) => !may))
  assert.match(
    await refused(
      ask('丁素云', contract.withdrawHandover, {
        params: { handover: sheet.id },
        body: { reason: '写错了', version: sheet.version },
      }),
    ),
    /双方已签字/,
  )
  const as = { organ: example.organ, person: example.person('丁素云'), operation: 'test', may: EVERYTHING }
  const changed = await acting(example.database, as, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('handover')
      .set({ promises: [] })
      .where('id', '=', sheet.id)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
  assert.equal(changed, 0)
})

test('who is neither party nor leads there sees nothing of it', async () => {
  const [line] = (await ask('林知夏', contract.listHandovers, {})).handovers
  assert.match(await refused(read('苏婉清', line!.id)), /没有这份交接表/)
  assert.deepEqual(
    (await ask('苏婉清', contract.listHandovers, {})).handovers.filter(({ id }) => id === line!.id),
    [],
  )
})

test('the sheet prints as a form with both signatures', async () => {
  const [line] = (await ask('林知夏', contract.listHandovers, {})).handovers
  const sheet = await read('林知夏', line!.id)
  const { handoverDocx } = await import('../documents/handover-sheet.ts')
  const { TERMS } = await import('../glossary.ts')
  const bytes = await handoverDocx({ ...sheet, organName: '澄川市妇女联合会', postName: TERMS[sheet.post] })
  const words = textOf(bytes).join('\n')
  assert.match(words, /第二党小组工作交接表/)
  assert.match(words, /移交人\n龚秀梅\n接任人\n林知夏/)
  assert.match(words, /小组会议记录本：宣传部文件柜第二层/)
  assert.match(words, /林知夏\n2026年11月20日签字/)
})

test('to oneself, before the post began, before the other ends, and twice for one post: refused with the field', async () => {
  const held = await postOf(branch, '孟庆芝', 'discipline')
  assert.match(await refused(open('顾明漪', held.id, '孟庆芝')), /同一个人/)
  assert.match(await refused(open('顾明漪', held.id, '黎昕', { endsOn: '2020-01-01' })), /早于任职开始/)
  assert.match(await refused(open('顾明漪', held.id, '黎昕', { beginsOn: '2026-11-01' })), /「到任」须在/)
  assert.match(await refused(open('黎昕', held.id, '黎昕')), /由本人，或/)
  const sheet = await open('顾明漪', held.id, '黎昕')
  assert.match(await refused(open('顾明漪', held.id, '陶然')), /已有交接表/)
  assert.match(await refused(sign('陶然', sheet)), /没有这份交接表/)
  assert.match(await refused(sign('黎昕', { ...sheet, version: 9 })), /刚被别人改过/)
})

test('who cannot sign here signs on paper; one who leads says so with the day, never for herself', async () => {
  const [line] = (await ask('孟庆芝', contract.listHandovers, {})).handovers
  const sheet = await read('孟庆芝', line!.id)
  const paper = (who: string, side: contract.Side, version: number, signedOn = '2026-11-20') =>
    ask(who, contract.recordPaperSigning, {
      params: { handover: sheet.id },
      body: { side, signedOn, version },
    })
  assert.match(await refused(paper('黎昕', 'to', sheet.version)), /您的职务不能/)
  assert.match(await refused(paper('丁素云', 'to', sheet.version, '2026-12-01')), /签字日期/)
  const half = await paper('丁素云', 'to', sheet.version)
  const whole = await sign('孟庆芝', half)

  assert.deepEqual(whole.to, { signedOn: '2026-11-20', paperByName: '丁素云' })
  assert.equal(whole.stage, 'signed')
})

test('a unit keeps one secretary: where another was appointed meanwhile, the last signature is refused and nothing passes', async () => {
  const held = await postOf(example.unit('妇女儿童活动中心党支部'), '邵长青', 'secretary', '邵长青')
  const sheet = await open('邵长青', held.id, '郝一鸣')
  const half = await sign('邵长青', sheet)
  await ask('卢文茵', endPost, {
    params: { post: held.id },
    body: { until: '2026-11-20', version: held.version },
  })
  await ask('卢文茵', appoint, {
    params: { unit: held.unitId },
    body: { personId: example.person('倪晓雯'), post: 'secretary', since: '2026-11-21' },
  })

  assert.match(await refused(sign('郝一鸣', half)), /设书记一名/)
  assert.equal((await read('郝一鸣', sheet.id)).stage, 'open')
})
