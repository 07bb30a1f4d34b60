import type { Attendance, Filled, Meeting } from './contract.ts'
import { countsOf } from './counts.ts'

/** A meeting as its form begins. Everyone expected is listed, so that each may be stated. */
export const formOf = (meeting: Meeting): Filled => ({
  title: meeting.title,
  heldOn: meeting.heldOn,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  guests: meeting.guests,
  hostId: meeting.hostId,
  recorderId: meeting.recorderId,
  parts: meeting.parts,
  agenda: meeting.agenda,
  attendance: meeting.attendance.map(({ personId, state, reason }) => ({ personId, state, reason })),
  resolutions: meeting.resolutions.map(({ part, text, approve, oppose, abstain }) => ({
    part,
    text,
    approve,
    oppose,
    abstain,
  })),
  followUps: meeting.followUps.map(({ what, ownerId, dueOn }) => ({ what, ownerId, dueOn })),
  returns: meeting.returns.flatMap(({ followUpId, outcome, note, dueOn }) =>
    outcome === null ? [] : [{ followUpId, outcome, note, dueOn }],
  ),
})

/** What may be kept of a form at this moment: lines that were begun and not worded yet are left out. */
export const savable = (form: Filled): Filled => ({
  ...form,
  endsAt: form.endsAt || null,
  place: form.place || null,
  guests: form.guests || null,
  agenda: form.agenda
    .filter(({ title }) => title.trim() !== '')
    .map((item) => ({ ...item, points: item.points || null, differing: item.differing || null })),
  resolutions: form.resolutions.filter(({ text }) => text.trim() !== ''),
  followUps: form.followUps.filter(({ what }) => what.trim() !== ''),
})

type Person = Meeting['attendance'][number]

/** Those expected with what the form says of each, and the observers that were added. */
export const statedIn = (form: Filled, people: readonly Person[]): Person[] =>
  people.map((person) => {
    const said = form.attendance.find(({ personId }) => personId === person.personId)
    return { ...person, state: said?.state ?? 'not-stated', reason: said?.reason ?? null }
  })

export const countsIn = (form: Filled, people: readonly Person[]) => countsOf(statedIn(form, people))

/** The form with one person's attendance stated. */
export const stating = (form: Filled, personId: string, state: Attendance, reason: string | null): Filled => {
  const known = form.attendance.some((each) => each.personId === personId)
  const said = { personId, state, reason: state === 'excused' ? reason : null }
  return {
    ...form,
    attendance: known
      ? form.attendance.map((each) => (each.personId === personId ? said : each))
      : [...form.attendance, said],
  }
}

/** 全部到会: whoever is not stated yet; exceptions already stated stay. */
export const allPresent = (form: Filled, people: readonly Person[]): Filled =>
  people
    .filter(({ entitled }) => entitled)
    .reduce((filled, { personId }) => {
      const said = filled.attendance.find((each) => each.personId === personId)
      return !said || said.state === 'not-stated' ? stating(filled, personId, 'present', null) : filled
    }, form)
