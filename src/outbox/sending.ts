import { call, Refused } from '../http/call.ts'
import type { Refusal } from '../kernel/outcome.ts'
import { type NeedJudged, receiveNeeds } from '../needs/contract.ts'
import { syncVisits, type VisitJudged } from '../visits/contract.ts'
import { type Answer, conflictIn } from './answer.ts'
import { type Draft, needsIn, visitIn } from './draft.ts'

/** What became of a draft: taken whole, or why not; or to be sent again as it is. */
export type Sent = { kind: 'sent' } | { kind: 'answer'; answer: Answer } | { kind: 'again' }

/** New visits are written many at once; changes cost the server more each. */
const MOST_NEW = 200
const MOST_CHANGED = 20
/** Below what the server reads of one request. */
const MOST_BYTES = 1_000_000

/**
 * Sends drafts, each of which is judged by itself; a visit goes before the needs told on it. `told` hears of each as soon as it
 * is known. @throws Refused where nothing more can be sent now: no network, no answer, no session.
 */
export const sendAll = async (
  drafts: readonly Draft[],
  told: (id: string, sent: Sent) => Promise<void>,
): Promise<void> => {
  const fresh = inParts(
    drafts.filter(({ version }) => version === null),
    MOST_NEW,
  )
  const changed = inParts(
    drafts.filter(({ version }) => version !== null),
    MOST_CHANGED,
  )
  for (const part of [...fresh, ...changed]) {
    const visits = await judged(
      part.map(visitIn),
      (some) => call(syncVisits, { body: { drafts: [...some] } }) as Promise<{ judged: VisitJudged[] }>,
      lost,
    )
    const held = part.filter(({ id }) => ['taken', 'known', 'merged'].includes(visits.get(id)?.outcome ?? ''))
    const needs = new Map<string, NeedJudged>()
    for (const some of inParts(held.flatMap(needsIn), MOST_NEW))
      for (const [id, each] of await judged(
        some,
        (few) => call(receiveNeeds, { body: { drafts: [...few] } }),
        (id, refusal): NeedJudged => ({ id, outcome: 'refused', number: null, refusal }),
      ))
        needs.set(id, each)
    for (const draft of part) await told(draft.id, become(draft, visits.get(draft.id), needs))
  }
}

const become = (
  draft: Draft,
  visit: VisitJudged | undefined,
  needs: ReadonlyMap<string, NeedJudged>,
): Sent => {
  if (!visit || visit.refusal?.refused === 'stale') return { kind: 'again' }
  const conflict = visit.outcome === 'conflict' ? conflictIn(visit) : null
  if (conflict) return { kind: 'answer', answer: conflict }
  if (visit.outcome === 'refused')
    return refusedAs(visit.refusal?.message ?? '', visit.refusal?.field ?? null, {})
  const faults = draft.needs.flatMap(({ id }) => {
    const refusal = needs.get(id)?.refusal
    return refusal ? [[id, refusal.message] as const] : []
  })
  if (faults.length === 0) return { kind: 'sent' }
  return refusedAs('走访已经收下，有需求没有收下。', 'needs', Object.fromEntries(faults))
}

const refusedAs = (message: string, field: string | null, needs: Readonly<Record<string, string>>): Sent => ({
  kind: 'answer',
  answer: { kind: 'refused', message, field, needs },
})

/** Asks for many at once. Where the request as a whole is refused, each is asked for by itself, so that none holds up another. */
const judged = async <One extends { id: string }, Judged extends { id: string }>(
  some: readonly One[],
  ask: (some: readonly One[]) => Promise<{ judged: Judged[] }>,
  refused: (id: string, refusal: Refusal) => Judged,
): Promise<Map<string, Judged>> => {
  if (some.length === 0) return new Map()
  try {
    const { judged } = await ask(some)
    return new Map(judged.map((each) => [each.id, each]))
  } catch (error) {
    if (!(error instanceof Refused) || isStopped(error.refusal)) throw error
    const [only, ...more] = some
    if (only && more.length === 0) return new Map([[only.id, refused(only.id, error.refusal)]])
    const single = new Map<string, Judged>()
    for (const one of some) for (const [id, each] of await judged([one], ask, refused)) single.set(id, each)
    return single
  }
}

/** Nothing can be sent, whatever it says. */
const isStopped = ({ refused }: Refusal): boolean =>
  refused === 'unavailable' || refused === 'not-signed-in' || refused === 'too-many'

const lost = (id: string, refusal: Refusal): VisitJudged => ({
  id,
  outcome: 'refused',
  version: null,
  theirs: null,
  byName: null,
  clashes: [],
  refusal,
})

const inParts = <One>(all: readonly One[], most: number): One[][] => {
  const parts: One[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const one of all) {
    // A Chinese letter takes three bytes.
    const weight = JSON.stringify(one).length * 3
    const last = parts.at(-1)
    if (last && last.length < most && size + weight <= MOST_BYTES) {
      last.push(one)
      size += weight
    } else {
      parts.push([one])
      size = weight
    }
  }
  return parts
}
