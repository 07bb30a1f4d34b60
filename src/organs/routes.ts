import { forgetGrants } from '../access/grants.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { stepOf } from '../kernel/unit-path.ts'
import { book } from '../rules/book.ts'
import { parameterRefusal } from '../rules/settle.ts'
import { shownParameters } from './choices.ts'
import * as contract from './contract.ts'
import { misaligned, misplaced } from './placing.ts'
import * as store from './store.ts'
import { withDueDay } from './terms.ts'

const listUnits = route(contract.listUnits, async ({ tx, today, query }) => {
  const on = query.on ?? today.toString()
  return { on, units: await store.unitsOn(tx, on) }
})

const makeUnit = route(contract.makeUnit, async ({ tx, actor, today, body }) => {
  const parent = body.parentId === null ? null : await store.unitOf(tx, body.parentId)
  if (parent === undefined) return noUnit('parentId')
  if (parent && !may(actor.grants, 'unit.change', parent.path)) return notYours(parent.name)
  const wrong =
    misaligned(body.line, body.kind) ??
    misplaced(body.kind, parent?.kind ?? null) ??
    secondParty(body.line, parent) ??
    inTheFuture(body.foundedOn, today.toString(), 'foundedOn')
  if (wrong) return wrong
  if (parent && (parent.dissolvedOn !== null || body.foundedOn < parent.foundedOn))
    return refuse('invalid', `「${parent.name}」在 ${body.foundedOn} 不存在。请核对成立日期和上级组织。`, {
      field: 'foundedOn',
    })
  const id = crypto.randomUUID()
  const { line, kind, name, foundedOn } = body
  // A tree of its own, but the rights in it hang on the Party unit whose officers found it, since the Party organisation of
  // an organ leads its women's and union organisations (机关基层组织工作条例 art. 10(8)); posts of its own may follow.
  const above = parent?.path ?? actor.grants['unit.change']?.[0] ?? '/'
  await store.insertUnit(tx, { id, line, kind, name, path: `${above}${stepOf(id, name)}/`, foundedOn })
  await store.insertPlace(tx, { unitId: id, parentId: body.parentId, name, since: foundedOn })
  return (await store.shownUnit(tx, id)) ?? noUnit()
})

const changeUnit = route(contract.changeUnit, async ({ tx, actor, today, params, body }) => {
  const unit = await store.unitOf(tx, params.unit)
  const place = unit && (await store.lastPlaceOf(tx, unit.id))
  if (!unit || !place) return noUnit()
  const parent = body.parentId === null ? null : await store.unitOf(tx, body.parentId)
  if (parent === undefined) return noUnit('parentId')
  if (!may(actor.grants, 'unit.change', unit.path)) return notYours(unit.name)
  if (parent && !may(actor.grants, 'unit.change', parent.path) && parent.id !== place.parentId)
    return notYours(parent.name)
  if (unit.version !== body.version) return stale(unit)
  const wrong =
    misplaced(unit.kind, parent?.kind ?? null) ?? inTheFuture(body.since, today.toString(), 'since')
  if (wrong) return wrong
  if (parent?.path.startsWith(unit.path))
    return refuse('invalid', `「${parent.name}」就在「${unit.name}」之下，不能作它的上级。请重新选择。`, {
      field: 'parentId',
    })
  if (unit.dissolvedOn !== null) return gone(unit)
  if (body.since <= place.since)
    return refuse('invalid', `变更日期须晚于上一次变更的 ${place.since}。请检查日期。`, { field: 'since' })

  await store.endPlace(tx, place.id, dayBefore(body.since))
  await store.insertPlace(tx, {
    unitId: unit.id,
    parentId: body.parentId,
    name: body.name,
    since: body.since,
  })
  if (!(await store.renameUnit(tx, unit.id, body.name, body.version))) return stale(unit)
  const stays = body.parentId === place.parentId
  const above = stays ? unit.path.replace(/[^/]+\/$/, '') : (parent?.path ?? '/')
  const path = `${above}${stepOf(unit.id, body.name)}/`
  if (path !== unit.path) await store.movePaths(tx, unit.path, path)
  forgetGrants()
  return (await store.shownUnit(tx, unit.id)) ?? noUnit()
})

const dissolveUnit = route(contract.dissolveUnit, async ({ tx, actor, today, params, body }) => {
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'unit.change', unit.path)) return notYours(unit.name)
  if (unit.dissolvedOn !== null) return gone(unit)
  const place = await store.lastPlaceOf(tx, unit.id)
  const wrong = inTheFuture(body.on, today.toString(), 'on')
  if (wrong) return wrong
  if (body.on < (place?.since ?? unit.foundedOn))
    return refuse('invalid', `撤销日期早于上一次变更的 ${place?.since ?? unit.foundedOn}。请检查日期。`, {
      field: 'on',
    })
  const { units, members } = await store.burdenOf(tx, unit, body.on)
  if (units > 0)
    return refuse('conflict', `「${unit.name}」之下还有 ${units} 个组织。请先撤销或调整它们的隶属。`)
  if (members > 0)
    return refuse('conflict', `「${unit.name}」还有 ${members} 名党员。请先办理转出或编入别的组织。`)
  if (!(await store.endUnit(tx, unit.id, body.on, body.version))) return stale(unit)
  forgetGrants()
  return (await store.shownUnit(tx, unit.id)) ?? noUnit()
})

