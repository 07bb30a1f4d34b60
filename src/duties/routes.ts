import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Period } from '../kernel/period.ts'
import { unitOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { ruleOn } from '../rules/rulebook.ts'
import * as contract from './contract.ts'
import { readDuties } from './duties-store.ts'
import { yearStretch } from './many.ts'
import { whyNotExcused, whyNotStated, whyNotTheirs } from './saying.ts'
import * as store from './store.ts'
import { summaryOf } from './summary.ts'
import { rulesBehind, yearRows } from './year.ts'

const readYear = route(contract.readYear, async ({ tx, actor, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'duty.read', unit.path)) return notYours('看', unit.name)
  const on = dayOr(query.on, today)
  const year = query.year ?? on.year
  const { plan, facts, duties } = await readDuties(tx, [unit.path], yearStretch(year), on)
  const rules = rulesBehind(plan, duties)
  return { year, on: on.toString(), unitName: unit.name, rules, rows: yearRows(duties, facts, rules) }
})

const listDuties = route(contract.listDuties, async ({ tx, actor, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'duty.read', unit.path)) return notYours('看', unit.name)
  const stretch = { from: day(query.from), to: day(query.to) }
  const wrong = wrongStretch(stretch)
  if (wrong) return wrong
  const on = dayOr(query.on, today)
  const { plan, duties } = await readDuties(tx, [unit.path], stretch, on)
  return { on: on.toString(), duties, rules: rulesBehind(plan, duties) }
})

const readSummary = route(contract.readSummary, async ({ tx, actor, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'duty.summary', unit.path)) return notYours('看', unit.name)
  const on = dayOr(query.on, today)
  const year = query.year ?? on.year
  const { plan, facts, duties } = await readDuties(tx, [unit.path], yearStretch(year), on)
  return { year, on: on.toString(), ...summaryOf(plan, facts, duties) }
})

const excuseDuty = route(contract.excuseDuty, async ({ tx, actor, today, now, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'duty.excuse', unit.path)) return notYours('说明', unit.name)
  const from = day(body.periodFrom)
  const { duties } = await readDuties(tx, [unit.path], { from, to: from }, today)
  const duty = duties.find(
    ({ rule, unitId, personId, from }) =>
      rule === body.rule && unitId === unit.id && personId === body.personId && from === body.periodFrom,
  )
  const wrong = whyNotExcused(duty)
  if (wrong) return wrong
  return store.insertExcuse(tx, { ...body, unitId: unit.id, byPerson: actor.person, at: now.toString() })
})

const withdrawExcuse = route(contract.withdrawExcuse, async ({ tx, now, params, body }) => {
  const outcome = await store.withdrawExcuse(tx, params.excuse, body.version, now.toString())
  if (outcome === undefined) return refuse('not-found', '没有这条说明，或不归您看。请从年历上重新选择。')
  if (outcome === 'stale') return refuse('stale', '这条说明刚被别人撤回或改过。请刷新年历再看。')
  return { id: params.excuse }
})

const stateEvidence = route(contract.stateEvidence, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'meeting.record', unit.path)) return notYours('登记', unit.name)
  const rule = ruleOn(book.rules, body.rule, day(body.heldOn))
  const owed = rule?.kind === 'duty' ? rule : undefined
  const wrong = whyNotStated(owed, { ...body, today: today.toString() })
  if (wrong || !owed) return wrong ?? noUnit()
  // Far enough back for what is made up for late.
  const stretch = { from: day(body.heldOn).subtract({ years: 2 }), to: day(body.heldOn) }
  const { duties } = await readDuties(tx, [unit.path], stretch, today)
  const strange = whyNotTheirs(owed, unit, body.personIds, duties)
  if (strange) return strange
  const statement = crypto.randomUUID()
  const piece = {
    kind: owed.by[0]!,
    unitId: unit.id,
    heldOn: body.heldOn,
    forYear: body.forYear,
    recordedOn: today.toString(),
    amount: body.amount,
    sourceKind: 'statement',
    sourceId: statement,
    title: body.title,
  }
  const people = body.personIds.length === 0 ? [null] : [...new Set(body.personIds)]
  await store.recordEvidence(
    tx,
    people.map((personId) => ({ ...piece, personId })),
  )
  return { statement }
})

const withdrawStatement = route(contract.withdrawStatement, async ({ tx, params }) => {
  const taken = await store.withdrawEvidence(tx, 'statement', params.statement)
  return taken > 0
    ? { statement: params.statement }
    : refuse('not-found', '没有这条登记，或不由您办理。请刷新年历再看。')
})

const dayOr = (asked: string | undefined, today: Day): Day => (asked === undefined ? today : day(asked))

const MOST_YEARS = 10

const wrongStretch = ({ from, to }: Period): Refusal | null => {
  if (Temporal.PlainDate.compare(from, to) > 0)
    return refuse('invalid', `截止日期 ${to} 早于起始日期 ${from}。请对调或重填。`, { field: 'to' })
  if (from.until(to, { largestUnit: 'years' }).years >= MOST_YEARS)
    return refuse('invalid', `一次最多看 ${MOST_YEARS} 年。请把起止日期缩短。`, { field: 'to' })
  return null
}

const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从页面上重新选择。', { field: 'unit' })
const notYours = (act: string, name: string): Refusal =>
  refuse('not-permitted', `您的职务不能${act}「${name}」的应做事项。请由该组织的书记、副书记或组织委员办理。`)

export const dutyRoutes: readonly Route[] = [
  readYear,
  listDuties,
  excuseDuty,
  withdrawExcuse,
  stateEvidence,
  withdrawStatement,
  readSummary,
]
