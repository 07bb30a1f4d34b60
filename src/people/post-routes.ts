import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { may, PERMISSIONS } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { type UnitRow, unitOf } from '../organs/store.ts'
import * as contract from './contract.ts'
import * as store from './post-store.ts'
import { postsIn } from './standing.ts'

const listPosts = route(contract.listPosts, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const on = query.on ?? today.toString()
  const groups = query.within === 'groups' && unit.kind === 'branch'
  return { on, posts: await store.postsOf(tx, unit, { on, groups, ever: query.span === 'ever' }) }
})

const appoint = route(contract.appoint, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'post.appoint', unit.path)) return notHers(unit)
  const wrong = (await postFault(tx, unit, body)) ?? dayFault(body.since, unit, today)
  if (wrong) return wrong
  const id = await store.insertPost(tx, { ...body, unitId: unit.id })
  forgetGrants()
  return (await store.postOf(tx, id)) ?? noPost()
})

const endPost = route(contract.endPost, async ({ tx, actor, today, params, body }) => {
  const held = await store.postOf(tx, params.post)
  const unit = held && (await unitOf(tx, held.unitId))
  if (!held || !unit) return noPost()
  if (!may(actor.grants, 'post.appoint', unit.path)) return notHers(unit)
  if (held.version !== body.version) return stale()
  if (body.until < held.since)
    return refuse('invalid', `免职日期早于任职日期 ${held.since}。请核对日期。`, { field: 'until' })
  if (isFar(body.until, today)) return farAhead('until')
  const keepers: readonly string[] = PERMISSIONS['post.appoint'].posts
  if (
    keepers.includes(held.post) &&
    !(await store.hasKeeperBeside(tx, { ...held, until: body.until }, keepers))
  )
    return refuse(
      'conflict',
      `免去此职后，「${unit.name}」没有人能再登记任职、开通账号。请先登记接任的书记、副书记或组织委员。`,
    )
  if (!(await store.endPostRow(tx, params.post, body.until, body.version))) return stale()
  forgetGrants()
  return (await store.postOf(tx, params.post)) ?? noPost()
})

export const postRoutes: readonly Route[] = [listPosts, appoint, endPost]

type NewPost = { personId: string; post: contract.HeldPost['post']; since: string }

const postFault = async (tx: Acting, unit: UnitRow, body: NewPost): Promise<Refusal | null> => {
  if (!postsIn(unit.kind).includes(body.post))
    return refuse(
      'invalid',
      unit.kind === 'group'
        ? `党小组只设组长。「${unit.name}」的其他职务请登记在所属支部。`
        : `党小组长请登记在所在的党小组，不在「${unit.name}」。`,
      { field: 'post' },
    )
  const other =
    body.post === 'secretary' ? await store.secretaryBeside(tx, { ...body, unitId: unit.id }) : undefined
  return other
    ? refuse(
        'conflict',
        `一个组织设书记一名，${other.personName}自 ${other.since} 起任「${unit.name}」书记。请先登记其免职日期。`,
        { field: 'post' },
      )
    : null
}

const dayFault = (since: string, unit: UnitRow, today: Day): Refusal | null => {
  if (since < unit.foundedOn)
    return refuse('invalid', `任职日期早于「${unit.name}」成立的 ${unit.foundedOn}。请核对日期。`, {
      field: 'since',
    })
  return isFar(since, today) ? farAhead('since') : null
}

// An election's result may be entered before it takes effect, but not by years.
const isFar = (text: string, today: Day): boolean => day(text).since(today).days > 366
const farAhead = (field: string): Refusal => refuse('invalid', '日期在一年以后。请核对日期。', { field })

const notHers = (unit: UnitRow): Refusal =>
  refuse('not-permitted', `您的职务不能登记「${unit.name}」的任职。请由该组织的书记、副书记或组织委员办理。`)
const stale = (): Refusal =>
  refuse('stale', '这项任职刚被别人改过，没有保存。请刷新后核对。', { field: 'version' })
const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
const noPost = (): Refusal =>
  refuse('not-found', '没有这项任职，或不属于本机关。请从任职表中选择。', { field: 'post' })
