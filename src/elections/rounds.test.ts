import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countingIn, countWorld, granted, SIX } from './fixtures/counting.ts'
import * as contract from './round-contract.ts'

const world = await countWorld()
const { ask, secretary } = world

/** So many approvals for each of the six; the rest oppose. */
const approvals = (...counts: number[]) =>
  Object.fromEntries(counts.map((count, at) => [SIX[at]!, [count, 26 - count] as const]))

const stored = async (election: string) =>
  world.plantedIn(async (tx) => ({
    results: await tx
      .selectFrom('electionResult')
      .select(['name', 'ordinal', 'head', 'personId'])
      .where('electionId', '=', election)
      .orderBy('ordinal')
      .execute(),
    ...(await tx
      .selectFrom('election')
      .select('electedOn')
      .where('id', '=', election)
      .executeTakeFirstOrThrow()),
  }))

test('five of six are elected, in stroke order, and the meeting has elected on the day it was held', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow } = countingIn(world, at)

  granted(await start('member'))
  granted(await enter('member', { votes: approvals(26, 20, 19, 18, 14, 13) }))
  const preview = (await roleNow('member')).rounds[0]!
  assert.equal(preview.fault, null)
  assert.equal(preview.outcome?.needed, 14)
  granted(await close('member'))

  const role = await roleNow('member')
  assert.equal(role.state, 'complete')
  assert.deepEqual(role.elected, SIX.slice(0, 5))
  const [round] = role.rounds
  assert.deepEqual(round?.signedBy, ['监票甲'])
  assert.equal(round?.outcome?.because.find(({ person }) => person === round.names[5]?.id)?.holds, false)
  assert.deepEqual(
    round?.names.map(({ abstain }) => abstain),
    [0, 0, 0, 0, 0, 0],
  )
  const { results, electedOn } = await stored(at.id)
  assert.equal(electedOn, '2026-11-20')
  assert.deepEqual(
    results.map(({ name, ordinal }) => [name, ordinal]),
    SIX.slice(0, 5).map((name, place) => [name, place + 1]),
  )
})

test('exactly half elects nobody; the seat is voted again', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow } = countingIn(world, at)
  await start('member')
  granted(await enter('member', { votes: approvals(26, 20, 19, 18, 13, 13) }))
  granted(await close('member'))

  const role = await roleNow('member')
  assert.equal(role.elected.length, 4)
  assert.deepEqual(
    { why: role.next?.why, seats: role.next?.seats, among: role.next?.among.map(({ name }) => name) },
    { why: 'shortfall', seats: 1, among: ['周五', '郑六'] },
  )
  assert.equal((await stored(at.id)).electedOn, null)
})

test('a tie at the last seat is voted again among the tied alone', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow } = countingIn(world, at)
  await start('member')
  await enter('member', { votes: approvals(26, 20, 19, 18, 15, 15) })
  granted(await close('member'))
  assert.equal((await roleNow('member')).next?.why, 'tie')

  granted(await start('member'))
  granted(await enter('member', { votes: { 周五: [9, 17], 郑六: [17, 9] } }))
  granted(await close('member'))

  const role = await roleNow('member')
  assert.equal(role.state, 'complete')
  assert.deepEqual(
    role.rounds.map(({ why, seats }) => [why, seats]),
    [
      ['first', 5],
      ['tie', 1],
    ],
  )
  const { results, electedOn } = await stored(at.id)
  assert.deepEqual(
    results.map(({ name }) => name),
    ['丁一', '王二', '孙三', '李四', '郑六'],
  )
  assert.deepEqual(
    results.map(({ ordinal }) => ordinal),
    [1, 2, 3, 4, 5],
  )
  assert.equal(electedOn, '2026-11-20')
})

