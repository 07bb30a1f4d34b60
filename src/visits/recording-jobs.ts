import { cadresOn } from '../needs/store.ts'
import { pointNames } from './contact-store.ts'
import type { VisitDraft } from './contract.ts'
import { isChanged, type Known, rowsOf } from './draft.ts'
import { changePromise, insertPromises, removePromises } from './promise-store.ts'
import { type Desk, keepRevisions } from './revision-jobs.ts'
import { changeVisit, insertVisitors, insertVisits, removeVisitors, visitsByIds } from './store.ts'
import type { KeptVisit } from './visit.ts'

/** What drafts with these ids are judged by, in three statements however many they are. */
export const knownOf = async (
  { tx, actor, today }: Pick<Desk, 'tx' | 'actor' | 'today'>,
  ids: readonly string[],
): Promise<Known> => {
  const cadres = await cadresOn(tx, today.toString())
  return {
    me: actor.person,
    cadres: new Map(cadres.map(({ id, name }) => [id, name])),
    points: await pointNames(tx),
    visits: await visitsByIds(tx, ids),
  }
}

/** Enters visits that are new, in four statements however many they are. Those whose id somebody else holds are not entered. */
export const enter = async (
  desk: Desk,
  drafts: readonly VisitDraft[],
  known: Known,
  /** The ids that a device gave its writings, by the visit's. */
  revisions: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlySet<string>> => {
  const { tx, sealed, today } = desk
  const rows = drafts.map((draft) => rowsOf(draft, known, sealed, today.toString()))
  const entered = await insertVisits(
    tx,
    rows.map(({ visit }) => visit),
  )
  const ours = rows.filter(({ visit }) => entered.has(visit.id))
  await insertVisitors(
    tx,
    ours.flatMap(({ visitors }) => visitors),
  )
  await insertPromises(
    tx,
    ours.flatMap(({ promises }) => promises),
  )
  await keepRevisions(
    desk,
    drafts.flatMap((draft) => (entered.has(draft.id) ? [{ draft, revision: revisions.get(draft.id) }] : [])),
    known,
  )
  return entered
}

/** Writes a draft over the visit that was planned, or recorded otherwise; false where somebody else was quicker. */
export const rewrite = async (
  desk: Desk,
  draft: VisitDraft,
  before: KeptVisit,
  known: Known,
  revision?: string,
): Promise<boolean> => {
  const { tx, sealed, today, actor } = desk
  const { visit, visitors, promises } = rowsOf(draft, known, sealed, today.toString())
  const { id, ...change } = visit
  // Who tells of a planned visit is its recorder from then on.
  const recorder = before.stage === 'planned' ? { recordedBy: actor.person } : {}
  if (!(await changeVisit(tx, id, before.version, { ...change, ...recorder }))) return false
  await insertVisitors(tx, visitors)
  const kept = new Set(draft.promises.map((promise) => promise.id))
  await removePromises(
    tx,
    before.promises.flatMap((each) => (kept.has(each.id) || each.doneOn ? [] : [each.id])),
  )
  await insertPromises(tx, promises)
  for (const [i, promise] of draft.promises.entries()) {
    const old = before.promises.find(({ id }) => id === promise.id)
    if (!old || !isChanged(promise, before, sealed)) continue
    const { content, dueOn, ...owner } = promises[i]!
    const { ownerId, ownerName } = promise.ownerId === null ? old : owner
    await changePromise(tx, old.id, old.version, { content, dueOn, ownerId, ownerName })
  }
  await keepRevisions(desk, [{ draft, before, revision }], known)
  // At the end: who leaves the visit may no more write about it.
  await removeVisitors(tx, id, draft.visitors)
  return true
}
