import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { digestOf, LINK_DAYS, newToken } from './answer-link-jobs.ts'
import { type Deed, type Desk, held, isHers, matterOf, writeStep } from './asking-jobs.ts'
import { settleDue } from './clock-jobs.ts'
import { barsOutcome, canBeTold, handled, isToldAtOnce, toldWords } from './closing.ts'
import * as contract from './closing-contract.ts'
import { endAnswerLinks, handlersOf, insertAnswer, keepAnswerLink } from './closing-store.ts'
import { OUTCOME_NAMES } from './kinds.ts'
import { type Matter, NEVER } from './matter.ts'
import { isHereafter, notHers, notLetIn, stale } from './refusals.ts'
import { changeNeed } from './store.ts'
import type { ToldWay } from './told.ts'
import { NeedWords } from './words.ts'
import { keepWords, readingOf } from './words-jobs.ts'

const askerIn = (desk: Desk, matter: Matter) => {
  const whole = readingOf(desk, matter).whole()
  return whole === null ? null : NeedWords.parse(JSON.parse(whole)).asker
}

/** A new link to her answer. Its token is in the answer alone; behind #, no log keeps it. */
const newLink = async (desk: Desk, needId: string): Promise<string> => {
  const token = newToken()
  const madeOn = desk.today.toString()
  const expiresOn = day(madeOn).add({ days: LINK_DAYS }).toString()
  await keepAnswerLink(desk.tx, { needId, digest: digestOf(token), madeOn, expiresOn })
  return `/answer#${token}`
}

/** Told and closed, as the record knows it. */
const toldAndClosed = (told: ToldWay | null, onDay: string, text = ''): readonly [Deed, Deed] => [
  {
    kind: 'told',
    onDay,
    text: told ? toldWords(told, text) : `本人没有留下联系方式，无法告知${text && `：${text}`}`,
  },
  { kind: 'closed', onDay },
]

const resolve = route(contract.resolveNeed, async (asked) => {
  const { tx, params, body, today, actor } = asked
  const { outcome, text, onDay, told, version } = body
  if (onDay > today.toString()) return isHereafter('onDay', onDay)
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (onDay < matter.receivedOn) return isBefore()
  const barred = barsOutcome(matter, outcome)
  if (barred) return barred
  if (told === null && isToldAtOnce(matter, outcome) && canBeTold(matter, askerIn(asked, matter)))
    return refuse('invalid', '解答咨询和本人撤回的，当时就告知了。请选怎么告知的。', { field: 'told' })
  const byName = (await nameOf(tx, actor.person)) ?? ''
  const taken = await held(asked, matter.id, version, {
    outcome,
    resolvedOn: onDay,
    ...(matter.ownerId ? {} : { ownerId: actor.person, ownerName: byName }),
    ...(told ? { state: 'closed', toldOn: onDay, closedOn: onDay, dueOn: NEVER } : { state: 'resolved' }),
  })
  if (isRefusal(taken)) return taken
  const resolved: Deed = { kind: 'resolved', text: `${OUTCOME_NAMES[outcome]}：${text}`, onDay }
  await writeStep(asked, taken, resolved, ...(told ? toldAndClosed(told, onDay) : []))
  if (!told) await settleDue(asked, taken.id)
  return { version: taken.version, link: told === 'link' ? await newLink(asked, taken.id) : null }
})

const tell = route(contract.tellResult, async (asked) => {
  const { tx, params, body, today } = asked
  const { told, onDay, text, version } = body
  if (onDay > today.toString()) return isHereafter('onDay', onDay)
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (matter.resolvedOn === null)
    return refuse('conflict', '这件需求还没有办理结果。请先登记结果，再告知本人。')
  if (onDay < matter.resolvedOn)
    return refuse('invalid', '告知的日期在办理完毕之前。请核对日期。', { field: 'onDay' })
  if (told === null && canBeTold(matter, askerIn(asked, matter)))
    return refuse('conflict', '还没有告知本人，不能办结。请先告知，再登记怎么告知的。', { field: 'told' })
  const taken = await held(asked, matter.id, version, {
    state: 'closed',
    closedOn: onDay,
    dueOn: NEVER,
    ...(told ? { toldOn: onDay } : {}),
  })
  if (isRefusal(taken)) return taken
  await writeStep(asked, taken, ...toldAndClosed(told, onDay, text))
  return { version: taken.version, link: told === 'link' ? await newLink(asked, taken.id) : null }
})

