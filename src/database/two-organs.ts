import { type Grants, grantsOf, type Held, PERMISSION_NAMES, type Post } from '../kernel/access.ts'
import { type Acting, type Actor, acting, type Database } from './acting.ts'
import { archiveRecords } from './two-organs-archives.ts'
import { changeRecords } from './two-organs-changes.ts'
import { electionRecords } from './two-organs-elections.ts'
import { lifeRecords } from './two-organs-life-meetings.ts'
import { studyRecords } from './two-organs-study.ts'
import { plantThemes } from './two-organs-themes.ts'

/** A row of the world under test: where it lies, so that the model can say who may touch it. */
export type Planted = { table: string; organ: string; key: string; path: string; person: string | null }

export type Someone = { organ: string; person: string; held: Held[]; grants: Grants; name: string }

/** Two organs of the same shape: a general branch over two branches, the first with two groups; every post held somewhere. */
export type World = {
  people: Someone[]
  rows: Planted[]
  units: { organ: string; id: string; path: string }[]
}

const POSTS_IN_BRANCH: readonly Post[] = [
  'secretary',
  'deputy-secretary',
  'organization',
  'publicity',
  'discipline',
  'committee-member',
  'member',
]

export const actorOf = (someone: Someone): Actor => ({
  organ: someone.organ,
  person: someone.person,
  operation: 'test',
  may: someone.grants,
})

/** Builds the world through the door itself, acting as one who holds every permission at the organ's root. */
export const twoOrgans = async (database: Database): Promise<World> => {
  const world: World = { people: [], rows: [], units: [] }
  for (const name of ['甲市妇联', '乙市妇联']) await organ(database, world, name)
  return world
}

const organ = async (database: Database, world: World, name: string): Promise<void> => {
  const id = crypto.randomUUID()
  const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
  const outcome = await acting(database, { organ: id, person: null, operation: 'test', may }, async (tx) => {
    await tx.insertInto('organ').values({ organId: id, name }).execute()
    const top = await unit(tx, world, id, '/', 'general-branch')
    const branch = await unit(tx, world, id, top.path, 'branch')
    const other = await unit(tx, world, id, top.path, 'branch')
    const groups = [
      await unit(tx, world, id, branch.path, 'group'),
      await unit(tx, world, id, branch.path, 'group'),
    ]
    for (const post of POSTS_IN_BRANCH) await holder(tx, world, id, branch, [{ post, path: branch.path }])
    await holder(tx, world, id, other, [{ post: 'secretary', path: other.path }])
    for (const group of groups)
      await holder(tx, world, id, group, [{ post: 'group-leader', path: group.path }])
    await holder(tx, world, id, other, [{ post: 'superior', path: top.path }])
    await holder(tx, world, id, other, [{ post: 'operator', path: top.path }])
    for (const place of [top, branch, other, ...groups]) await records(tx, world, id, place)
    return null
  })
  if (outcome !== null) throw new Error('the world was refused')
}

type Place = { id: string; path: string }

const unit = async (
  tx: Acting,
  world: World,
  organId: string,
  above: string,
  kind: string,
): Promise<Place> => {
  const id = crypto.randomUUID()
  const path = `${above}${id.slice(0, 8)}${id.slice(9, 13)}/`
  await tx
    .insertInto('unit')
    .values({ id, line: 'party', kind, name: '某组织', path, foundedOn: '2020-01-01' })
    .execute()
  world.units.push({ organ: organId, id, path })
  return { id, path }
}

const holder = async (
  tx: Acting,
  world: World,
  organId: string,
  place: Place,
  held: Held[],
): Promise<void> => {
  const person = crypto.randomUUID()
  const name = held.map(({ post }) => post).join('+')
  await tx.insertInto('person').values({ id: person, name: '某同志', unitId: place.id }).execute()
  world.rows.push({ table: 'person', organ: organId, key: person, path: place.path, person })
  world.people.push({ organ: organId, person, held, grants: grantsOf(held), name })
}

