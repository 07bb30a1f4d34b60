import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Choice } from '../ballots/ballot.ts'
import { countingIn, countWorld, granted, SIX } from './fixtures/counting.ts'
import { readingIn } from './fixtures/reading.ts'
import * as reading from './reading-contract.ts'
import * as contract from './round-contract.ts'

const world = await countWorld()

/** Twenty-six sheets: so many approve each of the first five, from the top of the pile; of the sixth, from below. */
const pileOf = (...counts: number[]): Choice[][] =>
  Array.from({ length: 26 }, (_, at) =>
    counts.map((count, name) => ((name < 5 ? at < count : at >= 26 - count) ? 'approve' : 'oppose')),
  )

const begun = async (present = 26) => {
  const at = await world.plant({ present })
  const counting = countingIn(world, at)
  granted(await counting.start('member', { form: 'sheets' }))
  granted(await counting.enter('member', { issued: 26 }))
  const { id } = await counting.roundNow('member')
  const readings = readingIn(world, { ...at, round: id })
  return { at, ...counting, ...readings }
}

test('two tellers read the same pile alike; the count is theirs and the readings are destroyed', async () => {
  const { begin, put, finish, close, roleNow, at } = await begun()
  const pile = pileOf(26, 20, 19, 18, 14, 12)
  for (const pass of ['first', 'second'] as const) {
    granted(await begin(pass))
    for (const [place, choices] of pile.entries()) granted(await put(pass, place + 1, choices))
    granted(await finish(pass))
  }

  granted(await close('member'))

  const role = await roleNow('member')
  assert.deepEqual(role.elected, SIX.slice(0, 5))
  assert.deepEqual(
    role.rounds[0]?.names.map(({ approve, oppose, abstain }) => [approve, oppose, abstain]),
    [26, 20, 19, 18, 14, 12].map((count) => [count, 26 - count, 0]),
  )
  assert.deepEqual(role.rounds[0]?.readings, [])
  const left = await world.plantedIn((tx) =>
    tx.selectFrom('electionReading').select('pass').where('electionId', '=', at.id).execute(),
  )
  assert.deepEqual(left, [])
})

test('where they differ each sheet is shown by its place, and nothing is closed before it is settled', async () => {
  const { begin, put, finish, close, compare, settle, roleNow } = await begun()
  const pile = pileOf(26, 20, 19, 18, 14, 12)
  const slips: Record<number, Choice[]> = {
    3: ['approve', 'oppose', 'approve', 'approve', 'approve', 'oppose'],
    14: ['approve', 'approve', 'approve', 'approve', 'oppose', 'oppose'],
  }
  for (const pass of ['first', 'second'] as const) {
    granted(await begin(pass))
    for (const [at, choices] of pile.entries())
      granted(await put(pass, at + 1, (pass === 'second' && slips[at + 1]) || choices))
    if (pass === 'first') {
      granted(await finish(pass))
      assert.match((await compare()).refusal.message, /两名计票人都读完/)
    }
  }
  granted(await finish('second'))

  const { differing } = granted(await compare())
  assert.deepEqual(
    differing.map(({ place, first, second }) => [place, first?.choices[4], second?.choices[4]]),
    [
      [3, 'approve', 'approve'],
      [14, 'approve', 'oppose'],
    ],
  )
  assert.match((await close('member')).refusal.message, /有 2 张不一致：第 3、14 张/)
  granted(await settle(3, 'first'))
  const rest = granted(await settle(14, 'second'))
  assert.deepEqual(rest.differing, [])
  granted(await close('member'))

  const role = await roleNow('member')
  assert.equal(role.rounds[0]?.names[4]?.approve, 13)
  assert.deepEqual(role.next?.why, 'shortfall')
})

test('one person reads one pass, and only a teller of the meeting reads', async () => {
  const { begin, begins, at } = await begun()
  granted(await begins('first', at.tellers[0]))
  assert.match((await begins('second', at.tellers[0])).refusal.message, /已经读另一遍/)
  assert.match((await begins('second', at.scrutineer)).refusal.message, /要是大会通过的计票人/)
  assert.match((await begin('first')).refusal.message, /这一遍已经开始读/)
})

test('a sheet read before is mended at its place; one read twice is taken out', async () => {
  const { begin, put, open, drop, finish } = await begun()
  granted(await begin('first'))
  const all: Choice[] = ['approve', 'approve', 'approve', 'approve', 'approve', 'oppose']
  const none: Choice[] = ['oppose', 'oppose', 'oppose', 'oppose', 'oppose', 'oppose']
  for (const place of [1, 2, 3]) granted(await put('first', place, all))
  granted(await put('first', 2, none))
  assert.match((await put('first', 9, all)).refusal.message, /下一张应是第 4 张/)
  assert.match((await put('first', 4, all.slice(1))).refusal.message, /选票上有 6 人/)
  granted(await drop('first', 1))

  const { sheets } = granted(await open('first'))
  assert.deepEqual(
    sheets.map(({ choices }) => choices[0]),
    ['oppose', 'approve'],
  )
  granted(await finish('first'))
  assert.match((await put('first', 3, all)).refusal.message, /已经结束读票/)
  granted(await finish('first', false))
  granted(await put('first', 3, all))
})

