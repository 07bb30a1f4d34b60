import ICAL from 'ical.js'
import { ZONE } from '../kernel/day.ts'
import { printable } from './wording.ts'

/** What stands in a calendar: a meeting at its times of day in the organ's zone, or a duty on its days, both ends included. */
export type CalendarEvent = Meeting | Duty

type Common = {
  /** Stable for the life of the thing, so that a later file changes the entry and does not add another. */
  uid: string
  /** Raised at each change; a program keeps the entry with the highest. */
  sequence: number
  summary: string
  description?: string | null
  /** Where the thing is found in the product. */
  url?: string | null
  /** The instant of the last change, `2026-11-18T02:00:00Z`. */
  changedAt: string
  cancelled?: boolean
}
type Meeting = Common & { on: string; from: string; to: string | null; place: string | null }
type Duty = Common & { firstDay: string; lastDay: string }

export type CalendarNaming = { name: string; url?: string | null }

/** A calendar to subscribe to (RFC 5545). */
export const calendarOf = (events: readonly CalendarEvent[], { name, url }: CalendarNaming): string => {
  const calendar = empty()
  calendar.addPropertyWithValue('name', printable(name))
  calendar.addPropertyWithValue('x-wr-calname', printable(name))
  calendar.addPropertyWithValue('x-wr-timezone', ZONE)
  if (url) calendar.addPropertyWithValue('url', url)
  // Programs that fetch it need not come oftener than that.
  add(calendar, 'refresh-interval', 'duration', ICAL.Duration.fromString('PT12H'))
  calendar.addPropertyWithValue('x-published-ttl', 'PT12H')
  return written(calendar, events)
}

/**
 * One meeting as a file to open: PUBLISH, or CANCEL where it was called off. Not REQUEST: that would ask everyone for a reply
 * and tell the sender who answered.
 */
export const entryOf = (meeting: CalendarEvent): string => {
  const calendar = empty()
  calendar.addPropertyWithValue('method', meeting.cancelled ? 'CANCEL' : 'PUBLISH')
  return written(calendar, [meeting])
}

/** China has kept one time all year since 1991-09-15; earlier days have no entry. */
const TIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T020000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

// ical.js counts the blank that begins a continued line beyond the length it folds at: 74 makes 75 octets, the most allowed.
ICAL.foldLength = 74

/** A meeting without an end is given two hours, so that it does not lie over the whole day. */
const UNSTATED_HOURS = 2

const empty = (): ICAL.Component => {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Zhixing//ZH')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  return calendar
}

const written = (calendar: ICAL.Component, events: readonly CalendarEvent[]): string => {
  if (events.some((event) => 'on' in event)) {
    calendar.addSubcomponent(new ICAL.Component(ICAL.parse(TIMEZONE) as unknown[]))
  }
  for (const event of events) calendar.addSubcomponent(entry(event))
  return `${calendar.toString()}\r\n`
}

const add = (to: ICAL.Component, name: string, type: string, value: unknown): ICAL.Property => {
  const property = new ICAL.Property(name, to)
  property.resetType(type)
  property.setValue(value as string)
  return to.addProperty(property)
}

const entry = (event: CalendarEvent): ICAL.Component => {
  const component = new ICAL.Component('vevent')
  component.addPropertyWithValue('uid', event.uid)
  component.addPropertyWithValue('sequence', event.sequence)
  add(component, 'dtstamp', 'date-time', instant(event.changedAt))
  add(component, 'last-modified', 'date-time', instant(event.changedAt))
  const [start, end] = 'on' in event ? hours(event) : days(event)
  for (const [name, time] of [
    ['dtstart', start],
    ['dtend', end],
  ] as const) {
    const property = add(component, name, time.isDate ? 'date' : 'date-time', time)
    if (!time.isDate) property.setParameter('tzid', ZONE)
  }
  component.addPropertyWithValue('summary', printable(event.summary))
  if ('on' in event && event.place) component.addPropertyWithValue('location', printable(event.place))
  if (event.description) component.addPropertyWithValue('description', printable(event.description))
  if (event.url) component.addPropertyWithValue('url', event.url)
  component.addPropertyWithValue('status', event.cancelled ? 'CANCELLED' : 'CONFIRMED')
  // A duty takes up its days in the list and leaves them free for everything else.
  component.addPropertyWithValue('transp', 'on' in event ? 'OPAQUE' : 'TRANSPARENT')
  return component
}

/** A day or time of day as it stands on the wall; nothing is converted, so the machine's own zone has no say. */
const wall = (time: Temporal.PlainDateTime): ICAL.Time => {
  const { year, month, day, hour, minute, second } = time
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone)
}

const allDay = ({ year, month, day }: Temporal.PlainDate): ICAL.Time =>
  new ICAL.Time({ year, month, day, isDate: true }, ICAL.Timezone.localTimezone)

const hours = ({ on, from, to }: Meeting): [ICAL.Time, ICAL.Time] => {
  const at = (time: string) => Temporal.PlainDate.from(on).toPlainDateTime(Temporal.PlainTime.from(time))
  return [wall(at(from)), wall(to === null ? at(from).add({ hours: UNSTATED_HOURS }) : at(to))]
}

/** The end of a day's entry is the day after it. */
const days = ({ firstDay, lastDay }: Duty): [ICAL.Time, ICAL.Time] => [
  allDay(Temporal.PlainDate.from(firstDay)),
  allDay(Temporal.PlainDate.from(lastDay).add({ days: 1 })),
]

const instant = (text: string): ICAL.Time => {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(text).toZonedDateTimeISO('UTC')
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.utcTimezone)
}
