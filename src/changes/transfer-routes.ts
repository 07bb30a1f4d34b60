import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { TERMS } from '../glossary.ts'
import { type Route, route } from '../http/serve.ts'
import { type Grants, may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, unitOf } from '../organs/store.ts'
import { postsOfPerson } from '../people/post-store.ts'
import { membershipsOf, personRow, turnMembership } from '../people/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { arrivalRoutes } from './arrival-routes.ts'
import * as contract from './contract.ts'
import { endAbsence } from './floating-store.ts'
import * as letters from './letters.ts'
import { notHers, noUnit, stale } from './refusals.ts'
import * as store from './transfer-store.ts'

type Asked = { tx: Acting; actor: { grants: Grants }; today: Day }

const listTransfers = route(contract.listTransfers, async ({ tx, actor, today, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const out = await store.transfersOut(tx, { path: unit.path })
  const arrived = await store.transfersIn(tx, { path: unit.path })
  return {
    out: out.map((each) => letters.outShown(each, today)),
    in: arrived.map((each) => letters.inShown(each, ruleOf)),
    validDays: letters.lifeOf(ruleOf),
  }
})

const readTransfer = route(contract.readTransfer, (asked) => transferFor(asked, asked.params.transfer))

const beginTransfer = route(contract.beginTransfer, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const person = await personRow(tx, body.personId)
  const [current] = person ? await membershipsOf(tx, person.id) : []
  if (!person || !current || current.unitId !== unit.id)
    return refuse('not-found', '这个人不在本支部的名册上。请从名册中选择。', { field: 'personId' })
  const { status } = current
  if (status !== 'full' && status !== 'probationary')
    return refuse('conflict', `${person.name}现在是“${TERMS[status]}”，不能转出组织关系。`, {
      field: 'personId',
    })
  if (body.appliedOn > today.toString())
    return refuse('invalid', '申请日期在今天之后。请在当天或之后登记。', { field: 'appliedOn' })
  const { personId, toUnit, reason, appliedOn, issuedOn } = body
  if (issuedOn !== null && (issuedOn < appliedOn || issuedOn > today.toString()))
    return refuse('invalid', `介绍信日期应在申请的 ${appliedOn} 至今天之间。`, { field: 'issuedOn' })
  const transferId = await store.insertOut(tx, {
    ...{ unitId: unit.id, personId, personName: person.name, status, toUnit, reason, appliedOn },
    duesMonth: `${body.duesMonth}-01`,
  })
  if (issuedOn !== null) await issue(tx, { transferId, unitId: unit.id, issuedOn })
  return transferFor(asked, transferId)
})

const issueLetter = route(contract.issueLetter, async (asked) => {
  const { tx, today, params, body } = asked
  const transfer = await transferFor(asked, params.transfer)
  if (isRefusal(transfer)) return transfer
  const refused = letters.issueRefusal(transfer, body, today)
  if (refused) return refused
  if (!(await store.changeOut(tx, transfer.id, body.version, {}))) return stale()
  const { id, unitId } = transfer
  if (body.voidBecause !== null) await store.voidLetter(tx, id, body.issuedOn, body.voidBecause)
  await issue(tx, { transferId: id, unitId, issuedOn: body.issuedOn })
  return transferFor(asked, id)
})

const issue = async (tx: Acting, letter: { transferId: string; unitId: string; issuedOn: string }) => {
  const validDays = letters.lifeOf(rulesStanding(book, await settledOf(tx), letter.issuedOn))
  await store.insertLetter(tx, { ...letter, validDays })
}

const receiveReceipt = route(contract.receiveReceipt, async (asked) => {
  const { tx, today, params, body } = asked
  const transfer = await transferFor(asked, params.transfer)
  if (isRefusal(transfer)) return transfer
  const { id, personId, personName, toUnit, appliedOn } = transfer
  if (transfer.receivedOn || transfer.withdrawnOn) return refuse('conflict', '这次转出已经办结。')
  const letter = letters.inForce(transfer)
  const { receivedOn, version } = body
  const from = letter?.issuedOn ?? appliedOn
  if (receivedOn < from || receivedOn > today.toString())
    return refuse('invalid', `收到回执的日子应在 ${from} 至今天之间。`, { field: 'receivedOn' })
  const [current] = await membershipsOf(tx, personId)
  if (!current || receivedOn <= current.since)
    return refuse('conflict', `${personName}的党籍在 ${current?.since} 另有登记。请先在名册里核对。`, {
      field: 'receivedOn',
    })
  const holding = await stillHolds(tx, personId, receivedOn)
  if (holding) return refuse('conflict', `${personName}仍任${holding}。请先登记免职日期，再登记回执。`)
  if (!(await store.changeOut(tx, id, version, { receivedOn }))) return stale()
  const number = letter ? `，介绍信${letters.numberWords(letter)}` : ''
  const turn = {
    status: 'transferred-out' as const,
    unitId: current.unitId,
    groupId: null,
    since: receivedOn,
  }
  if (!(await turnMembership(tx, personId, current, { ...turn, reason: `转往${toUnit}${number}` })))
    return stale()
  await endAbsence(tx, personId, receivedOn)
  forgetGrants()
  return transferFor(asked, id)
})

const withdrawTransfer = route(contract.withdrawTransfer, async (asked) => {
  const { tx, today, params, body } = asked
  const transfer = await transferFor(asked, params.transfer)
  if (isRefusal(transfer)) return transfer
  if (transfer.receivedOn || transfer.withdrawnOn) return refuse('conflict', '这次转出已经办结。')
  const { withdrawnBecause, version } = body
  const withdrawnOn = today.toString()
  if (!(await store.changeOut(tx, transfer.id, version, { withdrawnOn, withdrawnBecause }))) return stale()
  await store.voidLetter(tx, transfer.id, withdrawnOn, 'withdrawn')
  return transferFor(asked, transfer.id)
})

export const transferRoutes: readonly Route[] = [
  listTransfers,
  readTransfer,
  beginTransfer,
  issueLetter,
  receiveReceipt,
  withdrawTransfer,
  ...arrivalRoutes,
]

/** A transfer as the reader may lead it. */
export const transferFor = async (
  { tx, actor, today }: Asked,
  id: string,
): Promise<contract.TransferOut | Refusal> => {
  const [kept] = await store.transfersOut(tx, { id })
  if (!kept) return refuse('not-found', '没有这次转出，或您的职务不能查看。请从党员变动中选择。')
  return may(actor.grants, 'change.lead', kept.path) ? letters.outShown(kept, today) : notHers(kept.unitName)
}

/** A post is an access: whoever leaves the rolls lays it down first. Names what she holds on the day or later. */
const stillHolds = async (tx: Acting, person: string, on: string): Promise<string> =>
  (await postsOfPerson(tx, person))
    .filter(({ until }) => until === null || until >= on)
    .map(({ unitName, post }) => `${unitName}${TERMS[post]}`)
    .join('、')
