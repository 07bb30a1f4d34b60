import { recordOpenings } from '../audit/openings-store.ts'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { careSheet } from '../documents/care-sheet.ts'
import { sheetsXlsx } from '../documents/ruled-sheet.ts'
import { type Route, route } from '../http/serve.ts'
import { type Grants, may, type Permission } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import { namesOf } from '../people/names-store.ts'
import { personRow } from '../people/store.ts'
import * as contract from './contract.ts'
import { OCCASION_WORDS, PURPOSE_WORDS, SEVERITY_WORDS } from './labels.ts'
import { yuanOf } from './money.ts'
import * as store from './store.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const FIFTY = { years: 50 }

type At = { tx: Acting; actor: { grants: Grants } }

const listCare = route(contract.listCare, async (asked) => {
  const { tx, today, params, query } = asked
  const unit = await unitFor(asked, params.unit, 'care.read')
  if (isRefusal(unit)) return unit
  const visits = await store.visitsOf(tx, { path: unit.path, year: query.year })
  const july = day(`${query.year}-07-01`)
  const long = await store.longFull(tx, unit.path, today.toString(), july.subtract(FIFTY).toString())
  return {
    visits: visits.map(shown),
    fifty: long.map((each) => ({ ...each, reachedOn: day(each.fullOn).add(FIFTY).toString() })),
  }
})

const planVisit = route(contract.planVisit, async (asked) => {
  const { tx, sealed, params, body } = asked
  const unit = await unitFor(asked, params.unit, 'care.record')
  if (isRefusal(unit)) return unit
  const person = body.personId === null ? undefined : await personRow(tx, body.personId)
  if (body.personId !== null && !person)
    return refuse('not-found', '没有这个人，或您的职务不能查看。请从名册中选择。', { field: 'personId' })
  const personName = person?.name ?? body.name
  if (!personName) return refuse('invalid', '请选择走访谁；不在名册上的，写姓名。', { field: 'personId' })
  const id = crypto.randomUUID()
  const { year, occasion, situation, severity } = body
  const said = { situation: situation || null, severity, remark: null }
  const content = said.situation || said.severity ? conceal(sealed, id, said) : null
  const whom = { personId: body.personId, personName }
  await store.insertVisit(tx, { id, unitId: unit.id, ...whom, year, occasion, content })
  return read(asked, id)
})

const recordVisit = route(contract.recordVisit, async (asked) => {
  const { tx, today, sealed, params, body } = asked
  const visit = await visitFor(asked, params.visit, 'care.record')
  if (isRefusal(visit)) return visit
  if (visit.visitedOn || visit.cancelledOn) return refuse('conflict', '这次走访已经登记过，或已经取消。')
  if (body.visitedOn > today.toString())
    return refuse('invalid', '走访日期在今天之后。请在走访后登记。', { field: 'visitedOn' })
  const names = await namesOf(tx, body.visitorIds)
  // In the order in which they were picked.
  const visitors = body.visitorIds.flatMap((id) => names.get(id) ?? [])
  if (visitors.length < body.visitorIds.length)
    return refuse('not-found', '走访的人里有查不到的。请从名册中重新选择。', { field: 'visitorIds' })
  const { visitedOn, place, goods, amountFen, remark, version } = body
  // What is added stands beside what was written when the visit was planned; nobody is shown that for it.
  const content = remark ? conceal(sealed, visit.id, { ...reveal(sealed, visit), remark }) : visit.content
  const change = { visitedOn, visitors: visitors.join('、'), place: place || null, goods: goods || null }
  return (await store.changeVisit(tx, visit.id, version, { ...change, amountFen, content }))
    ? read(asked, visit.id)
    : stale()
})

const cancelVisit = route(contract.cancelVisit, async (asked) => {
  const { tx, today, params, body } = asked
  const visit = await visitFor(asked, params.visit, 'care.record')
  if (isRefusal(visit)) return visit
  if (visit.visitedOn) return refuse('conflict', '已经走访过，不能取消。')
  return (await store.changeVisit(tx, visit.id, body.version, { cancelledOn: today.toString() }))
    ? read(asked, visit.id)
    : stale()
})

