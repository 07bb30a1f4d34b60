import { recordOpenings } from '../audit/openings-store.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import { namesOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { noRound } from './refusals.ts'
import * as store from './remark-store.ts'
import { roundOf } from './round-store.ts'
import { contentName } from './view-jobs.ts'

type Words = { giver: string; receiver: string; matter: string; answer: string | null }

const noteRemark = route(contract.noteRemark, async ({ tx, actor, sealed, params, body }) => {
  const round = await roundOf(tx, params.round)
  const unit = await unitOf(tx, body.unitId)
  if (!round || !unit?.path.startsWith(round.path)) return noRound()
  if (!may(actor.grants, 'meeting.record', unit.path))
    return refuse('not-permitted', `「${unit.name}」会上的发言由该组织的支委会成员或小组长登记。`)
  const names = await namesOf(tx, [body.giverId, body.receiverId])
  const giver = names.get(body.giverId)
  const receiver = names.get(body.receiverId)
  if (!giver || !receiver)
    return refuse('not-found', '所选的人不在您能查看的名册里。请从名册中重新选人。', {
      field: giver ? 'receiverId' : 'giverId',
    })
  const id = crypto.randomUUID()
  const words: Words = { giver, receiver, matter: body.matter, answer: body.answer || null }
  const content = sealed.conceal(JSON.stringify(words), contentName('life_remark', id))
  const { giverId, receiverId } = body
  await store.insertRemark(tx, { id, roundId: round.id, unitId: unit.id, giverId, receiverId, content })
  return { id }
})

/** What was noted of others is opened with a purpose; what one noted oneself, said or heard needs none. */
const readRemarks = route(contract.readRemarks, async ({ tx, actor, sealed, params, body }) => {
  const remarks = await store.remarksOf(tx, params.round)
  await recordOpenings(
    tx,
    remarks.flatMap(({ id, giverId, receiverId, madeBy }) =>
      [giverId, receiverId, madeBy].includes(actor.person)
        ? []
        : [...new Set([giverId, receiverId])].map((aboutId) => ({
            aboutId,
            recordKind: 'life-remark',
            recordId: id,
            purpose: contract.PURPOSE_WORDS[body.purpose],
          })),
    ),
  )
  return { remarks: remarks.map((remark) => remarkShown(remark, sealed)) }
})

type Sealeds = { id: string; giverId: string; receiverId: string; content: Buffer }

/** A remark with the names under which it was noted. */
export const remarkShown = (
  { id, giverId, receiverId, content }: Sealeds,
  sealed: Sealed,
): contract.Remark => {
  const { giver, receiver, matter, answer }: Words = JSON.parse(
    sealed.reveal(content, contentName('life_remark', id)),
  )
  return { id, giverId, giverName: giver, receiverId, receiverName: receiver, matter, answer }
}

const removeRemark = route(contract.removeRemark, async ({ tx, actor, params }) => {
  const remark = await store.remarkOf(tx, params.remark)
  if (!remark) return refuse('not-found', '没有这条记录，或不由您登记。请从列表中选择。')
  if (remark.madeBy !== actor.person && !may(actor.grants, 'life.lead', remark.path))
    return refuse('not-permitted', '登错的，由登记的人或书记、副书记、组织委员、纪检委员删去。')
  await store.removeRemark(tx, remark.id)
  return { id: remark.id }
})

export const remarkRoutes: readonly Route[] = [noteRemark, readRemarks, removeRemark]
