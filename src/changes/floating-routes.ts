import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, unitOf } from '../organs/store.ts'
import { membershipsOf, personRow } from '../people/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { contactRefusal, endRefusal, floatingShown } from './away.ts'
import * as contract from './contract.ts'
import * as store from './floating-store.ts'
import { outShown } from './letters.ts'
import { probationShown } from './probation.ts'
import { probationsOf } from './probation-store.ts'
import { notHers, noUnit, stale } from './refusals.ts'
import { transfersOut } from './transfer-store.ts'

type Tx = Parameters<typeof settledOf>[0]
type At = { tx: Tx; today: { toString: () => string } }

const listFloating = route(contract.listFloating, async ({ tx, actor, today, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'roster.read', unit.path)) return notHers(unit.name)
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const kept = await store.floatingOf(tx, { path: unit.path })
  return { on: today.toString(), floating: kept.map((each) => floatingShown(each, ruleOf)) }
})

const beginFloating = route(contract.beginFloating, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (unit.kind !== 'branch')
    return refuse('invalid', `流动党员由党支部登记，「${unit.name}」不是党支部。`, { field: 'unit' })
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const { direction, guestName, groupId, place, reason, since, expectedUntil, contactId, certificate } = body
  if (since > today.toString())
    return refuse('invalid', '起始日期在今天之后。请在当天或之后登记。', { field: 'since' })
  if (expectedUntil !== null && expectedUntil < since)
    return refuse('invalid', '预计结束早于起始日期。请核对日期。', { field: 'expectedUntil' })
  const contact = contactId === null ? undefined : await personRow(tx, contactId)
  if (contactId !== null && !contact)
    return refuse('not-found', '没有这位联系人。请从名册中选择。', { field: 'contactId' })
  const group = groupId === null ? undefined : await unitOf(tx, groupId)
  if (groupId !== null && !group?.path.startsWith(unit.path))
    return refuse('invalid', `所选不是「${unit.name}」的党小组。`, { field: 'groupId' })
  const named = {
    place,
    reason,
    since,
    expectedUntil,
    certificate,
    contactId,
    contactName: contact?.name ?? null,
  }
  if (direction === 'guest') {
    if (guestName === null) return refuse('invalid', '请写编入本支部的流动党员姓名。', { field: 'guestName' })
    const unitId = groupId ?? unit.id
    return shown(
      asked,
      await store.insertFloating(tx, { ...named, direction, unitId, personId: null, personName: guestName }),
    )
  }
  const person = body.personId === null ? undefined : await personRow(tx, body.personId)
  const [current] = person ? await membershipsOf(tx, person.id) : []
  if (!person || !current || current.unitId !== unit.id)
    return refuse('not-found', '这个人不在本支部的名册上。请从名册中选择。', { field: 'personId' })
  const unitId = current.groupId ?? unit.id
  return shown(
    asked,
    await store.insertFloating(tx, {
      ...named,
      direction,
      unitId,
      personId: person.id,
      personName: person.name,
    }),
  )
})

const noteContact = route(contract.noteContact, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const [kept] = await store.floatingOf(tx, { id: params.floating })
  if (!kept) return noFloating()
  if (!may(actor.grants, 'meeting.record', kept.path))
    return refuse('not-permitted', '联系情况由支委会成员或党小组长登记。')
  const wrong = contactRefusal(kept, body.lastOn, today)
  if (wrong) return wrong
  const by = await personRow(tx, actor.person)
  const said = { lastOn: body.lastOn, byPerson: actor.person, byName: by?.name ?? '未知' }
  await store.keepContact(tx, { floatingId: kept.id, unitId: kept.unitId, ...said })
  return shown(asked, kept.id)
})

const endFloating = route(contract.endFloating, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const [kept] = await store.floatingOf(tx, { id: params.floating })
  if (!kept) return noFloating()
  if (!may(actor.grants, 'change.lead', kept.path)) return notHers(kept.unitName)
  const { endedOn, endedHow, version } = body
  const wrong = endRefusal(kept, endedOn, today)
  if (wrong) return wrong
  return (await store.endFloating(tx, kept.id, version, { endedOn, endedHow }))
    ? shown(asked, kept.id)
    : stale()
})

const readOwnChanges = route(contract.readOwnChanges, async ({ tx, actor, today }) => {
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const whose = { person: actor.person }
  return {
    probations: (await probationsOf(tx, whose, today.toString())).map((each) =>
      probationShown(each, ruleOf, today),
    ),
    transfers: (await transfersOut(tx, whose)).map((each) => outShown(each, today)),
    away: (await store.floatingOf(tx, whose)).map((each) => floatingShown(each, ruleOf)),
  }
})

export const floatingRoutes: readonly Route[] = [
  listFloating,
  beginFloating,
  noteContact,
  endFloating,
  readOwnChanges,
]

const shown = async ({ tx, today }: At, id: string): Promise<contract.Floating | Refusal> => {
  const [kept] = await store.floatingOf(tx, { id })
  return kept ? floatingShown(kept, rulesStanding(book, await settledOf(tx), today.toString())) : noFloating()
}

const noFloating = (): Refusal =>
  refuse('not-found', '没有这条流动登记，或您的职务不能查看。请从流动党员中选择。')
