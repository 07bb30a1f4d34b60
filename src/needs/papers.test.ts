import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { Pool } from 'pg'
import { served } from '../http/testing.ts'
import { resolveNeed, takeAnswer, tellResult } from './closing-contract.ts'
import { readNeed, receiveNeed } from './contract.ts'
import { desk } from './fixtures/desk.ts'
import { assignNeed, recordReply, referNeed, urgeAgency } from './handling-contract.ts'
import { checkCopy, makeNeedPaper, type NeedPaper } from './paper-contract.ts'
import { needRoutes } from './routes.ts'

const { organ, ask, call, handledBy, version } = await desk()
const of = (need: string) => ({ params: { need } })
const at = await handledBy('邱志成')
const { unitPath } = await ask('邱志成', readNeed, of(at))
// A pool of its own, whose connection is counted from the first.
const pool = new Pool({ ...organ.login('app'), max: 1 })
// Before the database goes: an idle connection that is cut off would be heard as an error.
pool.on('error', () => {})
const { ask: askServed } = served(pool, needRoutes, '2026-11-20')

/** As somebody of the desk, over the routes alone: counts statements, and takes files. */
const officer = (name: string) => ({
  organ: organ.organ,
  person: organ.person(name),
  held: [
    { post: 'rights-officer' as const, path: unitPath },
    { post: 'member' as const, path: '/' },
  ],
})

const paper = async (id: string, which: NeedPaper, more: object = {}, who = '邱志成') => {
  const { status, answer, refusal, queries } = await askServed(officer(who), makeNeedPaper, {
    params: { need: id, paper: which },
    body: more,
  })
  if (status !== 200) throw new Error(refusal.message)
  const words = strFromU8(unzipSync(answer.bytes)['word/document.xml']!).replace(/<[^>]*>/g, '')
  return { name: answer.name, words, queries }
}

const letter = {
  agency: 'human-resources' as const,
  office: '市人社局劳动保障监察支队',
  asks: '依法核查拖欠产假工资一事',
  basis: 'agreed' as const,
  sentOn: '2026-11-19',
  dueOn: '2026-12-04',
}

const refer = async (id: string, gives: ('name' | 'contact' | 'facts' | 'wish')[]) => {
  const body = { ...letter, gives, version: await version('邱志成', id) }
  await ask('邱志成', referNeed, { ...of(id), body })
  const { referrals } = await ask('邱志成', readNeed, of(id))
  return referrals.find(({ words }) => words?.gives.join() === gives.join())!.id
}

test('a letter gives away what was chosen, and nothing else of her', async () => {
  const id = await handledBy('邱志成')
  const full = await paper(id, 'referral', { referral: await refer(id, ['name', 'facts']) })
  assert.match(full.name, /^转介函〔2026〕\d+\.docx$/)
  for (const said of [letter.office, call.asker.name, call.facts, '本人同意', '2026年12月4日'])
    assert.ok(full.words.includes(said), said)
  for (const kept of [call.asker.phone, call.wish]) assert.ok(!full.words.includes(kept), kept)

  const bare = await paper(id, 'referral', { referral: await refer(id, []) })
  for (const kept of [call.asker.name, call.facts, '个人信息']) assert.ok(!bare.words.includes(kept), kept)
})

test('an opinion is printed once it is given, with what the office had answered', async () => {
  const id = await handledBy('邱志成')
  const referral = await refer(id, ['facts'])
  await assert.rejects(paper(id, 'opinion', { referral }), /还没有对这个单位提出/)
  const params = { need: id, referral }
  const objected = { reply: 'objected' as const, text: '认为属于民事争议。', onDay: '2026-11-20' }
  await ask('邱志成', recordReply, { params, body: { ...objected, version: await version('邱志成', id) } })
  const body = { text: '请依法受理并书面答复。', onDay: '2026-11-20', version: await version('邱志成', id) }
  await ask('邱志成', urgeAgency, { params, body })
  const { words } = await paper(id, 'opinion', { referral })
  for (const said of ['第七十三条第一款', '贵单位提出：认为属于民事争议。', body.text])
    assert.ok(words.includes(said), said)
})

