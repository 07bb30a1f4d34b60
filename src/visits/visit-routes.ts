import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { mayAnywhere } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { needsOfVisits } from '../needs/visit-store.ts'
import * as contract from './contract.ts'
import { draftFault, isHers, isKept } from './draft.ts'
import { removePromises } from './promise-store.ts'
import { enter, knownOf, rewrite } from './recording-jobs.ts'
import * as refusals from './refusals.ts'
import { forgetRevisions } from './revision-store.ts'
import { changeVisit, visitLines, visitsByIds } from './store.ts'
import type { KeptVisit } from './visit.ts'
import { promisePlace, visitPlace, wordsIn } from './words.ts'

const list = route(contract.listVisits, async ({ tx, actor, query }) => {
  const { scope, stage, point, after, limit } = query
  const all = scope === 'all' && mayAnywhere(actor.grants, 'visit.read')
  const rows = await visitLines(tx, {
    person: all ? null : actor.person,
    stage: stage ?? null,
    point: point ?? null,
    after: afterIn(after),
    limit,
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { visits: rows.slice(0, limit), next: last ? `${last.onDay}_${last.id}` : null }
})

const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/
const afterIn = (text: string | undefined): { on: string; id: string } | null => {
  const [, on, id] = AFTER.exec(text ?? '') ?? []
  return on && id ? { on, id } : null
}

const read = route(contract.readVisit, async ({ tx, actor, sealed, params }) => {
  const visit = await visitOf(tx, params.visit)
  if (isRefusal(visit)) return visit
  const needs = await needsOfVisits(tx, [visit.id])
  return { ...shownOf(visit, sealed), needs, hers: isHers(visit, actor.person) }
})

export const visitOf = async (tx: Acting, id: string): Promise<KeptVisit | Refusal> =>
  (await visitsByIds(tx, [id])).get(id) ?? refusals.noVisit()

/** The visit with its words. */
export const shownOf = ({ content, pointName, promises, ...visit }: KeptVisit, sealed: Sealed) => ({
  ...visit,
  where: pointName ?? visit.place ?? '',
  words: content && wordsIn(sealed.reveal(content, visitPlace(visit.id))),
  promises: promises.map(({ content, ...promise }) => ({
    ...promise,
    what: sealed.reveal(content, promisePlace(promise.id)),
  })),
})

/** Takes drafts, all or none; one that was sent before is left as it stands. */
const record = route(contract.recordVisits, async (asked) => {
  const { body, sealed, today } = asked
  const known = await knownOf(
    asked,
    body.drafts.map(({ id }) => id),
  )
  const fresh: contract.VisitDraft[] = []
  const changed: [contract.VisitDraft, KeptVisit][] = []
  for (const [i, draft] of body.drafts.entries()) {
    const before = known.visits.get(draft.id)
    if (before && isKept(draft, before, sealed)) continue
    const fault = draftFault(draft, known, today.toString())
    if (fault) return { ...fault, field: `drafts.${i}.${fault.field ?? 'id'}` }
    if (before) changed.push([draft, before])
    else fresh.push(draft)
  }
  const entered = await enter(asked, fresh, known)
  // Sent twice at one moment: what the other sending has written meanwhile is as good as sent before.
  const lost = fresh.filter(({ id }) => !entered.has(id))
  const meanwhile = await visitsByIds(
    asked.tx,
    lost.map(({ id }) => id),
  )
  for (const draft of lost) {
    const kept = meanwhile.get(draft.id)
    if (!kept || !isKept(draft, kept, sealed))
      return refuse('conflict', '这次走访的编号已经用过。请重新登记一次。')
  }
  for (const [draft, before] of changed)
    if (!(await rewrite(asked, draft, before, known))) return refusals.stale()
  const versionOf = (id: string) =>
    (known.visits.get(id)?.version ?? 1) + (changed.some(([draft]) => draft.id === id) ? 1 : 0)
  return { visits: body.drafts.map(({ id }) => ({ id, version: versionOf(id) })) }
})

/** The visit for acting on it: refused to who neither made nor recorded it, and after its withdrawal. */
export const heldVisit = async (
  { tx, actor }: Pick<Asked<typeof contract.readVisit>, 'tx' | 'actor'>,
  id: string,
): Promise<KeptVisit | Refusal> => {
  const visit = await visitOf(tx, id)
  if (isRefusal(visit)) return visit
  if (!isHers(visit, actor.person)) return refusals.notHers()
  return visit.stage === 'withdrawn' ? refusals.isWithdrawn() : visit
}

const withdraw = route(contract.withdrawVisit, async (asked) => {
  const { tx, params, body } = asked
  const visit = await heldVisit(asked, params.visit)
  if (isRefusal(visit)) return visit
  // 个人信息保护法 art. 47: where she takes her consent back, what was written of her goes.
  const forgotten = body.because === 'asked-by-her' ? { content: null } : {}
  if (body.because === 'asked-by-her') {
    await removePromises(
      tx,
      visit.promises.map(({ id }) => id),
    )
    await forgetRevisions(tx, visit.id)
  }
  const change = { stage: 'withdrawn' as const, withdrawnBecause: body.because, ...forgotten }
  if (!(await changeVisit(tx, visit.id, body.version, change))) return refusals.stale()
  return { version: body.version + 1 }
})

export const ownVisitRoutes: readonly Route[] = [list, read, record, withdraw]
