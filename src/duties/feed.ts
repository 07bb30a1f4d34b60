import type { Duty, DutyRule } from './contract.ts'

/** A meeting as a calendar shows it. Days and times are the wall's, in the organ's zone. */
export type CalendarMeeting = {
  id: string
  title: string
  unitName: string
  heldOn: string
  startsAt: string
  endsAt: string | null
  place: string | null
  cancelled: boolean
  /** Raised with every notice, so that calendars replace what they have. */
  sequence: number
  /** The instant of the last notice, or of the making. */
  changedAt: Date
}

/**
 * A duty as an entry on the last day of its period. The UID is made of ids, so it stays the same entry however often the
 * feed is fetched; once done it leaves the feed, and with it the calendar.
 */
export const dutyEntry = (duty: Duty, rule: DutyRule, unitName: string, changedAt: string) => ({
  uid: `${duty.rule}.${duty.from}.${duty.personId ?? duty.unitId}@zhixing`,
  sequence: 0,
  summary: `${rule.title}（${duty.period}截止）`,
  description: [unitName, rule.says, rule.citation].join('\n'),
  changedAt,
  firstDay: duty.to,
  lastDay: duty.to,
})

/** The same UID as in the file sent with a meeting's notice, so that a calendar holds the meeting once. */
export const meetingEntry = ({ id, title, unitName, changedAt, ...held }: CalendarMeeting) => ({
  uid: `meeting-${id}@zhixing`,
  sequence: held.sequence,
  summary: title,
  description: unitName,
  changedAt: changedAt.toISOString(),
  cancelled: held.cancelled,
  on: held.heldOn,
  from: held.startsAt,
  to: held.endsAt,
  place: held.place,
})