test('the result says what was written of it; before it there is none', async () => {
  const id = await handledBy('邱志成')
  await assert.rejects(paper(id, 'result'), /还没有办理结果/)
  const body = { outcome: 'unsolvable' as const, text: '公司已经注销。', onDay: '2026-11-20' }
  await ask('邱志成', resolveNeed, { ...of(id), body: { ...body, version: await version('邱志成', id) } })
  const { words } = await paper(id, 'result')
  for (const said of ['来电人甲：', '无法解决，已说明原因', '公司已经注销。'])
    assert.ok(words.includes(said), said)
  const sheet = await paper(id, 'sheet')
  for (const said of ['未告知', '没有答复', call.facts]) assert.ok(sheet.words.includes(said), said)
})

test('a copy carries every step with its fingerprint; a changed word no longer matches', async () => {
  const id = await handledBy('邱志成')
  await refer(id, ['facts'])
  await assert.rejects(paper(id, 'copy'), /请选出具的理由/)
  const { words } = await paper(id, 'copy', { ground: 'evidence' })
  const { steps } = await ask('邱志成', readNeed, of(id))
  const copied = steps.at(-1)!
  assert.equal(copied.kind, 'copied')
  const digest = /副本校验码 ([0-9a-f]{64})/.exec(copied.text ?? '')?.[1] ?? ''
  assert.ok(words.replaceAll(' ', '').includes(digest))
  for (const said of ['经核对，本副本与系统记录一致', '留痕待封存', '指纹'])
    assert.ok(words.includes(said), said)

  const referred = steps.find(({ kind }) => kind === 'referred')!
  const same = async (text: string) =>
    (await ask('邱志成', checkCopy, { ...of(id), body: { step: referred.id, text } })).same
  assert.equal(await same(referred.text!), true)
  assert.equal(await same(referred.text!.replace('核查', '查核')), false)
})

test('of a sensitive matter a paper is made only by whoever was let in, with a ground, and that is on record', async () => {
  const { id } = await ask('苏婉清', receiveNeed, { body: { ...call, category: 'violence', danger: true } })
  await ask('苏婉清', assignNeed, { ...of(id), body: { personId: organ.person('苏婉清'), version: 1 } })
  await assert.rejects(paper(id, 'copy', { ground: 'evidence' }), /没有这件需求/)
  await assert.rejects(paper(id, 'sheet', {}, '苏婉清'), /请选出具的理由/)
  const { words } = await paper(id, 'copy', { ground: 'evidence' }, '苏婉清')
  assert.ok(words.includes(call.facts))
  const { openings } = await ask('苏婉清', readNeed, of(id))
  assert.deepEqual(
    openings.map(({ readerName, ground }) => [readerName, ground]),
    [['苏婉清', 'evidence']],
  )
})

test('every act takes at most twelve statements', async (t) => {
  const id = await handledBy('邱志成', 'R2')
  const as = officer('邱志成')
  const asked: [string, number][] = []
  const now = async () => version('邱志成', id)
  const did = async <A extends { status: number; queries: number; refusal: { message: string } }>(
    what: string,
    answered: A,
  ): Promise<void> => {
    assert.equal(answered.status, 200, answered.refusal?.message)
    asked.push([what, answered.queries])
  }
  await did(
    '转介',
    await askServed(as, referNeed, {
      ...of(id),
      body: { ...letter, gives: ['facts'], version: await now() },
    }),
  )
  const referral = (await ask('邱志成', readNeed, of(id))).referrals[0]!.id
  const reply = {
    reply: 'answered' as const,
    text: '已责令支付。',
    onDay: '2026-11-20',
    version: await now(),
  }
  await did('回音', await askServed(as, recordReply, { params: { need: id, referral }, body: reply }))
  const ended = { outcome: 'resolved' as const, text: '已支付。', onDay: '2026-11-20', version: await now() }
  await did('结果', await askServed(as, resolveNeed, { ...of(id), body: ended }))
  const told = { told: 'link' as const, onDay: '2026-11-20', version: await now() }
  await did('告知', await askServed(as, tellResult, { ...of(id), body: told }))
  const said = { solved: 'yes' as const, satisfied: 'yes' as const, text: '好。', onDay: '2026-11-20' }
  await did(
    '回访',
    await askServed(officer('苏婉清'), takeAnswer, { ...of(id), body: { ...said, version: await now() } }),
  )
  asked.push(['副本', (await paper(id, 'copy', { ground: 'evidence' })).queries])
  asked.push(['情况单', (await paper(id, 'sheet')).queries])
  t.diagnostic(asked.map(([what, queries]) => `${what} ${queries}`).join(', '))
  for (const [what, queries] of asked) assert.ok(queries > 2 && queries <= 12, `${what}: ${queries}`)
})