test('for missing seats the meeting may narrow down who stands again, by a vote of its own', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow } = countingIn(world, at)
  await start('member')
  await enter('member', { votes: approvals(26, 20, 19, 10, 9, 8) })
  granted(await close('member'))
  const { next } = await roleNow('member')
  assert.equal(next?.seats, 2)
  const among = next!.among.slice(0, 2).map(({ id }) => id)

  assert.match((await start('member', { among })).refusal.message, /由大会表决/)
  const half = { approve: 13, oppose: 13, abstain: 0 }
  assert.match((await start('member', { among, consent: half })).refusal.message, /赞成 13 人，没有超过/)
  const one = { among: among.slice(0, 1), consent: { ...half, approve: 20, oppose: 0 } }
  assert.match((await start('member', one)).refusal.message, /至少要有 2 名候选人/)
  granted(await start('member', { among, consent: { approve: 24, oppose: 2, abstain: 0 } }))
  granted(await enter('member', { votes: { 李四: [20, 6], 周五: [18, 8] } }))
  granted(await close('member'))

  assert.equal((await roleNow('member')).state, 'complete')
  assert.equal((await stored(at.id)).results.length, 5)
})

test('one seat may be left empty with more than half consenting; two are not close', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow, reduce } = countingIn(world, at)
  await start('member')
  assert.match((await reduce('member', 20)).refusal.message, /没有选满名额时/)
  await enter('member', { votes: approvals(26, 20, 19, 18, 13, 13) })
  granted(await close('member'))
  assert.equal((await roleNow('member')).reduction?.judgment.holds, true)

  const short = await reduce('member', 13, 13)
  assert.equal(short.refusal.because?.needed, 14)
  granted(await reduce('member', 14, 12))
  const role = await roleNow('member')
  assert.deepEqual([role.state, role.unfilled, role.elected.length], ['complete', 1, 4])
  assert.equal((await stored(at.id)).electedOn, '2026-11-20')

  const two = await world.plant()
  const other = countingIn(world, two)
  await other.start('member')
  await other.enter('member', { votes: approvals(26, 20, 19, 13, 13, 13) })
  granted(await other.close('member'))
  const far = await other.reduce('member', 26)
  assert.equal(far.refusal.refused, 'rule')
  assert.deepEqual(far.refusal.because?.numbers, { seats: 5, elected: 3 })
})

test('more returned than issued voids the vote without a count; it is held again', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow } = countingIn(world, at)
  await start('member')
  granted(await enter('member', { issued: 25, returned: 26 }))
  granted(await close('member'))

  const role = await roleNow('member')
  assert.equal(role.rounds[0]?.outcome?.election, 'void')
  assert.deepEqual([role.state, role.next?.why, role.next?.seats], ['ready', 'void', 5])
  assert.equal((await stored(at.id)).results.length, 0)
  granted(await start('member'))
  granted(await enter('member', { votes: approvals(26, 20, 19, 18, 14, 13) }))
  granted(await close('member'))
  assert.equal((await roleNow('member')).state, 'complete')
})

test('somebody written in is elected when more than half wrote her in', async () => {
  const at = await world.plant()
  const { start, enter, close, roleNow } = countingIn(world, at)
  const person = world.people[9]!
  await start('member')
  const writeIns = [{ personId: person.person, name: person.name, approve: 15 }]
  granted(await enter('member', { votes: approvals(26, 20, 19, 18, 11, 11), writeIns }))
  granted(await close('member'))

  assert.ok((await roleNow('member')).elected.includes(person.name))
  const { results } = await stored(at.id)
  assert.equal(results.find(({ name }) => name === person.name)?.personId, person.person)
})

test('without a quorum no ballot is given out', async () => {
  const at = await world.plant({ present: 23 })
  const { start, roleNow } = countingIn(world, at)
  assert.match((await roleNow('member')).barred ?? '', /到会人数不够/)

  const refused = await start('member')

  assert.equal(refused.status, 422)
  assert.deepEqual(refused.refusal.because?.numbers, { entitled: 29, present: 23 })
  assert.equal(refused.refusal.because?.needed, 24)
})