const listTerms = route(contract.listTerms, async ({ tx, params }) => {
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const choices = await store.settledOf(tx)
  const terms = (await store.termsOf(tx, unit.id)).flatMap((term) => {
    const shown = withDueDay(book, choices, unit.kind, term)
    return isRefusal(shown) ? [] : [shown]
  })
  return { terms }
})

const beginTerm = route(contract.beginTerm, async ({ tx, actor, today, params, body }) => {
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'unit.change', unit.path)) return notYours(unit.name)
  const [last] = await store.termsOf(tx, unit.id)
  const wrong = inTheFuture(body.electedOn, today.toString(), 'electedOn')
  if (wrong) return wrong
  const earliest = last?.electedOn ?? unit.foundedOn
  if (last ? body.electedOn <= earliest : body.electedOn < earliest)
    return refuse('invalid', `选举日期须晚于${last ? '上届选举' : '成立'}的 ${earliest}。请核对日期。`, {
      field: 'electedOn',
    })
  const choices = await store.settledOf(tx)
  const fresh = { ...NO_TERM, unitId: unit.id, electedOn: body.electedOn }
  const judged = withDueDay(book, choices, unit.kind, fresh)
  if (isRefusal(judged)) return judged
  if (last && (last.endedOn === null || last.endedOn >= body.electedOn))
    await store.endTerm(tx, last.id, dayBefore(body.electedOn))
  const term = await store.insertTerm(tx, { unitId: unit.id, electedOn: body.electedOn })
  return { ...judged, ...term }
})

const NO_TERM = {
  id: '',
  endedOn: null,
  approvedUntil: null,
  approvalNote: null,
  version: 1,
}

const approveShift = route(contract.approveShift, async ({ tx, actor, params, body }) => {
  const term = await store.termOf(tx, params.term)
  const unit = term && (await store.unitOf(tx, term.unitId))
  if (!unit) return refuse('not-found', '没有这一届。请从届次列表里重新选择。')
  if (!may(actor.grants, 'unit.change', unit.path)) return notYours(unit.name)
  if (body.approvedUntil <= term.electedOn)
    return refuse('invalid', `批准的换届日期须晚于当选日 ${term.electedOn}。请核对批复。`, {
      field: 'approvedUntil',
    })
  const shifted = await store.shiftTerm(tx, term.id, body)
  return shifted ? withDueDay(book, await store.settledOf(tx), unit.kind, shifted) : staleTerm()
})

const listParameters = route(contract.listParameters, async ({ tx, today, query }) => ({
  parameters: shownParameters(book.parameters, await store.settledOf(tx), query.on ?? today.toString()),
}))

const chooseParameter = route(contract.chooseParameter, async ({ tx, body }) => {
  const wrong = parameterRefusal(book.parameters, book.rules, body.key, body.choice)
  if (wrong) return wrong.field === 'value' ? { ...wrong, field: 'choice' } : wrong
  const settled = await store.settledOf(tx)
  const last = settled.findLast(({ key }) => key === body.key)
  if (last && body.since <= last.since)
    return refuse('invalid', `起始日期须晚于上一次选定的 ${last.since}：已经过去的日子按当时的选定判定。`, {
      field: 'since',
    })
  await store.insertChoice(tx, { ...body, reason: body.reason ?? null })
  const shown = shownParameters(book.parameters, [...settled, body], body.since)
  return shown.find(({ key }) => key === body.key) ?? noUnit()
})

const noUnit = (field?: string): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从页面上重新选择。', field ? { field } : {})
const notYours = (name: string): Refusal =>
  refuse('not-permitted', `您的职务不能调整「${name}」。请由该组织的书记、副书记或组织委员办理。`)
const stale = ({ name }: store.UnitRow): Refusal =>
  refuse('stale', `「${name}」刚被别人改过。请刷新后看过现在的内容再改。`)
const staleTerm = (): Refusal => refuse('stale', '这一届刚被别人改过。请刷新后再改。')
const gone = ({ name, dissolvedOn }: store.UnitRow): Refusal =>
  refuse('conflict', `「${name}」已于 ${dissolvedOn} 撤销，不能再改。`)

/** An organ has one topmost Party unit, founded with it. */
const secondParty = (line: string, parent: unknown): Refusal | null =>
  line === 'party' && parent === null
    ? refuse('invalid', '党组织须建在已有的上级党组织之下。请选择上级组织。', { field: 'parentId' })
    : null

const inTheFuture = (on: string, today: string, field: string): Refusal | null =>
  on > today ? refuse('invalid', `${on} 在今天之后。请在那一天到来后再登记。`, { field }) : null

const dayBefore = (on: string): string => day(on).subtract({ days: 1 }).toString()

export const organRoutes: readonly Route[] = [
  listUnits,
  makeUnit,
  changeUnit,
  dissolveUnit,
  listTerms,
  beginTerm,
  approveShift,
  listParameters,
  chooseParameter,
]
