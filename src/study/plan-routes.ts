import type { Body } from '../http/endpoint.ts'
import { type Route, route } from '../http/serve.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { namesOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import * as plans from './plan-store.ts'
import { barredAt, noUnit, staleNow } from './session-routes.ts'
import { unitOf } from './session-store.ts'

const readPlan = route(contract.readStudyPlan, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const year = query.year ?? today.year
  return { year, items: await plans.planOf(tx, unit.id, year) }
})

const faultOf = (item: Body<typeof contract.addPlanItem>): Refusal | null => {
  const { heldOn, year, month, audience, groupId, personIds } = item
  if (heldOn !== null && (Number(heldOn.slice(0, 4)) !== year || Number(heldOn.slice(5, 7)) !== month))
    return refuse('invalid', `${heldOn} 不在${year}年${month}月。请改日期或月份。`, { field: 'heldOn' })
  if (audience === 'group' && groupId === null)
    return refuse('invalid', '请选择是哪个党小组。', { field: 'groupId' })
  if (audience === 'named' && personIds.length === 0)
    return refuse('invalid', '请选择参加的人员。', { field: 'personIds' })
  return null
}

const addItem = route(contract.addPlanItem, async ({ tx, actor, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const barred = barredAt(actor, unit.path) ?? faultOf(body)
  if (barred) return barred
  const names = await namesOf(tx, [body.leaderId])
  const leaderName = (body.leaderId && names.get(body.leaderId)) || body.leaderName || null
  return { id: await plans.insertItem(tx, { ...body, leaderName, unitId: unit.id }) }
})

const noItem = (): Refusal => refuse('not-found', '学习计划里没有这一项，或它已经去掉。请刷新后再看。')

const changeItem = route(contract.changePlanItem, async ({ tx, actor, params, body }) => {
  const { version, ...item } = body
  const known = await plans.itemOf(tx, params.item)
  if (!known) return noItem()
  const barred = barredAt(actor, known.path) ?? faultOf(item)
  if (barred) return barred
  const names = await namesOf(tx, [item.leaderId])
  const leaderName = (item.leaderId && names.get(item.leaderId)) || item.leaderName || null
  if (!(await plans.changeItem(tx, known.id, version, { ...item, leaderName }))) return staleNow()
  return { id: known.id }
})

const removeItem = route(contract.removePlanItem, async ({ tx, actor, now, params, body }) => {
  const known = await plans.itemOf(tx, params.item)
  if (!known) return noItem()
  const barred = barredAt(actor, known.path)
  if (barred) return barred
  if (known.isHeld) return refuse('conflict', '这一项已经学过并有记录，留在计划里。')
  if (!(await plans.changeItem(tx, known.id, body.version, { removedAt: now.toString() }))) return staleNow()
  return { id: known.id }
})

export const planRoutes: readonly Route[] = [readPlan, addItem, changeItem, removeItem]
