import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { TERMS } from '../glossary.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { GONE } from '../kernel/status.ts'
import { type UnitRow, unitOf } from '../organs/store.ts'
import * as contract from './contract.ts'
import { enrol } from './enrol-store.ts'
import { initialsOf } from './initials.ts'
import { postRoutes } from './post-routes.ts'
import { postsOfPerson } from './post-store.ts'
import { beganFault, joiningFault } from './standing.ts'
import * as store from './store.ts'

const listMembers = route(contract.listMembers, async ({ tx, actor, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const on = query.on ?? today.toString()
  const { after, limit, name } = query
  const page = await store.membersWithin(tx, unit.path, { on, today: today.toString(), after, limit, name })
  const whole = unit.kind === 'branch' && may(actor.grants, 'roster.read', unit.path)
  return { on, ...page, bases: whole ? await store.basesOf(tx, unit.path, on) : null }
})

const readPerson = route(contract.readPerson, async ({ tx, today, params, query }) =>
  personOn(tx, params.person, query.on ?? today.toString()),
)

const changePerson = route(contract.changePerson, async ({ tx, actor, today, params, body }) => {
  const { version, ...fields } = body
  const person = await store.personRow(tx, params.person)
  if (!person) return noPerson()
  if (!may(actor.grants, 'roster.change', person.unitPath)) return notHers(person.name)
  const changed = await store.updatePerson(tx, params.person, version, {
    ...fields,
    initials: initialsOf(fields.name),
  })
  return changed ? personOn(tx, params.person, today.toString()) : stale()
})

const addMember = route(contract.addMember, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (unit.kind !== 'branch')
    return refuse('invalid', `党员编入党支部，「${unit.name}」不是党支部。请选择党支部。`, { field: 'unit' })
  if (!may(actor.grants, 'roster.change', unit.path)) return notHers(unit.name)
  const wrong =
    beganFault(body.since, unit, today) ??
    joiningFault(body, today) ??
    (await groupFault(tx, body.groupId, unit))
  if (wrong) return wrong
  const personId = await enrol(tx, unit.id, { ...body, reason: null })
  forgetGrants()
  return personOn(tx, personId, today.toString())
})

const changeMembership = route(contract.changeMembership, async ({ tx, actor, today, params, body }) => {
  const person = await store.personRow(tx, params.person)
  const [current] = person ? await store.membershipsOf(tx, params.person) : []
  const unit = current && (await unitOf(tx, current.unitId))
  if (!person || !current || !unit) return noPerson()
  if (!may(actor.grants, 'roster.change', person.unitPath)) return notHers(person.name)
  if (current.version !== body.version) return stale()
  if (body.since <= current.since)
    return refuse('invalid', `变化日期须晚于现状态的起始日 ${current.since}。请核对日期。`, {
      field: 'since',
    })
  const wrong =
    beganFault(body.since, unit, today) ??
    (await groupFault(tx, body.groupId, unit)) ??
    (await postsFault(tx, person, body))
  if (wrong) return wrong
  const { status, groupId, since, reason } = body
  const turn = { unitId: unit.id, groupId, status, since, reason }
  if (!(await store.turnMembership(tx, params.person, current, turn))) return stale()
  forgetGrants()
  return personOn(tx, params.person, today.toString())
})

export const peopleRoutes: readonly Route[] = [
  listMembers,
  readPerson,
  changePerson,
  addMember,
  changeMembership,
  ...postRoutes,
]

const personOn = async (tx: Acting, person: string, on: string): Promise<contract.Person | Refusal> => {
  const row = await store.personRow(tx, person)
  if (!row) return noPerson()
  const memberships = await store.membershipsOf(tx, person)
  const held = await postsOfPerson(tx, person)
  const runs = ({ since, until }: { since: string; until: string | null }) =>
    since <= on && (until === null || until >= on)
  const current = memberships.find(runs) ?? memberships[0]
  if (!current) return refuse('not-found', `${row.name}还没有登记党籍。请先登记所在支部和党籍状态。`)
  return {
    id: row.id,
    name: row.name,
    initials: row.initials,
    sex: row.sex as contract.Member['sex'],
    status: current.status,
    unitId: current.unitId,
    groupId: current.groupId,
    groupName: current.groupName,
    posts: held.filter(runs).map(({ post, unitId }) => ({ post, unitId })),
    phone: row.phone,
    joined: store.dated(row.joinedOn, row.joinedPrecision as 'day' | 'month'),
    becameFull: store.dated(row.fullOn, row.fullPrecision as 'day' | 'month'),
    ethnicity: row.ethnicity,
    born: store.dated(row.bornOn, row.bornPrecision as 'day' | 'month'),
    education: row.education,
    nativePlace: row.nativePlace,
    occupation: row.occupation,
    remark: row.remark,
    identityNumber: row.masked,
    memberships,
    held,
    hasAccount: row.hasAccount,
    version: row.version,
  }
}

const groupFault = async (tx: Acting, group: string | null, branch: UnitRow): Promise<Refusal | null> => {
  if (group === null) return null
  const unit = await unitOf(tx, group)
  return unit?.kind === 'group' && unit.path.startsWith(branch.path)
    ? null
    : refuse('invalid', `所选不是「${branch.name}」的党小组。请从本支部的党小组中选择。`, {
        field: 'groupId',
      })
}

/** A post is an access: whoever leaves the rolls lays it down first, with its own day. */
const postsFault = async (
  tx: Acting,
  person: { id: string; name: string },
  { status, since }: { status: contract.Status; since: string },
): Promise<Refusal | null> => {
  if (!GONE.includes(status)) return null
  const held = (await postsOfPerson(tx, person.id)).filter(({ until }) => until === null || until >= since)
  const named = held.map(({ unitName, post }) => `${unitName}${TERMS[post]}`).join('、')
  return held.length === 0
    ? null
    : refuse('conflict', `${person.name}仍任${named}。请先登记免职日期，再登记${TERMS[status]}。`, {
        field: 'status',
      })
}

const notHers = (whom: string): Refusal =>
  refuse('not-permitted', `您的职务不能修改「${whom}」的名册。请由所在支部的书记、副书记或组织委员办理。`)
const stale = (): Refusal =>
  refuse('stale', '这条记录刚被别人改过，没有保存。请刷新后核对两处再改。', { field: 'version' })
const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
const noPerson = (): Refusal =>
  refuse('not-found', '没有这个人，或您的职务不能查看。请从名册中选择。', { field: 'person' })