test('what does not add up cannot be closed, and is told with its numbers at its place', async () => {
  const at = await world.plant()
  const { start, enter, close, roundNow } = countingIn(world, at)
  await start('member')
  const whole = approvals(26, 20, 19, 18, 14, 13)
  const faulty = [
    [{ issued: 27 }, 'issued', /27 张，多于实到会有选举权的 26 人/],
    [{ printed: 26, spoiled: 1 }, 'printed', /印制 26 张，少于发出 26 张与换发收回 1 张之和 27/],
    [{ returned: 25, void: 26 }, 'void', /作废选票 26 张，多于收回的 25 张/],
    [{ votes: { ...whole, 周五: [14, null] as const } }, /^votes\./, /“周五”的赞成票和反对票/],
    [
      { votes: { ...whole, 周五: [20, 9] as const } },
      /^votes\./,
      /“周五”赞成 20、反对 9，合计 29 票，多于有效票 26 张，多 3 票/,
    ],
    [
      { votes: { ...whole, 周五: [14, 10, 1] as const } },
      /^votes\./,
      /赞成 14、反对 10、弃权 1，合计 25 票，与有效票 26 张/,
    ],
    [{ writeIns: [{ personId: null, name: '周五', approve: 1 }] }, /^writeIns\./, /“周五”已在候选人/],
    [{ votes: approvals(26, 26, 26, 26, 26, 13) }, 'votes', /合计 143 票，多于有效票 26 张乘应选 5 人的 130/],
  ] as const
  for (const [entered, field, says] of faulty) {
    granted(await enter('member', { votes: whole, ...entered }))
    const { fault } = await roundNow('member')
    assert.match(fault?.message ?? 'nothing is wrong', says)
    assert.match(fault?.field ?? '', new RegExp(field))
    const refused = await close('member')
    assert.equal(refused.refusal.message, fault?.message)
  }
  granted(await enter('member', { votes: whole, printed: 30, spoiled: 1 }))
  assert.equal((await roundNow('member')).remainder, 3)
  assert.match((await close('member', [])).refusal.message, /由监票人签字/)
  granted(await close('member'))
})

test('a closed round stands; it is taken back only while nothing was built on it', async () => {
  const at = await world.plant({ candidates: { member: SIX, secretary: ['丁一'] } })
  const { start, enter, close, act, roundNow } = countingIn(world, at)
  await start('member')
  await enter('member', { votes: approvals(26, 20, 19, 18, 14, 13) })
  granted(await close('member'))
  assert.match((await enter('member', { issued: 20 })).refusal.message, /已经封定/)

  granted(await act(contract.reopenRound, 'member'))
  assert.deepEqual(await stored(at.id), { results: [], electedOn: null })
  assert.equal((await roundNow('member')).names[0]?.approve, 26)
  granted(await close('member'))
  await world.plantedIn((tx) =>
    tx
      .insertInto('electionStep')
      .values({ electionId: at.id, unitId: at.unitId, step: 'announcement', doneOn: '2026-11-20' })
      .execute(),
  )
  assert.match((await act(contract.reopenRound, 'member')).refusal.message, /当选名单已经宣布/)
})