test('sheets void, write-ins with an oppose and those without are counted as the rules have it', async () => {
  const { begin, put, finish, enter, close, roundNow } = await begun()
  granted(await enter('member', { issued: 26, returned: 4 }))
  const written = [{ personId: world.people[9]!.person, name: world.people[9]!.name }]
  const approve: Choice[] = ['approve', 'approve', 'approve', 'approve', 'approve', 'approve']
  const oppose: Choice[] = ['approve', 'oppose', 'abstain', 'abstain', 'abstain', 'abstain']
  const abstain: Choice[] = ['approve', 'abstain', 'abstain', 'abstain', 'abstain', 'abstain']
  for (const pass of ['first', 'second'] as const) {
    granted(await begin(pass))
    granted(await put(pass, 1, approve))
    granted(await put(pass, 2, oppose, { writeIns: written }))
    granted(await put(pass, 3, abstain, { writeIns: written }))
    granted(await put(pass, 4, oppose, { unreadable: true }))
    assert.match((await put(pass, 5, oppose)).refusal.message, /收回的选票是 4 张/)
    granted(await finish(pass))
  }
  granted(await close('member'))

  const round = await roundNow('member')
  assert.deepEqual([round.returned, round.void], [4, 2])
  assert.deepEqual(
    round.names.filter(({ writtenIn }) => writtenIn).map(({ name, approve: votes }) => [name, votes]),
    [[world.people[9]!.name, 1]],
  )
  assert.equal(round.names[0]?.approve, 2)
})

test('a pile that is not what was counted out of the box cannot be closed', async () => {
  const { begin, put, finish, enter, close } = await begun()
  granted(await enter('member', { issued: 26, returned: 26 }))
  for (const pass of ['first', 'second'] as const) {
    granted(await begin(pass))
    for (const [at, choices] of pileOf(26, 20, 19, 18, 14, 12).slice(1).entries())
      granted(await put(pass, at + 1, choices))
    granted(await finish(pass))
  }
  assert.match((await close('member')).refusal.message, /收回 26 张，两次读票都是 25 张/)
})

test('two tellers read at once, and neither disturbs the other', async () => {
  const { begin, put, read } = await begun()
  granted(await begin('first'))
  granted(await begin('second'))
  const { version } = await read()
  const sheet: Choice[] = ['approve', 'approve', 'approve', 'approve', 'approve', 'oppose']
  for (const place of [1, 2, 3, 4, 5]) {
    granted(await put('first', place, sheet))
    granted(await put('second', place, sheet))
  }
  assert.equal((await read()).version, version)
})

test('a vote begun by mistake is dropped with all that was read', async () => {
  const { begin, put, act, roleNow } = await begun()
  granted(await begin('first'))
  granted(await put('first', 1, ['approve', 'approve', 'approve', 'approve', 'approve', 'oppose']))
  granted(await act(contract.dropRound, 'member'))
  const role = await roleNow('member')
  assert.deepEqual([role.state, role.rounds.length], ['ready', 0])
})

test('a pass belongs to whoever began it; nobody enters or sees both before both are finished', async () => {
  const { begin, put, finish, open, compare, at, roundNow } = await begun()
  const round = await roundNow('member')
  const paramsOf = (pass: 'first' | 'second') => ({ election: at.id, round: round.id, pass })
  const openAs = (who: typeof world.secretary, pass: 'first' | 'second') =>
    world.ask(who as typeof world.keeper, reading.openReading, { params: paramsOf(pass) })
  granted(await begin('first'))
  assert.equal((await openAs(world.keeper, 'first')).status, 403)
  const both = { params: paramsOf('second'), body: { teller: at.tellers[1] } }
  assert.match(
    (await world.ask(world.secretary, reading.beginReading, both)).refusal.message,
    /不能由同一人同时录/,
  )
  granted(await put('first', 1, ['approve', 'oppose', 'oppose', 'oppose', 'oppose', 'oppose']))
  granted(await finish('first'))

  // A branch with one account: the second pass after the first, which is not shown to her meanwhile.
  granted(await world.ask(world.secretary, reading.beginReading, both))
  assert.match((await open('first')).refusal.message, /正在录.*另一遍/)
  assert.equal((await openAs(world.keeper, 'second')).status, 403)
  const finished = await world.ask(world.secretary, reading.finishReading, {
    params: paramsOf('second'),
    body: { finished: true, version: 1 },
  })
  granted(finished)
  granted(await open('first'))
  assert.equal(granted(await compare()).differing.length, 1)
})

test('whoever stands on the ballot reads none of it', async () => {
  const { begin, at } = await begun()
  await world.plantedIn((tx) =>
    tx
      .updateTable('electionName')
      .set({ personId: world.keeper.person })
      .where('electionId', '=', at.id)
      .where('ordinal', '=', 1)
      .execute(),
  )
  granted(await begin('first'))
  const refused = await begin('second')
  assert.equal(refused.status, 403)
  assert.match(refused.refusal.message, /您是这次投票的候选人，不能读票/)
})
