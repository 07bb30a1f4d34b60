import ICAL from 'ical.js'
import { ZONE } from '../kernel/day.ts'
import type { Duty, DutyRule } from './contract.ts'

/** A meeting as a calendar shows it. Times are wall clocks of the organ's zone. */
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
}

export type CalendarDuty = { duty: Duty; rule: DutyRule; unitName: string }

type Value = string | number
type Property = [name: string, parameters: Record<string, string>, type: string, value: Value]
type Component = [name: string, properties: Property[], components: Component[]]

/**
 * A person's calendar (RFC 5545): duties as whole days on their last day, meetings at their hour with the zone spelt out.
 * Every UID is made of ids, so an entry stays the same entry however often the feed is fetched.
 */
export const calendarOf = (
  name: string,
  duties: readonly CalendarDuty[],
  meetings: readonly CalendarMeeting[],
  stamp: string,
): string => {
  const calendar: Component = [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', '-//zhixing//duties//ZH'),
      text('calscale', 'GREGORIAN'),
      text('method', 'PUBLISH'),
      text('x-wr-calname', name),
      text('x-wr-timezone', ZONE),
      ['refresh-interval', {}, 'duration', 'PT12H'],
    ],
    [
      SHANGHAI,
      ...duties.map((duty) => dutyEvent(duty, stamp)),
      ...meetings.map((held) => meetingEvent(held, stamp)),
    ],
  ]
  return `${ICAL.stringify(calendar as never)}\r\n`
}

const dutyEvent = ({ duty, rule, unitName }: CalendarDuty, stamp: string): Component => [
  'vevent',
  [
    text('uid', `${duty.rule}.${duty.from}.${duty.personId ?? duty.unitId}@duties.zhixing`),
    ['dtstamp', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', 0],
    ['dtstart', {}, 'date', duty.to],
    text('summary', `${rule.title}(${duty.period}截止)`),
    text('description', `${unitName}\n${rule.says}\n${rule.citation}`),
    text('transp', 'TRANSPARENT'),
  ],
  [],
]

const meetingEvent = (held: CalendarMeeting, stamp: string): Component => [
  'vevent',
  [
    text('uid', meetingUid(held.id)),
    ['dtstamp', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', held.sequence],
    ['dtstart', { tzid: ZONE }, 'date-time', `${held.heldOn}T${clock(held.startsAt)}`],
    ...(held.endsAt
      ? [['dtend', { tzid: ZONE }, 'date-time', `${held.heldOn}T${clock(held.endsAt)}`] satisfies Property]
      : []),
    text('summary', held.title),
    text('description', held.unitName),
    ...(held.place ? [text('location', held.place)] : []),
    text('status', held.cancelled ? 'CANCELLED' : 'CONFIRMED'),
  ],
  [],
]

/** The same in the feed and in a meeting's own calendar entry, so that a calendar holds the meeting once. */
export const meetingUid = (id: string): string => `${id}@meetings.zhixing`

const text = (name: string, value: string): Property => [name, {}, 'text', value]

const clock = (time: string): string => `${time.slice(0, 5)}:00`

/** China has kept one offset without summer time since 1991. */
const SHANGHAI: Component = [
  'vtimezone',
  [text('tzid', ZONE)],
  [
    [
      'standard',
      [
        ['dtstart', {}, 'date-time', '1991-09-15T00:00:00'],
        ['tzoffsetfrom', {}, 'utc-offset', '+08:00'],
        ['tzoffsetto', {}, 'utc-offset', '+08:00'],
        text('tzname', 'CST'),
      ],
      [],
    ],
  ],
]