test('the new committee elects its heads: the line of each person says what she became', async () => {
  const at = await world.plant({
    candidates: { member: SIX, secretary: ['王二'], 'deputy-secretary': ['丁一'] },
  })
  const members = countingIn(world, at)
  await members.start('member')
  await members.enter('member', { votes: approvals(26, 20, 19, 18, 14, 13) })
  granted(await members.close('member'))
  const people = SIX.slice(0, 5).map((name) => ({ person: null, name }))
  const plenary = await world.plenary(at.id, people)
  const { start, enter, close, act } = countingIn(world, { ...at, ...plenary })

  granted(await start('secretary'))
  granted(await enter('secretary', { issued: 5, votes: { 王二: [5, 0] } }))
  granted(await close('secretary'))
  granted(await start('deputy-secretary'))
  granted(await enter('deputy-secretary', { issued: 5, votes: { 丁一: [4, 1] } }))
  granted(await close('deputy-secretary'))

  const { results } = await stored(at.id)
  assert.equal(results.length, 5)
  assert.equal(results.find(({ name }) => name === '王二')?.head, 'secretary')
  assert.equal(results.find(({ name }) => name === '丁一')?.head, 'deputy-secretary')
  assert.match((await members.act(contract.reopenRound, 'member')).refusal.message, /第一次会议已经开会/)
  granted(await act(contract.reopenRound, 'deputy-secretary'))
  assert.equal((await stored(at.id)).results.find(({ name }) => name === '丁一')?.head, null)
})

test('whoever was not elected to the committee cannot be elected its secretary', async () => {
  const at = await world.plant({ candidates: { member: SIX, secretary: ['郑六'] } })
  const members = countingIn(world, at)
  await members.start('member')
  await members.enter('member', { votes: approvals(26, 20, 19, 18, 14, 13) })
  granted(await members.close('member'))
  const people = SIX.slice(0, 5).map((name) => ({ person: null, name }))
  const { start } = countingIn(world, { ...at, ...(await world.plenary(at.id, people)) })

  assert.match((await start('secretary')).refusal.message, /“郑六”没有当选委员/)
})

test('where there is no committee the meeting elects the heads, each on a ballot of its own', async () => {
  const at = await world.plant({
    form: 'direct',
    deputies: 1,
    candidates: { secretary: ['王二'], 'deputy-secretary': ['丁一'] },
  })
  const { start, enter, close, roleNow } = countingIn(world, at)
  granted(await start('secretary'))
  granted(await enter('secretary', { votes: { 王二: [25, 1] } }))
  granted(await close('secretary'))
  assert.equal((await stored(at.id)).electedOn, null)
  granted(await start('deputy-secretary'))
  granted(await enter('deputy-secretary', { votes: { 丁一: [13, 13] } }))
  granted(await close('deputy-secretary'))
  assert.deepEqual((await roleNow('deputy-secretary')).next?.why, 'shortfall')
  granted(await start('deputy-secretary'))
  granted(await enter('deputy-secretary', { votes: { 丁一: [20, 6] } }))
  granted(await close('deputy-secretary'))

  const { results, electedOn } = await stored(at.id)
  assert.deepEqual(
    results.map(({ name, head, ordinal }) => [name, head, ordinal]),
    [
      ['王二', 'secretary', 1],
      ['丁一', 'deputy-secretary', 2],
    ],
  )
  assert.equal(electedOn, '2026-11-20')
})

test('whoever only reads elections counts nothing, and another hand is told', async () => {
  const at = await world.plant()
  const { params, read, start } = countingIn(world, at)
  granted(await start('member'))
  const reader = world.asker(world.people[3]!.person, 'publicity')
  const shown = await ask(reader, contract.readCount, { params })
  assert.equal(shown.answer.mayLead, false)
  assert.ok(shown.queries <= 12, `${shown.queries} statements`)
  const round = shown.answer.gatherings[0]!.roles[0]!.rounds[0]!
  const body = {
    form: 'totals' as const,
    printed: null,
    issued: 26,
    spoiled: 0,
    returned: 26,
    void: 0,
    votes: [],
    writeIns: [],
  }
  const at2 = { params: { ...params, round: round.id } }
  assert.equal((await ask(reader, contract.saveRound, { ...at2, body: { ...body, version: 1 } })).status, 403)
  granted(await ask(secretary, contract.saveRound, { ...at2, body: { ...body, version: 1 } }))
  const late = await ask(secretary, contract.saveRound, { ...at2, body: { ...body, version: 1 } })
  assert.equal(late.refusal.refused, 'stale')
  assert.equal((await read()).version, 2)
})
