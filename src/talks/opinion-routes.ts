import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { sealedOpinion } from './note.ts'
import { isOwn } from './note-routes.ts'
import * as notes from './note-store.ts'
import { branchFor, noTalk } from './read-routes.ts'
import * as store from './store.ts'

const noOpinion = (): Refusal =>
  refuse('not-found', '没有这条意见建议，或不是您能查看的。请从列表中选择。', { field: 'opinion' })

const stale = (): Refusal => refuse('stale', '这条意见建议刚被改过，没有保存。请刷新后再办理。')

const draftOpinion = route(contract.draftOpinion, async ({ tx, actor, sealed, params, body }) => {
  const talk = await store.talkOf(tx, params.talk)
  if (!talk || !isOwn(talk, actor.person)) return noTalk()
  if (talk.stage !== 'held')
    return refuse('conflict', '这次谈话还没有登记为谈过。请先登记谈过，再记意见建议。', { field: 'talk' })
  if (!isOwn(talk, body.speakerId))
    return refuse('invalid', '意见建议由谈话的两个人提出。请从这两个人里选。', { field: 'speakerId' })
  const id = crypto.randomUUID()
  const content = sealedOpinion(sealed, id, body.text)
  await notes.insertOpinion(tx, {
    id,
    talkId: talk.id,
    unitId: talk.unitId,
    speakerId: body.speakerId,
    content,
  })
  return { id }
})

const dropOpinion = route(contract.dropOpinion, async ({ tx, actor, params }) => {
  const opinion = await notes.opinionOf(tx, params.opinion)
  if (!opinion) return noOpinion()
  if (opinion.agreedOn !== null) return refuse('conflict', '这条意见建议已经转交支委会，不能删去。')
  if (![opinion.draftedBy, opinion.speakerId].includes(actor.person))
    return refuse('not-permitted', '这条意见建议由对方提出并记下。请由对方删去。')
  return (await notes.dropDraft(tx, opinion.id)) ? { id: opinion.id } : stale()
})

const releaseOpinion = route(contract.releaseOpinion, async ({ tx, actor, today, params, body }) => {
  const opinion = await notes.opinionOf(tx, params.opinion)
  const talk = opinion && (await store.talkOf(tx, opinion.talkId))
  if (!opinion || !talk || !isOwn(talk, actor.person)) return noOpinion()
  if (opinion.agreedOn !== null) return refuse('conflict', '这条意见建议已经转交过。')
  const { wording, agreedBy, agreedOn, version } = body
  if (agreedBy === 'speaker' && opinion.speakerId !== actor.person)
    return refuse(
      'not-permitted',
      '意见建议只按本人的表述、由本人同意后转交。本人不登录的，请打印确认单，签字后按纸面同意登记。',
      {
        field: 'agreedBy',
      },
    )
  if (agreedOn > today.toString() || (talk.heldOn !== null && agreedOn < talk.heldOn))
    return refuse('invalid', '同意的日子应在谈话那天到今天之间。', { field: 'agreedOn' })
  return (await notes.changeOpinion(tx, opinion.id, { wording, agreedBy, agreedOn }, version))
    ? { id: opinion.id }
    : stale()
})

const listOpinions = route(contract.listOpinions, async ({ tx, actor, params, query }) => {
  const unit = await branchFor(tx, actor, params.unit, 'talk.read')
  if (isRefusal(unit)) return unit
  const opinions = await notes.releasedOf(tx, unit.id, query.year)
  return { opinions: opinions as unknown as contract.Released[] }
})

const answerOpinion = route(contract.answerOpinion, async ({ tx, actor, today, params, body }) => {
  const opinion = await notes.opinionOf(tx, params.opinion)
  if (!opinion) return noOpinion()
  const unit = await branchFor(tx, actor, opinion.unitId, 'talk.read')
  if (isRefusal(unit)) return unit
  if (opinion.agreedOn === null || !may(actor.grants, 'talk.read', unit.path)) return noOpinion()
  const { outcome, answer, version } = body
  return (await notes.changeOpinion(
    tx,
    opinion.id,
    { outcome, answer, answeredOn: today.toString() },
    version,
  ))
    ? { id: opinion.id }
    : stale()
})

export const opinionRoutes: readonly Route[] = [
  draftOpinion,
  dropOpinion,
  releaseOpinion,
  listOpinions,
  answerOpinion,
]