const openSituation = route(contract.openSituation, async (asked) => {
  const { tx, sealed, params, body } = asked
  const visit = await visitFor(asked, params.visit, 'care.read')
  if (isRefusal(visit)) return visit
  await recordOpenings(tx, openingsOf([visit], asked.actor.person, body.purpose))
  return reveal(sealed, visit)
})

const takeCareSheet = route(contract.takeCareSheet, async (asked) => {
  const { tx, sealed, params, body } = asked
  const unit = await unitFor(asked, params.unit, 'care.read')
  if (isRefusal(unit)) return unit
  const visits = (await store.visitsOf(tx, { path: unit.path, year: body.year })).filter(
    ({ cancelledOn }) => cancelledOn === null,
  )
  if (body.purpose !== null) await recordOpenings(tx, openingsOf(visits, asked.actor.person, body.purpose))
  const rows = visits.map((visit) => {
    const { personName, occasion, visitedOn, visitors, place, goods, amountFen } = visit
    const { situation, severity, remark } = body.purpose === null ? NOTHING : reveal(sealed, visit)
    return {
      ...{ personName, visitedOn, visitors, place, goods, situation, remark },
      occasion: OCCASION_WORDS[occasion],
      yuan: amountFen === null ? null : yuanOf(amountFen),
      severity: severity && SEVERITY_WORDS[severity],
    }
  })
  const data = { unitName: unit.name, year: body.year, rows, opened: body.purpose !== null }
  const bytes = await sheetsXlsx([careSheet(data)], unit.name)
  return { name: `${unit.name}${body.year}年走访慰问登记表.xlsx`, type: SHEET, bytes }
})

export const careRoutes: readonly Route[] = [
  listCare,
  planVisit,
  recordVisit,
  cancelVisit,
  openSituation,
  takeCareSheet,
]

const NOTHING: contract.Situation = { situation: null, severity: null, remark: null }
const placeOf = (id: string): string => `care_visit ${id} content`

const conceal = (sealed: Sealed, id: string, said: contract.Situation): Buffer =>
  sealed.conceal(JSON.stringify(said), placeOf(id))
const reveal = (sealed: Sealed, { id, content }: store.KeptVisit): contract.Situation =>
  content ? contract.Situation.parse(JSON.parse(sealed.reveal(content, placeOf(id)))) : NOTHING

const shown = ({ content, path: _, ...visit }: store.KeptVisit): contract.CareVisit => ({
  ...visit,
  isSealed: content !== null,
})

/** Of someone on no roster nobody can be told; the reader's own list of openings has it all the same. */
const openingsOf = (visits: readonly store.KeptVisit[], reader: string, purpose: contract.Purpose) =>
  visits
    .filter(({ content }) => content !== null)
    .map(({ id, personId }) => ({
      aboutId: personId ?? reader,
      recordKind: 'care',
      recordId: id,
      purpose: PURPOSE_WORDS[purpose],
    }))

const unitFor = async ({ tx, actor }: At, id: string, asks: Permission) => {
  const unit = await unitOf(tx, id)
  if (!unit)
    return refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
  return may(actor.grants, asks, unit.path) ? unit : notHers(unit.name)
}

const visitFor = async (
  { tx, actor }: At,
  id: string,
  asks: Permission,
): Promise<store.KeptVisit | Refusal> => {
  const [visit] = await store.visitsOf(tx, { id })
  if (!visit) return refuse('not-found', '没有这次走访，或您的职务不能查看。请从走访慰问中选择。')
  return may(actor.grants, asks, visit.path) ? visit : notHers(visit.unitName)
}

const read = async ({ tx }: At, id: string): Promise<contract.CareVisit | Refusal> => {
  const [visit] = await store.visitsOf(tx, { id })
  return visit ? shown(visit) : stale()
}

const notHers = (whom: string): Refusal =>
  refuse('not-permitted', `走访慰问只由「${whom}」的支委会成员查看和登记。`)
const stale = (): Refusal =>
  refuse('stale', '这条记录刚被别人改过，没有保存。请刷新后核对两处再改。', { field: 'version' })