// One row in every table that lies in a unit.
const records = async (tx: Acting, world: World, organId: string, place: Place): Promise<void> => {
  const plant = (table: string, key: string, person: string | null = null) =>
    world.rows.push({ table, organ: organId, key, path: place.path, person })
  const unitId = place.id
  const person = world.people.find(({ organ }) => organ === organId)?.person ?? ''
  const digest = Buffer.from(crypto.randomUUID())

  await changeRecords(tx, unitId, plant)
  await electionRecords(tx, unitId, plant)
  const meeting = crypto.randomUUID()
  const held = { title: '会议', heldOn: '2026-03-10', startsAt: '09:00' }
  await tx
    .insertInto('meeting')
    .values({ id: meeting, unitId, ...held })
    .execute()
  plant('meeting', meeting)
  const child = { meetingId: meeting, unitId }
  await tx
    .insertInto('meetingPart')
    .values({ ...child, ordinal: 1, kind: 'lecture' })
    .execute()
  plant('meeting_part', meeting)
  await tx
    .insertInto('agendaItem')
    .values({ ...child, ordinal: 1, part: 1, title: '议程' })
    .execute()
  plant('agenda_item', meeting)
  const listed = { name: '某人', ordinal: 1, state: 'present', entitled: true, votes: true }
  await tx
    .insertInto('attendance')
    .values({ ...child, personId: person, ...listed })
    .execute()
  plant('attendance', meeting, person)
  const counts = { entitled: 3, present: 2, approve: 2, oppose: 0, abstain: 0, passed: true, judgments: '[]' }
  await tx
    .insertInto('resolution')
    .values({ ...child, ordinal: 1, part: 1, text: '决议', ...counts })
    .execute()
  plant('resolution', meeting)
  const task = crypto.randomUUID()
  await tx
    .insertInto('followUp')
    .values({ id: task, ...child, ordinal: 1, what: '事项', ownerId: person })
    .execute()
  plant('follow_up', task, person)
  await plantThemes(tx, { unitId, meetingId: meeting, followUpId: task, person }, plant)
  const amendment = crypto.randomUUID()
  await tx
    .insertInto('amendment')
    .values({ id: amendment, ...child, field: 'place', becomes: '二楼', reason: '笔误' })
    .execute()
  plant('amendment', amendment)
  const file = crypto.randomUUID()
  const content = { name: 'a.pdf', kind: 'pdf', size: 3, purpose: 'attachment', content: Buffer.from('pdf') }
  await tx
    .insertInto('file')
    .values({ id: file, ...child, ...content })
    .execute()
  plant('file', file)

  await archiveRecords(tx, plant, { unitId, person })
  await studyRecords(tx, unitId, person, plant)
  const evidence = crypto.randomUUID()
  const proof = {
    kind: 'lecture',
    heldOn: '2026-03-10',
    recordedOn: '2026-03-10',
    title: '党课',
    sourceKind: 'meeting',
  }
  await tx
    .insertInto('evidence')
    .values({ id: evidence, unitId, ...proof, sourceId: meeting })
    .execute()
  plant('evidence', evidence)
  const excuse = crypto.randomUUID()
  const why = { rule: 'x', periodFrom: '2026-01-01', reason: '防汛值守' }
  await tx
    .insertInto('excuse')
    .values({ id: excuse, unitId, ...why })
    .execute()
  plant('excuse', excuse)
  const batch = crypto.randomUUID()
  const sheet = { fileName: '名册.xlsx', digest, taken: 1, doubles: 0, handedBack: 0 }
  await tx
    .insertInto('importBatch')
    .values({ id: batch, unitId, ...sheet })
    .execute()
  plant('import_batch', batch)
  const line = crypto.randomUUID()
  await tx
    .insertInto('importRow')
    .values({ id: line, unitId, batchId: batch, row: 2, personId: person, before: '{}' })
    .execute()
  plant('import_row', line)
  const subject = crypto.randomUUID()
  await tx.insertInto('person').values({ id: subject, name: '某人', unitId }).execute()
  plant('person', subject)
  await tx
    .insertInto('personIdentity')
    .values({ personId: subject, unitId, cipher: digest, digest, masked: '9999' })
    .execute()
  plant('person_identity', subject)
  const membership = crypto.randomUUID()
  const status = { status: 'full', since: '2020-01-01' }
  await tx
    .insertInto('membership')
    .values({ id: membership, personId: subject, unitId, ...status })
    .execute()
  plant('membership', membership)
  await lifeRecords(tx, unitId, person, plant)
  const talk = crypto.randomUUID()
  const two = { talkerId: person, partnerId: subject, kind: 'committee-member', stage: 'planned' }
  await tx
    .insertInto('talk')
    .values({ id: talk, unitId, ...two, plannedBy: '2026-11-30' })
    .execute()
  plant('talk', talk, person)
}
