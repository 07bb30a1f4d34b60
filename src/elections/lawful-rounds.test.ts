import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countingIn, countWorld, granted, SIX } from './fixtures/counting.ts'
import { nameOfficers, passMotion } from './meeting-contract.ts'
import { dropRound } from './round-contract.ts'

const world = await countWorld()
const { ask, secretary, plantedIn } = world
type At = Awaited<ReturnType<typeof world.plant>>

const of = (at: At) => ({ electionId: at.id, unitId: at.unitId, gatheringId: at.gathering })

/** A further line of the frozen list. */
const seated = (at: At, seat: { name: string; status: string | null; because: string; person?: string }) =>
  plantedIn((tx) =>
    tx
      .insertInto('electionSeat')
      .values({
        ...of(at),
        ...{ name: seat.name, status: seat.status, because: seat.because, personId: seat.person ?? null },
        ...{ entitled: false, state: 'not-stated' },
      })
      .execute(),
  )

const withoutMotion = (at: At, matter: string) =>
  plantedIn((tx) =>
    tx
      .deleteFrom('electionMotion')
      .where('gatheringId', '=', at.gathering)
      .where('matter', '=', matter)
      .execute(),
  )

const approvals = (...counts: number[]) =>
  Object.fromEntries(counts.map((count, at) => [SIX[at]!, [count, 26 - count] as const]))

test('whoever had no right to be elected on the day bars the ballot, with the clause; whoever is ill keeps it', async () => {
  const at = await world.plant()
  const { start, roleNow } = countingIn(world, at)
  await seated(at, { name: '丁一', status: 'full', because: '因病' })
  assert.equal((await roleNow('member')).barred, null)
  await seated(at, { name: '王二', status: 'on-probation', because: '留党察看' })
  const { status, refusal } = await start('member')
  assert.equal(status, 422)
  assert.match(refusal.message, /“王二”选举之日没有被选举权：留党察看期间.*依.*第四十一条/)
})

test('nobody without that right is elected by write-in', async () => {
  const at = await world.plant()
  const { start, enter, close } = countingIn(world, at)
  await seated(at, { name: '察看', status: 'suspended', because: '暂停' })
  granted(await start('member'))
  const writeIns = [{ personId: null, name: '察看', approve: 20 }]
  granted(await enter('member', { votes: approvals(26, 5, 5, 5, 5, 5), writeIns }))
  assert.match((await close('member')).refusal.message, /“察看”选举之日没有被选举权：党员权利已依法暂停/)
})

test('no ballot before the method and those who watch and count were put to the vote', async () => {
  const at = await world.plant()
  const { start } = countingIn(world, at)
  await withoutMotion(at, 'officers')
  const officers = await start('member')
  assert.equal(officers.status, 422)
  assert.match(officers.refusal.message, /第二十二条.*举手表决/)
  await withoutMotion(at, 'method')
  assert.match((await start('member')).refusal.message, /选举办法还没有经大会表决通过/)
})

test('nobody signs her own election; others sign, or another is named between the ballots', async () => {
  const at = await world.plant()
  const { start, enter, close, act, read, params } = countingIn(world, at)
  granted(await start('member'))
  const writeIns = [{ personId: null, name: '监票甲', approve: 20 }]
  granted(await enter('member', { votes: approvals(26, 20, 19, 18, 5, 5), writeIns }))
  const refused = await close('member')
  assert.equal(refused.status, 422)
  assert.match(refused.refusal.message, /监票甲在这次投票中当选.*另推监票人/)

  granted(await act(dropRound, 'member'))
  const here = world.people.slice(6, 9).map(({ person, name }) => ({ personId: person, name }))
  const [chief, ...tellers] = here
  const meeting = { ...params, gathering: at.gathering }
  const version = async () => (await read()).version
  granted(
    await ask(secretary, nameOfficers, {
      params: meeting,
      body: {
        officers: [
          { role: 'chief-scrutineer', ...chief! },
          ...tellers.map((each) => ({ role: 'teller' as const, ...each })),
        ],
        version: await version(),
      },
    }),
  )
  assert.match((await start('member')).refusal.message, /举手表决/)
  granted(
    await ask(secretary, passMotion, {
      params: { ...meeting, matter: 'officers' },
      body: { approve: 26, oppose: 0, abstain: 0, note: null, version: await version() },
    }),
  )
  granted(await start('member'))
  granted(await enter('member', { votes: approvals(26, 20, 19, 18, 5, 5), writeIns }))
  const own = (await read()).gatherings[0]!.officers.find(({ role }) => role === 'chief-scrutineer')!
  granted(await close('member', [own.id]))
})

test('whoever watches or counts is on no ballot of hers', async () => {
  const at = await world.plant({ candidates: { member: [...SIX.slice(0, 5), '监票甲'] } })
  const { start } = countingIn(world, at)
  const { status, refusal } = await start('member')
  assert.equal(status, 422)
  assert.match(refusal.message, /监票甲是这次投票的候选人，依.*第二十二条.*请先在“大会”里换人/)
})

test('a name written in is the person of that name on the list; of two she is picked', async () => {
  const at = await world.plant()
  const { start, enter, roundNow } = countingIn(world, at)
  const one = world.people[9]!
  granted(await start('member'))
  const votes = approvals(26, 20, 19, 18, 14, 5)
  const writeIns = [
    { personId: null, name: one.name, approve: 3 },
    { personId: null, name: '名册外', approve: 1 },
  ]
  granted(await enter('member', { votes, writeIns }))
  const written = (await roundNow('member')).names.filter(({ writtenIn }) => writtenIn)
  assert.deepEqual(
    written.map(({ personId, name }) => [personId, name]),
    [
      [one.person, one.name],
      [null, '名册外'],
    ],
  )
  await seated(at, { name: one.name, status: 'full', because: '因病', person: world.people[30]!.person })
  const twice = await enter('member', { votes, writeIns })
  assert.equal(twice.status, 400)
  assert.match(twice.refusal.message, /名单上有 2 人叫.*从名单里选定她/)
})
