import type { VisitDraft, VisitFields } from './contract.ts'
import { PARTS, type Part } from './kinds.ts'
import type { KeptVisit } from './visit.ts'
import { promisePlace, type Sealing, visitPlace, wordsIn } from './words.ts'

/** A visit as it stands, in the shape in which it is written; null where none was held or its words were taken away. */
export const fieldsOf = (visit: KeptVisit, sealed: Sealing): VisitFields | null => {
  const { heldOn, consent, content, pointId, place } = visit
  if (heldOn === null || consent === null || content === null) return null
  return {
    pointId,
    place,
    heldOn,
    consent,
    visitors: visit.visitors.map(({ id }) => id),
    ...wordsIn(sealed.reveal(content, visitPlace(visit.id))),
    promises: visit.promises.map((promise) => ({
      id: promise.id,
      what: sealed.reveal(promise.content, promisePlace(promise.id)),
      dueOn: promise.dueOn,
      ownerId: promise.ownerId,
    })),
  }
}

/** A draft without what names it, its promises with their owner. */
export const fieldsIn = (draft: Omit<VisitDraft, 'id' | 'version'>, me: string): VisitFields => {
  const { pointId, place, heldOn, visitors, whom, seen, done, consent, promises } = draft
  const owned = promises.map((promise) => ({ ...promise, ownerId: promise.ownerId ?? me }))
  return {
    pointId,
    place: pointId === null ? place : null,
    heldOn,
    visitors,
    whom,
    seen,
    done,
    consent,
    promises: owned,
  }
}

/** One part as a text: two that say the same are the same text, in whatever order. */
const textOf = (fields: VisitFields, part: Part): string => {
  if (part === 'where') return fields.pointId ?? `place ${fields.place ?? ''}`
  if (part === 'visitors') return [...new Set(fields.visitors)].sort().join()
  if (part !== 'promises') return fields[part]
  const sorted = fields.promises.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return JSON.stringify(sorted.map(({ id, what, dueOn, ownerId }) => [id, what, dueOn, ownerId]))
}

export const isSame = (one: VisitFields, other: VisitFields): boolean =>
  PARTS.every((part) => textOf(one, part) === textOf(other, part))

/**
 * What two people made of one visit: a part that one of them changed is taken from her; one that both changed, each otherwise,
 * is a clash, and stays as the others have it until somebody decides. Without a base every difference is a clash.
 */
export const merged = (
  base: VisitFields | null,
  mine: VisitFields,
  theirs: VisitFields,
): { fields: VisitFields; clashes: Part[] } => {
  const differs = (one: VisitFields, other: VisitFields, part: Part) =>
    textOf(one, part) !== textOf(other, part)
  const ours = PARTS.filter((part) => differs(mine, theirs, part) && (!base || differs(mine, base, part)))
  const clashes = ours.filter((part) => !base || differs(theirs, base, part))
  const fields = { ...theirs }
  for (const part of ours)
    if (!clashes.includes(part))
      Object.assign(
        fields,
        part === 'where' ? { pointId: mine.pointId, place: mine.place } : { [part]: mine[part] },
      )
  return { fields, clashes }
}
