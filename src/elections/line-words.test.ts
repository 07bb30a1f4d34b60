import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../documents/fixtures/text.ts'
import type { UnitKind, UnitLine } from '../organs/contract.ts'
import * as after from './after-contract.ts'
import { readCandidates } from './candidate-contract.ts'
import { electedWorld } from './fixtures/elected.ts'
import { walking } from './fixtures/walking.ts'
import { readMeeting } from './meeting-contract.ts'
import * as paper from './paper-contract.ts'
import { readPreparation } from './preparation-contract.ts'
import { readCount } from './round-contract.ts'
import { slidesOf } from './slides.ts'
import { readVoters } from './voter-contract.ts'

const world = await electedWorld()
const { ask, organizer } = world
const HELD = '2026-11-18'
const OF_THE_PARTY = /书记|党员|党小组|党内|入党|党费|支部/
const UNITS: readonly [UnitLine, UnitKind, string, string][] = [
  ['federation', 'federation-town', '云川街道妇联', '主席'],
  ['union', 'union', '机关工会', '主席'],
  ['federation', 'women-committee', '机关妇委会', '主任'],
]
const named = (first: string, many: number) =>
  Array.from({ length: many }, (_, at) => first + String.fromCodePoint(0x4e00 + at))

for (const [line, kind, name, head] of UNITS)
  test(`${name}: no paper and no word of a whole election is borrowed from the Party`, async () => {
    const unit = await world.unit(line, kind, name)
    const opening = { kind: 'renewal', form: 'committee', seats: 5, deputies: 1, plannedOn: HELD } as const
    const walk = await walking(world, organizer, unit, opening)
    const voters = named('代', 30)
    const standing = named('候', 7)
    await walk.delegates(voters)
    await walk.propose('member', { names: standing }, '2026-10-20')
    const strange = [...(await wordsShown(walk.params))]
    const { gathering, present } = await walk.gather('members', HELD, { id: null, name: voters[0]! }, 30)
    await walk.officers(
      gathering,
      present.slice(0, 3).map(({ personId, name }) => ({ personId, name })),
    )
    await walk.vote(
      gathering,
      'member',
      30,
      Object.fromEntries(standing.map((each, at) => [each, at < 5 ? 25 : 3])),
    )
    await walk.propose('secretary', { names: [standing[0]!] }, '2026-10-20')
    await walk.propose('deputy-secretary', { names: [standing[1]!] }, '2026-10-20')
    const plenary = await walk.gather('committee', HELD, { id: null, name: standing[2]! }, 5)
    const officers = standing.slice(2, 5).map((each) => ({ personId: null, name: each }))
    await walk.officers(plenary.gathering, officers)
    await walk.vote(plenary.gathering, 'secretary', 5, { [standing[0]!]: 5 })
    await walk.vote(plenary.gathering, 'deputy-secretary', 5, { [standing[1]!]: 4 })
    await walk.step('announcement', HELD)

    strange.push(...(await wordsShown(walk.params)), ...(await papersOf(walk.params)))
    const { answer } = await ask(organizer, readMeeting, { params: { ...walk.params, body: 'members' } })
    assert.match(JSON.stringify(answer.agenda), new RegExp(`选举${head}、副${head}`))
    assert.deepEqual(
      [...new Set(strange.map((words) => words.replaceAll('机关党委', '')))].filter((words) =>
        OF_THE_PARTY.test(words),
      ),
      [],
    )
  })

type At = { election: string }

const wordsShown = async (params: At): Promise<string[]> => {
  const meetings = await Promise.all(
    (['members', 'committee'] as const).map(
      async (body) => (await ask(organizer, readMeeting, { params: { ...params, body } })).answer,
    ),
  )
  const pages = await Promise.all(
    [readPreparation, readCandidates, readVoters, readCount, after.readAfter].map(
      async (endpoint) => (await ask(organizer, endpoint, { params })).answer,
    ),
  )
  return stringsIn([...meetings, ...meetings.map(slidesOf), ...pages])
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const papersOf = async (params: At): Promise<string[]> => {
  const { papers } = (await ask(organizer, paper.listPapers, { params })).answer
  const found: string[] = []
  for (const { id } of papers) {
    // Those that wait for something are refused.
    const { answer } = await ask(organizer, paper.downloadPaper, {
      params: { ...params, paper: id },
    })
    const bytes = answer instanceof Uint8Array ? answer : answer?.bytes
    if (bytes) found.push(...textOf(bytes).map((words) => `${id} ${words}`))
  }
  assert.ok(found.length > 100)
  return found
}
