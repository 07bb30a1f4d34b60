import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { VisitDraft } from './contract.ts'
import * as refusals from './refusals.ts'
import type { KeptVisit, NewPromise, NewVisit, NewVisitor } from './visit.ts'
import { promisePlace, type Sealing, textOf, visitPlace } from './words.ts'

/** What drafts are judged by: who writes, and what is known already. */
export type Known = {
  me: string
  /** The organ's cadres of today, by id. */
  cadres: ReadonlyMap<string, string>
  /** The names of contact points, by id. */
  points: ReadonlyMap<string, string>
  /** The visits that were sent before, or planned, by id. */
  visits: ReadonlyMap<string, KeptVisit>
}

/** Whether this person may write a visit: she made it, or recorded it. */
export const isHers = (visit: Pick<KeptVisit, 'recordedBy' | 'visitors'>, person: string): boolean =>
  visit.recordedBy === person || visit.visitors.some(({ id }) => id === person)

/** Why a draft cannot be taken as it is; null where it can. */
export const draftFault = (draft: VisitDraft, known: Known, today: string): Refusal | null =>
  placeFault(draft, known) ??
  dayFault(draft, today) ??
  peopleFault(draft, known) ??
  consentFault(draft) ??
  standingFault(draft, known)

const placeFault = ({ pointId, place }: VisitDraft, { points }: Known): Refusal | null => {
  if (pointId !== null) return points.has(pointId) ? null : refusals.noPoint()
  return place ? null : refusals.nowhere()
}

const dayFault = ({ heldOn, promises }: VisitDraft, today: string): Refusal | null => {
  if (heldOn > today) return refusals.isHereafter('heldOn', heldOn)
  const early = promises.findIndex(({ dueOn }) => dueOn !== null && dueOn < heldOn)
  return early < 0
    ? null
    : refuse('invalid', '答应办的日期在走访之前。请改为走访当天或以后的日期。', {
        field: `promises.${early}.dueOn`,
      })
}

const peopleFault = ({ id, visitors, promises }: VisitDraft, known: Known): Refusal | null => {
  // Who has left since stays on the visits that she made.
  const before = known.visits.get(id)
  const stays = (person: string) =>
    known.cadres.has(person) ||
    before?.visitors.some((visitor) => visitor.id === person) ||
    before?.promises.some(({ ownerId }) => ownerId === person)
  if (!visitors.every(stays)) return refusals.noCadre('visitors')
  const astray = promises.findIndex(({ ownerId }) => ownerId !== null && !stays(ownerId))
  return astray < 0 ? null : refusals.noCadre(`promises.${astray}.ownerId`)
}

// 个人信息保护法 art. 13, 14: who refuses is not written down by name.
const consentFault = ({ consent, whom }: VisitDraft): Refusal | null =>
  consent === 'refused' && whom
    ? refuse('invalid', '本人不同意记录的，不写见了谁。请清空这一项，只记走访本身。', { field: 'whom' })
    : null

const standingFault = ({ id, version }: VisitDraft, { visits, me }: Known): Refusal | null => {
  const before = visits.get(id)
  if (!before) return null
  if (!isHers(before, me)) return refusals.notHers()
  if (before.stage === 'withdrawn') return refusals.isWithdrawn()
  return before.version === version ? null : refusals.stale()
}

/** Whether the visit stands as the draft says: then it was sent before, and nothing is to be done. */
export const isKept = (draft: VisitDraft, visit: KeptVisit, sealed: Sealing): boolean =>
  visit.stage === 'held' &&
  visit.heldOn === draft.heldOn &&
  visit.pointId === draft.pointId &&
  visit.place === placeOf(draft) &&
  visit.consent === draft.consent &&
  visit.content !== null &&
  sealed.reveal(visit.content, visitPlace(visit.id)) === textOf(draft) &&
  sameIds(draft.visitors, visit.visitors) &&
  sameIds(
    draft.promises.map(({ id }) => id),
    visit.promises,
  ) &&
  draft.promises.every((each) => !isChanged(each, visit, sealed))

/** Whether a promise of the draft stands otherwise in the visit, or is not there. What is done already stays as it was. */
export const isChanged = (
  { id, what, dueOn, ownerId }: VisitDraft['promises'][number],
  visit: KeptVisit,
  sealed: Sealing,
): boolean => {
  const before = visit.promises.find((promise) => promise.id === id)
  if (!before) return true
  return (
    before.doneOn === null &&
    (before.dueOn !== dueOn ||
      (ownerId !== null && before.ownerId !== ownerId) ||
      sealed.reveal(before.content, promisePlace(id)) !== what)
  )
}

const sameIds = (ids: readonly string[], kept: readonly { id: string }[]): boolean =>
  new Set(ids).size === kept.length && kept.every(({ id }) => ids.includes(id))

const placeOf = ({ pointId, place }: VisitDraft): string | null => (pointId === null ? place : null)

/** The rows of a draft, its words sealed. */
export const rowsOf = (
  draft: VisitDraft,
  known: Known,
  sealed: Sealing,
  today: string,
): { visit: NewVisit; visitors: NewVisitor[]; promises: NewPromise[] } => {
  const before = known.visits.get(draft.id)
  const nameOf = (person: string) =>
    known.cadres.get(person) ?? before?.visitors.find(({ id }) => id === person)?.name ?? ''
  return {
    visit: {
      id: draft.id,
      pointId: draft.pointId,
      place: placeOf(draft),
      stage: 'held',
      plannedOn: before?.plannedOn ?? null,
      heldOn: draft.heldOn,
      consent: draft.consent,
      content: sealed.conceal(textOf(draft), visitPlace(draft.id)),
      recordedOn: before?.recordedOn ?? today,
      recordedByName: before?.stage === 'held' ? before.recordedByName : nameOf(known.me),
    },
    visitors: [...new Set(draft.visitors)].map((personId) => ({
      visitId: draft.id,
      personId,
      personName: nameOf(personId),
    })),
    promises: draft.promises.map(({ id, what, dueOn, ownerId }) => ({
      id,
      visitId: draft.id,
      content: sealed.conceal(what, promisePlace(id)),
      dueOn,
      ownerId: ownerId ?? known.me,
      ownerName: nameOf(ownerId ?? known.me),
    })),
  }
}
