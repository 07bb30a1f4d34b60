import { faultOf } from '../http/faults.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { syncVisits, type VisitFields, type VisitJudged, VisitSent } from './contract.ts'
import { draftFault, isHers, type Known } from './draft.ts'
import { fieldsIn, fieldsOf, isSame, merged } from './merge.ts'
import { enter, knownOf, rewrite } from './recording-jobs.ts'
import * as refusals from './refusals.ts'
import { afterwards } from './revision-jobs.ts'
import { type KeptRevision, revisionsOf } from './revision-store.ts'
import type { KeptVisit } from './visit.ts'

type Syncing = Asked<typeof syncVisits>

/** What is found of one draft before anything is written. */
type Finding =
  | { kind: 'judged'; judged: VisitJudged }
  | { kind: 'fresh'; draft: VisitSent }
  | { kind: 'change'; draft: VisitSent; before: KeptVisit; merges: boolean }

/** Drafts as they come from a device's outbox: each judged by itself; the new ones written in as many statements as one. */
const sync = route(syncVisits, async (asked) => {
  const { body } = asked
  const sent = [...new Map(body.drafts.map((draft) => [draft.id, draft])).values()]
  const read = sent.map(({ id, ...draft }) => ({ id, parsed: VisitSent.safeParse({ id, ...draft }) }))
  const ids = sent.map(({ id }) => id)
  const writings = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data.revision] : []))
  const [known, revisions] = await lookedUp(asked, ids, writings)
  const findings = read.map(({ id, parsed }): Finding => {
    if (!parsed.success) return refused(id, faultOf(parsed.error))
    return find(asked, parsed.data, known, revisions.get(id) ?? [])
  })

  const fresh = findings.flatMap((found) => (found.kind === 'fresh' ? [found.draft] : []))
  const entered = await enter(
    asked,
    fresh.map(drafted),
    known,
    new Map(fresh.map(({ id, revision }) => [id, revision])),
  )
  // Sent twice at one moment: what the other sending has written meanwhile is found as if it had come before.
  const lost = fresh.filter(({ id }) => !entered.has(id))
  const [since, writtenSince] =
    lost.length === 0
      ? [known, revisions]
      : await lookedUp(
          asked,
          lost.map(({ id }) => id),
          lost.map(({ revision }) => revision),
        )
  const judged: VisitJudged[] = []
  for (const found of findings)
    judged.push(
      found.kind === 'fresh' && !entered.has(found.draft.id)
        ? await written(
            asked,
            find(asked, found.draft, since, writtenSince.get(found.draft.id) ?? []),
            entered,
            since,
          )
        : await written(asked, found, entered, known),
    )
  return { judged }
})

/** What there is of these visits, and of these writings of them. */
const lookedUp = async (asked: Syncing, ids: readonly string[], writings: readonly string[]) =>
  [
    await knownOf(asked, ids),
    Map.groupBy(await revisionsOf(asked.tx, ids, writings), ({ visitId }) => visitId),
  ] as const

const find = (
  asked: Syncing,
  draft: VisitSent,
  known: Known,
  revisions: readonly KeptRevision[],
): Finding => {
  const { actor, sealed, today } = asked
  const { id } = draft
  const before = known.visits.get(id)
  if (before && revisions.some((revision) => revision.id === draft.revision))
    return judgedAs(id, 'known', before.version)
  const theirs = before ? fieldsOf(before, sealed) : null
  if (before?.stage !== 'held' || theirs === null || !isHers(before, actor.person)) {
    const fault = draftFault(before ? draft : { ...draft, version: null }, known, today.toString())
    if (fault) return refused(id, fault)
    return before ? { kind: 'change', draft, before, merges: false } : { kind: 'fresh', draft }
  }
  const mine = fieldsIn(draft, actor.person)
  const base = baseOf(asked, draft, revisions)
  const { fields, clashes } = merged(base, mine, theirs)
  if (clashes.length > 0) {
    const byName = revisions.at(-1)?.madeByName ?? before.recordedByName
    return {
      kind: 'judged',
      judged: { ...plain(id, 'conflict', before.version), theirs, clashes, byName },
    }
  }
  if (isSame(fields, theirs)) return judgedAs(id, 'known', before.version)
  const change = { ...draft, ...fields, version: before.version }
  const fault = draftFault(change, known, today.toString())
  if (fault) return refused(id, fault)
  return { kind: 'change', draft: change, before, merges: base !== null && !isSame(base, theirs) }
}

/** What the writer began with: what she opened; of a visit that is new to her, what she sent first. */
const baseOf = (asked: Syncing, draft: VisitSent, revisions: readonly KeptRevision[]): VisitFields | null => {
  if (draft.base) return fieldsIn(draft.base, asked.actor.person)
  const [first] = revisions
  return first ? afterwards(asked, first) : null
}

const written = async (
  asked: Syncing,
  found: Finding,
  entered: ReadonlySet<string>,
  known: Known,
): Promise<VisitJudged> => {
  if (found.kind === 'judged') return found.judged
  const { id } = found.draft
  if (found.kind === 'fresh')
    return entered.has(id)
      ? plain(id, 'taken', 1)
      : {
          ...plain(id, 'refused', null),
          refusal: refuse('conflict', '这次走访的编号已经用过。请导出后重新登记一次。'),
        }
  const { draft, before, merges } = found
  if (!(await rewrite(asked, drafted(draft), before, known, draft.revision)))
    return { ...plain(id, 'refused', null), refusal: refusals.stale() }
  return plain(id, merges ? 'merged' : 'taken', before.version + 1)
}

const drafted = ({ revision, base, ...draft }: VisitSent) => draft

const plain = (id: string, outcome: VisitJudged['outcome'], version: number | null): VisitJudged => ({
  id,
  outcome,
  version,
  theirs: null,
  byName: null,
  clashes: [],
  refusal: null,
})

const judgedAs = (id: string, outcome: VisitJudged['outcome'], version: number): Finding => ({
  kind: 'judged',
  judged: plain(id, outcome, version),
})

const refused = (id: string, refusal: Refusal): Finding => ({
  kind: 'judged',
  judged: { ...plain(id, 'refused', null), refusal },
})

export const syncRoutes: readonly Route[] = [sync]
