import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../kernel/day.ts'
import { readRegulations } from '../rules/read.ts'
import { dutiesOf } from './duties.ts'
import type { Facts, SettledFact } from './facts.ts'
import { held, world } from './fixtures/world.ts'
import { yearStretch } from './many.ts'

const { rules, parameters } = readRegulations()

const ask = (facts: Facts, rule: string, on = '2026-11-22', settled: SettledFact[] = [], year = 2026) =>
  dutiesOf({ rules, parameters, settled, facts, stretch: yearStretch(year), on: day(on) }).filter(
    (duty) => duty.rule === rule,
  )
const states = (duties: ReturnType<typeof ask>) => duties.map(({ state }) => state)

test('one gathering meets several duties, each by its own kind', () => {
  const evidence = [held('general-meeting', '2026-04-10'), held('theme-day', '2026-04-10')]
  assert.equal(ask(world({ evidence }), 'general-meeting.quarterly')[1]?.state, 'done')
  assert.equal(ask(world({ evidence }), 'theme-day.monthly')[3]?.state, 'done')
})

test('any past day can be asked: a record entered afterwards does not count on it', () => {
  const evidence = [held('committee-meeting', '2026-09-10', { recordedOn: '2026-10-20' })]
  const september = (on: string) => ask(world({ evidence }), 'committee-meeting.monthly', on)[8]?.state
  assert.equal(september('2026-08-31'), 'not-yet')
  assert.equal(september('2026-09-30'), 'due')
  assert.equal(september('2026-10-19'), 'missed')
  assert.equal(september('2026-10-20'), 'late')
})

test('a branch founded in a later half of the month does not owe that month', () => {
  const facts = world()
  const young = { ...facts, units: facts.units.map((unit) => ({ ...unit, foundedOn: '2026-05-20' })) }
  const months = ask(young, 'theme-day.monthly')
  assert.deepEqual(states(months).slice(3, 7), ['not-owed', 'not-owed', 'missed', 'missed'])
  assert.match(months[4]?.because ?? '', /示例支部于2026-05-20成立/)
})

test('a dissolved branch owes nothing after', () => {
  const facts = world()
  const gone = { ...facts, units: facts.units.map((unit) => ({ ...unit, dissolvedOn: '2026-10-15' })) }
  assert.deepEqual(states(ask(gone, 'theme-day.monthly')).slice(8), [
    'missed',
    'not-owed',
    'not-owed',
    'not-owed',
  ])
})

test('six full members and nobody elected make no committee, seven do', () => {
  const few = (count: number) =>
    world({ terms: [], posts: [], memberships: world().memberships.slice(0, count) })
  const six = ask(few(6), 'committee-meeting.monthly')
  assert.ok(six.every(({ state }) => state === 'not-owed'))
  assert.match(six[0]?.because ?? '', /不足 7 人/)
  assert.equal(ask(few(7), 'committee-meeting.monthly')[0]?.state, 'missed')
})

test('a branch without groups has no group to owe anything', () => {
  const facts = world()
  const alone = { ...facts, units: facts.units.slice(0, 1), places: facts.places.slice(0, 1) }
  assert.deepEqual(ask(alone, 'group-meeting.monthly'), [])
  assert.equal(ask(facts, 'group-meeting.monthly').length, 12)
})

test('a new secretary is to be trained within half a year; an old one taking a second branch is not', () => {
  const first = { personId: '何畅', unitId: 'branch', post: 'secretary', since: '2026-08-01', until: null }
  const facts = world({ posts: [...world().posts, first] })
  const [duty] = ask(facts, 'secretary.induction')
  assert.equal(duty?.personId, '何畅')
  assert.equal(duty?.to, '2027-02-01')
  assert.equal(duty?.state, 'due')
  const second = { ...first, personId: '林岚' }
  assert.deepEqual(ask(world({ posts: [...world().posts, second] }), 'secretary.induction'), [])
})

test('a duty of each person is owed by those who belonged through the later half of the year', () => {
  const memberships = [
    ...world().memberships.slice(1),
    { personId: '林岚', unitId: 'branch', status: 'full', since: '2010-01-01', until: '2026-05-31' },
    { personId: '新来者', unitId: 'branch', status: 'full', since: '2026-09-01', until: null },
  ]
  const owing = ask(world({ memberships }), 'talk.between-members').map(({ personId }) => personId)
  assert.equal(owing.length, 7)
  assert.ok(!owing.includes('林岚') && !owing.includes('新来者'))
})

test('an appraisal held in January counts for the year it was declared for', () => {
  const evidence = [held('appraisal', '2026-01-20', { forYear: 2025 })]
  assert.equal(ask(world({ evidence }), 'appraisal.yearly', '2026-11-22', [], 2025)[0]?.state, 'done')
  assert.equal(ask(world({ evidence }), 'appraisal.yearly')[0]?.state, 'due')
})

test('monthly general meetings, once chosen, are owed from their day on', () => {
  const settled = [{ key: 'branch.assembly.period', choice: 'month', since: '2026-08-16' }]
  const periods = ask(world(), 'general-meeting.quarterly', '2026-11-22', settled).map(({ period }) => period)
  assert.deepEqual(periods, [
    '2026年第一季度',
    '2026年第二季度',
    '2026年第三季度',
    '2026年8月',
    '2026年9月',
    '2026年10月',
    '2026年11月',
    '2026年12月',
  ])
})

test('a reason stands from the day it was given to the day it was taken back', () => {
  const excuse = {
    id: 'excuse',
    rule: 'theme-day.monthly',
    unitId: 'branch',
    personId: null,
    periodFrom: '2026-02-01',
    reason: '与春节值班冲突',
    on: '2026-03-05',
    withdrawnOn: '2026-06-01',
    version: 1,
  }
  const february = (on: string) => ask(world({ excuses: [excuse] }), 'theme-day.monthly', on)[1]?.state
  assert.equal(february('2026-03-04'), 'missed')
  assert.equal(february('2026-03-05'), 'excused')
  assert.equal(february('2026-06-01'), 'missed')
})

test('each of the committee talks with each of the others: the same one twice is one', () => {
  const talk = (partnerId: string, heldOn: string) =>
    held('talk-committee', heldOn, { personId: '林岚', partnerId, sourceKind: 'talk' })
  const duty = (evidence: ReturnType<typeof talk>[]) =>
    ask(world({ evidence }), 'talk.within-committee').find(({ personId }) => personId === '林岚')
  const twice = duty([talk('周启明', '2026-04-10'), talk('周启明', '2026-06-10')])
  assert.deepEqual([twice?.state, twice?.counted, twice?.needed], ['due', 1, 2])
  const withAnother = duty([talk('周启明', '2026-04-10'), talk('何畅', '2026-06-10')])
  assert.equal(withAnother?.state, 'due')
  const both = duty([talk('周启明', '2026-04-10'), talk('沈秋月', '2026-06-10')])
  assert.deepEqual([both?.state, both?.counted, both?.needed], ['done', 2, 2])
})

test('read by pairs, a member talks with each of the committee; read by persons, with one', () => {
  const evidence = [
    held('talk-committee', '2026-04-10', { personId: '叶桐', partnerId: '林岚', sourceKind: 'talk' }),
  ]
  const asked = (choice: string) =>
    ask(world({ evidence }), 'talk.committee-member', '2026-11-22', [
      { key: 'talks.matrix', choice, since: '2026-01-01' },
    ]).find(({ personId }) => personId === '叶桐')
  assert.equal(asked('person')?.state, 'done')
  assert.deepEqual([asked('pair')?.state, asked('pair')?.counted, asked('pair')?.needed], ['due', 1, 3])
})
