import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import * as contract from './contract.ts'
import { errandsOf, type Pending } from './errands.ts'
import { changeErrands } from './errands-jobs.ts'
import { changesWorld } from './fixtures/world.ts'

const world = await changesWorld()
const { ask, organizer, leaders, member, people, branch, groups, clock } = world
clock.today = '2026-11-20'
const [leader, otherLeader] = leaders as [typeof member, typeof member]
const away = people.filter(({ name }) => name.includes('小'))[0]!

const begun = await ask(organizer, contract.beginFloating, {
  params: { unit: branch.id },
  body: {
    direction: 'away',
    personId: away.person,
    guestName: null,
    groupId: null,
    place: '省城',
    reason: 'residence',
    since: '2026-05-20',
    expectedUntil: '2026-12-31',
    contactId: leader.person,
    certificate: true,
  },
})
const contact = (as: typeof member, lastOn: string) =>
  ask(as, contract.noteContact, { params: { floating: begun.answer.id }, body: { lastOn } })

test('whoever is away half a year should move her relation, and only from that day on', () => {
  assert.equal(begun.status, 200)
  assert.equal(begun.answer.unitId, groups[0].id)
  assert.deepEqual([begun.answer.moveFrom, begun.answer.lostFrom], ['2026-11-20', '2026-11-20'])
})

test('her group’s leader says when she last spoke with her; another group’s leader sees nothing', async () => {
  const said = await contact(leader, '2026-11-12')
  assert.deepEqual(
    [said.answer.lastOn, said.answer.lastBy, said.answer.lostFrom],
    ['2026-11-12', leader.name, '2027-05-12'],
  )
  assert.match((await contact(leader, '2026-11-10')).refusal.message, /只记最近的一次/)
  assert.equal((await contact(otherLeader, '2026-11-13')).status, 404)
  const list = await ask(otherLeader, contract.listFloating, { params: { unit: groups[1].id } })
  assert.deepEqual(list.answer.floating, [])
})

test('no plain member says when somebody was spoken with; she sees only that she herself is away', async () => {
  assert.equal((await contact(member, '2026-11-13')).status, 403)
  const own = await ask(away, contract.readOwnChanges, {})
  assert.deepEqual(
    own.answer.away.map(({ place, lastOn }) => [place, lastOn]),
    [['省城', null]],
  )
  assert.deepEqual((await ask(member, contract.readOwnChanges, {})).answer.away, [])
})

test('a guest is on no roster here and stays out of every base', async () => {
  const guest = await ask(organizer, contract.beginFloating, {
    params: { unit: branch.id },
    body: {
      ...{ direction: 'guest', personId: null, guestName: '客人', groupId: groups[1].id },
      ...{
        place: '某县妇联党支部',
        reason: 'work',
        since: '2026-10-01',
        expectedUntil: null,
        contactId: null,
        certificate: true,
      },
    },
  })
  assert.equal(guest.status, 200, guest.refusal?.message)
  assert.deepEqual([guest.answer.moveFrom, guest.answer.lostFrom], [null, null])
  assert.equal((await world.within((tx) => tx.selectFrom('membership').select('id').execute())).length, 31)
})

const ruleOf = rulesStanding(book, [], '2026-11-20')
const pending = (more: Partial<Pending>): Pending => ({
  ...{
    kind: 'probation',
    id: crypto.randomUUID(),
    unitId: branch.id,
    unitName: branch.name,
    path: branch.path,
  },
  ...{ began: null, until: null, days: null, number: null, lastOn: null },
  ...more,
})
const told = (more: Partial<Pending>, on = '2026-11-20') => {
  const today = day(on)
  return errandsOf(pending(more), ruleOf, { today, until: today.add({ days: 28 }) }).map(
    ({ title, coming }) => [title, coming],
  )
}

test('today says what must be done, naming nobody, and nothing before its time', () => {
  const probation = { began: '2025-11-25' }
  assert.deepEqual(told(probation, '2026-10-27'), [])
  assert.equal(told(probation, '2026-10-28')[0]?.[1], true)
  assert.deepEqual(told(probation, '2026-11-26'), [['一名预备党员预备期已满，还没有讨论', false]])
  assert.deepEqual(told({ kind: 'approval', began: '2026-08-20' }), [])
  assert.equal(told({ kind: 'approval', began: '2026-08-19' }).length, 1)
  const letter = { kind: 'letter', began: '2026-08-22', days: 90, number: 3 } as const
  assert.deepEqual(told(letter), [])
  assert.match(String(told(letter, '2026-11-21')[0]?.[0]), /〔2026〕第003号过了有效期/)
  assert.equal(told({ kind: 'away', began: '2026-05-20' }).length, 2)
  assert.equal(told({ kind: 'away', began: '2026-05-20', lastOn: '2026-11-01' }).length, 1)
})

test('errands are asked for in one statement, and only of those who lead changes', async () => {
  const asked = (as: typeof member) =>
    world.within(async (tx) =>
      changeErrands(tx, {
        actor: { person: as.person, grants: as.grants },
        today: day('2026-11-20'),
        until: day('2026-12-18'),
      }),
    )
  assert.deepEqual(await asked(member), [])
  assert.deepEqual(
    (await asked(organizer)).map(({ title }) => title),
    ['一名党员外出满六个月：地点固定的，商量转接组织关系'],
  )
})
