import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import type { Body } from '../http/endpoint.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, type UnitRow, unitOf } from '../organs/store.ts'
import { enrol } from '../people/enrol-store.ts'
import { membershipsOf, personRow, turnMembership } from '../people/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { arrivalFault } from './arriving.ts'
import * as contract from './contract.ts'
import { inShown, returnRefusal } from './letters.ts'
import { notHers, noUnit, stale } from './refusals.ts'
import * as store from './transfer-store.ts'

type Accepting = Body<typeof contract.acceptTransfer>

const acceptTransfer = route(contract.acceptTransfer, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const wrong = arrivalFault(body, unit, today) ?? (await groupFault(tx, body.groupId, unit))
  if (wrong) return wrong
  const person =
    body.personId === null ? await enrol(tx, unit.id, newcomer(body)) : await returned(tx, unit, body)
  if (isRefusal(person)) return person
  forgetGrants()
  const { name, fromUnit, letterNumber, letterOn, validDays, broughtOn, acceptedOn } = body
  const letter = { name, fromUnit, letterNumber: letterNumber || null, letterOn, validDays, broughtOn }
  const duesMonth = body.duesMonth && `${body.duesMonth}-01`
  const id = await store.insertIn(tx, { ...letter, unitId: unit.id, personId: person, acceptedOn, duesMonth })
  return arrival(tx, id, today)
})

const returnTransfer = route(contract.returnTransfer, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const wrong =
    arrivalFault({ ...body, acceptedOn: body.returnedOn, joinedOn: null, fullOn: null }, unit, today) ??
    returnRefusal(body, ruleOf)
  if (wrong) return wrong
  const id = await store.insertIn(tx, { ...body, letterNumber: body.letterNumber || null, unitId: unit.id })
  return arrival(tx, id, today)
})

export const arrivalRoutes: readonly Route[] = [acceptTransfer, returnTransfer]

const arrival = async (tx: Acting, id: string, today: Day) => {
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const [kept] = await store.transfersIn(tx, { id })
  return kept ? inShown(kept, ruleOf) : stale()
}

/** Nobody known from before. */
const newcomer = ({
  name,
  sex,
  phone,
  joinedOn,
  fullOn,
  groupId,
  status,
  acceptedOn,
  fromUnit,
}: Accepting) => ({
  ...{ name, sex, phone, joinedOn, groupId, status, since: acceptedOn, reason: `由${fromUnit}转入` },
  fullOn: status === 'full' ? fullOn : null,
})

/** Someone who left the roster once and comes back: her history goes on. */
const returned = async (tx: Acting, unit: UnitRow, body: Accepting): Promise<string | Refusal> => {
  const person = await personRow(tx, body.personId!)
  const [current] = person ? await membershipsOf(tx, person.id) : []
  if (!person || !current)
    return refuse('not-found', '没有这个人，或您的职务不能查看。', { field: 'personId' })
  if (current.status !== 'transferred-out')
    return refuse('conflict', `${person.name}现在还在名册上，不需要转入。`, { field: 'personId' })
  if (body.acceptedOn <= current.since)
    return refuse('invalid', `接收日期须晚于转出的 ${current.since}。请核对日期。`, { field: 'acceptedOn' })
  const { groupId, status, acceptedOn } = body
  const turn = { status, unitId: unit.id, groupId, since: acceptedOn, reason: `由${body.fromUnit}转回` }
  return (await turnMembership(tx, person.id, current, turn)) ? person.id : stale()
}

const groupFault = async (tx: Acting, group: string | null, branch: UnitRow): Promise<Refusal | null> => {
  const unit = group === null ? null : await unitOf(tx, group)
  if (unit === null || (unit?.kind === 'group' && unit.path.startsWith(branch.path))) return null
  return refuse('invalid', `所选不是「${branch.name}」的党小组。请从本支部的党小组中选择。`, {
    field: 'groupId',
  })
}
