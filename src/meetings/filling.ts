import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Filled } from './contract.ts'
import type { Standing } from './expected.ts'
import { EMPTY_DRAFT, type Held } from './held.ts'

/** What a form sent, stripped to what is kept apart from the head of the meeting. */
export const draftOf = ({ agenda, attendance, resolutions, followUps, returns }: Filled) => ({
  agenda,
  attendance: attendance.filter(({ state }) => state !== 'not-stated'),
  resolutions,
  followUps,
  returns,
})

/** The form that a draft would send again unchanged; two of them are compared where two people wrote. */
export const filledOf = (held: Held): Filled => ({
  title: held.title,
  heldOn: held.heldOn,
  startsAt: held.startsAt,
  endsAt: held.endsAt,
  place: held.place,
  guests: held.guests,
  hostId: held.hostId,
  recorderId: held.recorderId,
  parts: held.parts,
  returns: [],
  ...(held.draft ?? EMPTY_DRAFT),
})

/** Why the form does not hang together: an item in a part that is not there, a person twice, a follow-up that is not open. */
export const incoherent = (
  { parts, agenda, attendance, resolutions, returns }: Filled,
  open: readonly { followUpId: string }[],
): Refusal | null => {
  const lost = [...agenda, ...resolutions].find(({ part }) => part > parts.length)
  if (lost)
    return refuse(
      'invalid',
      `有内容归在第 ${lost.part} 部分，而会议只有 ${parts.length} 部分。请重新选择。`,
      {
        field: 'parts',
      },
    )
  const known = new Set(open.map(({ followUpId }) => followUpId))
  if (
    returns.some(({ followUpId }) => !known.has(followUpId)) ||
    new Set(returns.map(({ followUpId }) => followUpId)).size < returns.length
  )
    return refuse('invalid', '「回头看」里有事项不是本组织以前会议的未办事项，或写了两次。请刷新后再填。', {
      field: 'returns',
    })
  const seen = new Set(attendance.map(({ personId }) => personId))
  return seen.size === attendance.length
    ? null
    : refuse('invalid', '到会情况里有人出现了两次。请去掉一处。', { field: 'attendance' })
}

/** The meeting with what the form says in place of what it held. */
export const refilled = (held: Held, filled: Filled): Held => {
  const { title, heldOn, startsAt, endsAt, place, guests, hostId, recorderId, parts } = filled
  const head = { title, heldOn, startsAt, endsAt, place, guests, hostId, recorderId, parts }
  return { ...held, ...head, draft: draftOf(filled) }
}

/** Host, recorder and lecturers with their names; refused where someone is named who is nobody to the reader. */
export const named = (held: Held, before: Held, standings: readonly Standing[]): Held | Refusal => {
  const known = new Map(standings.map(({ personId, name }) => [personId, name]))
  // Someone who has since moved away keeps the name under which the meeting already knows her.
  if (before.hostId && before.hostName && !known.has(before.hostId)) known.set(before.hostId, before.hostName)
  if (before.recorderId && before.recorderName && !known.has(before.recorderId))
    known.set(before.recorderId, before.recorderName)

  const asked = [
    { field: 'hostId', id: held.hostId },
    { field: 'recorderId', id: held.recorderId },
    ...held.parts.map(({ lecturerId }) => ({ field: 'lecturerId', id: lecturerId })),
    ...(held.draft ?? EMPTY_DRAFT).attendance.map(({ personId }) => ({ field: 'attendance', id: personId })),
    ...(held.draft ?? EMPTY_DRAFT).followUps.map(({ ownerId }) => ({ field: 'ownerId', id: ownerId })),
  ]
  const stranger = asked.find(({ id }) => id !== null && !known.has(id))
  if (stranger)
    return refuse('not-found', '所选的人不在您能查看的名册里。请从名册中重新选人。', {
      field: stranger.field,
    })
  const nameOf = (id: string | null) => (id === null ? null : (known.get(id) ?? null))
  return {
    ...held,
    hostName: nameOf(held.hostId),
    recorderName: nameOf(held.recorderId),
    parts: held.parts.map((part) =>
      part.lecturerId === null ? part : { ...part, lecturerName: nameOf(part.lecturerId) },
    ),
  }
}