const makeLink = route(contract.makeAnswerLink, async (asked) => {
  const matter = await settled(asked, asked.params.need)
  if (isRefusal(matter)) return matter
  if (!isHers(asked.actor, matter)) return notHers()
  if (!(await changeNeed(asked.tx, matter.id, asked.body.version))) return stale()
  await writeStep(asked, matter, { kind: 'link-made' })
  return { version: asked.body.version + 1, link: await newLink(asked, matter.id) }
})

/** Her answer by phone, taken down by somebody who did not handle the matter. */
const answer = route(contract.takeAnswer, async (asked) => {
  const { tx, params, body, today, actor } = asked
  if (body.onDay > today.toString()) return isHereafter('onDay', body.onDay)
  const matter = await settled(asked, params.need)
  if (isRefusal(matter)) return matter
  if (handled(matter, actor.person, await handlersOf(tx, matter.id)))
    return refuse('not-permitted', '您承办或协办过这件需求，本人的答复请由没有参与办理的同事回访登记。')
  if (!may(actor.grants, 'need.read', matter.unitPath))
    return refuse('not-permitted', '回访由接待部门没有参与办理的同事登记。')
  if (body.onDay < (matter.toldOn ?? '')) return isBefore()
  if (!(await changeNeed(tx, matter.id, body.version))) return stale()
  const id = crypto.randomUUID()
  const { solved, satisfied, text, onDay } = body
  const content = text === '' ? null : await keepWords(asked, matter, id, text)
  const takenByName = (await nameOf(tx, actor.person)) ?? ''
  const by = { takenBy: actor.person, takenByName }
  await insertAnswer(tx, {
    id,
    needId: matter.id,
    way: 'phone',
    answeredOn: onDay,
    ...by,
    solved,
    satisfied,
    content,
  })
  await writeStep(asked, matter, { kind: 'answered', onDay, ...(text ? { text } : {}) })
  return { version: body.version + 1 }
})

const reopen = route(contract.reopenNeed, async (asked) => {
  const { tx, params, body } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!isHers(asked.actor, matter)) return notHers()
  if (matter.sensitive && !matter.apart) return notLetIn()
  if (matter.apart?.sealedOn) return refuse('conflict', '这件需求已经封存归档，不能重新办理。请另行登记。')
  if (matter.resolvedOn === null) return refuse('conflict', '这件需求还在办理中，不用重新办理。')
  const again = { state: 'handling', outcome: null, resolvedOn: null, toldOn: null, closedOn: null }
  if (!(await changeNeed(tx, matter.id, body.version, again))) return stale()
  // What she would answer to holds no longer; she is told anew.
  await endAnswerLinks(tx, matter.id)
  await writeStep(asked, matter, { kind: 'reopened', text: body.text })
  await settleDue(asked, matter.id)
  return { version: body.version + 1 }
})

/** A matter that she has been told of, whether or not it is closed since. */
const settled = async (desk: Desk, id: string): Promise<Matter | Refusal> => {
  const matter = await matterOf(desk.tx, id)
  if (isRefusal(matter)) return matter
  if (matter.sensitive && !matter.apart) return notLetIn()
  if (matter.apart?.sealedOn) return refuse('conflict', '这件需求已经封存归档，不再收答复。')
  if (matter.toldOn === null) return refuse('conflict', '还没有告知本人。告知以后，才请本人答复。')
  return matter
}

const isBefore = (): Refusal => refuse('invalid', '日期在接收或告知之前。请核对日期。', { field: 'onDay' })

export const closingRoutes: readonly Route[] = [resolve, tell, makeLink, answer, reopen]
