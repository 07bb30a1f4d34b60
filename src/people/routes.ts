import { may } from '../access/access.ts'
import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import * as contract from './contract.ts'
import { initialsOf } from './initials.ts'
import * as store from './store.ts'

const listMembers = route(contract.listMembers, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const on = query.on ?? today.toString()
  const { after, limit, name } = query
  const page = await store.membersWithin(tx, unit.path, { on, after, limit, name })
  const bases = unit.kind === 'branch' ? await store.basesOf(tx, unit.path, on) : null
  return { on, ...page, bases }
})

const readPerson = route(contract.readPerson, async ({ tx, today, params, query }) =>
  personOn(tx, params.person, query.on ?? today.toString()),
)

const changePerson = route(contract.changePerson, async ({ tx, today, params, body }) => {
  const { version, ...fields } = body
  const changed = await store.updatePerson(tx, params.person, version, {
    ...fields,
    initials: initialsOf(fields.name),
  })
  return changed ? personOn(tx, params.person, today.toString()) : staleOrNone(tx, params.person)
})

const addMember = route(contract.addMember, async ({ tx, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (unit.kind !== 'branch')
    return refuse('invalid', `党员编入党支部,「${unit.name}」不是党支部。请选择党支部。`, { field: 'unit' })
  const wrong = futureDay(body.since, today, 'since')
  if (wrong) return wrong
  const { name, sex, phone, joinedOn, fullOn, groupId, status, since } = body
  const initials = initialsOf(name)
  const person = await store.insertPerson(tx, {
    name,
    initials,
    sex,
    phone,
    joinedOn,
    fullOn,
    unitId: groupId ?? unit.id,
  })
  await store.insertMembership(tx, {
    personId: person,
    unitId: unit.id,
    groupId,
    status,
    since,
    reason: null,
  })
  return personOn(tx, person, today.toString())
})

const changeMembership = route(contract.changeMembership, async ({ tx, today, params, body }) => {
  const [current] = await store.membershipsOf(tx, params.person)
  if (!current) return noPerson()
  if (current.version !== body.version) return stale()
  if (body.since <= current.since)
    return refuse('invalid', `变化日期须晚于现状态的起始日 ${current.since}。请检查日期。`, {
      field: 'since',
    })
  const wrong = futureDay(body.since, today, 'since')
  if (wrong) return wrong
  const until = day(body.since).subtract({ days: 1 }).toString()
  if (!(await store.endMembership(tx, current, until))) return stale()
  const { status, groupId, since, reason } = body
  await store.insertMembership(tx, {
    personId: params.person,
    unitId: current.unitId,
    groupId,
    status,
    since,
    reason,
  })
  await store.placePerson(tx, params.person, groupId ?? current.unitId)
  forgetGrants()
  return personOn(tx, params.person, today.toString())
})

const listPosts = route(contract.listPosts, async ({ tx, today, params, query }) => ({
  posts: await store.postsOf(tx, params.unit, query.on ?? today.toString()),
}))

const appoint = route(contract.appoint, async ({ tx, actor, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'post.appoint', unit.path))
    return refuse(
      'not-permitted',
      `您的职务不能登记「${unit.name}」的任职。请由该组织的书记、副书记或组织委员办理。`,
    )
  const id = await store.insertPost(tx, { ...body, unitId: unit.id })
  forgetGrants()
  return (await store.postOf(tx, id)) ?? noPost()
})

const endPost = route(contract.endPost, async ({ tx, params, body }) => {
  const held = await store.postOf(tx, params.post)
  if (!held) return noPost()
  if (body.until < held.since)
    return refuse('invalid', `免职日期早于任职日期 ${held.since}。请检查日期。`, { field: 'until' })
  if (!(await store.endPostRow(tx, params.post, body.until, body.version))) return stale()
  forgetGrants()
  return (await store.postOf(tx, params.post)) ?? noPost()
})

export const peopleRoutes: readonly Route[] = [
  listMembers,
  readPerson,
  changePerson,
  addMember,
  changeMembership,
  listPosts,
  appoint,
  endPost,
]

const personOn = async (tx: Acting, person: string, on: string): Promise<contract.Person | Refusal> => {
  const row = await store.personRow(tx, person)
  if (!row) return noPerson()
  const memberships = await store.membershipsOf(tx, person)
  const held = await store.postsOfPerson(tx, person)
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
    posts: held.filter(runs).map(({ post }) => post),
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

const futureDay = (text: string, today: Day, field: string): Refusal | null =>
  day(text).since(today).days > 366 ? refuse('invalid', '日期在一年以后,请检查。', { field }) : null

const staleOrNone = async (tx: Acting, person: string): Promise<Refusal> =>
  (await store.personRow(tx, person)) ? stale() : noPerson()

const stale = (): Refusal => refuse('stale', '这条记录刚被别人改过,没有保存。请刷新后核对两处再改。')
const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织,或不属于本机关。请从组织架构中选择。', { field: 'unit' })
const noPerson = (): Refusal =>
  refuse('not-found', '没有这个人,或您的职务不能查看。请从名册中选择。', { field: 'person' })
const noPost = (): Refusal =>
  refuse('not-found', '没有这项任职,或不属于本机关。请从任职表中选择。', { field: 'post' })
