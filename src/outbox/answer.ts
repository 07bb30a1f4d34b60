import type { VisitFields, VisitJudged } from '../visits/contract.ts'
import { type Draft, newId } from './draft.ts'

export type Part = VisitJudged['clashes'][number]

/** What the server said of a draft that it did not take whole. */
export type Answer =
  | { kind: 'refused'; message: string; field: string | null; needs: Readonly<Record<string, string>> }
  | { kind: 'conflict'; theirs: VisitFields; version: number; byName: string; clashes: readonly Part[] }

export type Choice = 'mine' | 'theirs' | 'both'

/** Parts of which both writings can be kept, one after the other. */
const JOINED = ['whom', 'seen', 'done', 'visitors', 'promises'] as const satisfies readonly Part[]
export const isJoinable = (part: Part): boolean => JOINED.some((each) => each === part)

export const conflictIn = ({ theirs, version, byName, clashes }: VisitJudged): Answer | null =>
  theirs && version ? { kind: 'conflict', theirs, version, byName: byName ?? '同事', clashes } : null

/** The draft once the person has decided on every part that both changed: written anew on top of what stands there now. */
export const settled = (
  draft: Draft,
  { theirs, version }: Extract<Answer, { kind: 'conflict' }>,
  choices: Readonly<Partial<Record<Part, Choice>>>,
): Draft => {
  const next: Draft = { ...draft, revision: newId(), base: theirs, version }
  const others = partsOf(theirs)
  // What she did not change herself is as the others have it.
  for (const part of Object.keys(others) as Part[]) {
    const choice = choices[part]
    const hers = choice ?? (changedHere(draft, part) ? 'mine' : 'theirs')
    if (hers === 'theirs') Object.assign(next, others[part])
    if (hers === 'both') Object.assign(next, joined(draft, theirs, part))
  }
  return next
}

const partsOf = (theirs: VisitFields): Record<Part, Partial<Draft>> => ({
  where: { pointId: theirs.pointId, place: theirs.place ?? '' },
  heldOn: { heldOn: theirs.heldOn },
  visitors: { visitors: theirs.visitors },
  whom: { whom: theirs.whom },
  seen: { seen: theirs.seen },
  done: { done: theirs.done },
  consent: { consent: theirs.consent },
  promises: { promises: theirs.promises.map((each) => ({ ...each, dueOn: each.dueOn ?? '' })) },
})

const changedHere = (draft: Draft, part: Part): boolean => {
  if (!draft.base) return true
  const before = partsOf(draft.base)[part]
  return Object.entries(before).some(
    ([name, value]) => JSON.stringify(draft[name as keyof Draft]) !== JSON.stringify(value),
  )
}

const joined = (draft: Draft, theirs: VisitFields, part: Part): Partial<Draft> => {
  if (part === 'visitors') return { visitors: [...new Set([...theirs.visitors, ...draft.visitors])] }
  if (part === 'promises') {
    const others = partsOf(theirs).promises.promises ?? []
    const known = new Set(others.map(({ id }) => id))
    return { promises: [...others, ...draft.promises.filter(({ id }) => !known.has(id))] }
  }
  if (part === 'whom' || part === 'seen' || part === 'done')
    return { [part]: `${theirs[part]}\n${draft[part]}` }
  return {}
}
