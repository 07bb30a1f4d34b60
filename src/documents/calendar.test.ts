import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { calendarOf, entryOf } from './calendar.ts'
import { duty, meeting } from './fixtures/calendar.ts'

const under = (zone: string): { written: string; read: string[][] } =>
  JSON.parse(
    execFileSync(process.execPath, [join(import.meta.dirname, 'fixtures/calendar.ts')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  )

const naming = { name: '机关党支部' }
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

test('the same calendar is written whatever zone the server runs in', () => {
  const [utc, newYork] = [under('UTC'), under('America/New_York')]

  assert.equal(utc.written, newYork.written)
  assert.equal(calendarOf([meeting], naming), calendarOf([meeting], naming))
})

test('another reader finds each meeting at its instant and each duty on its day', () => {
  for (const zone of ['UTC', 'America/New_York', 'Asia/Shanghai']) {
    const read = new Map(under(zone).read.map(([uid, ...times]) => [uid, times]))

    assert.deepEqual(read.get(meeting.uid)!.slice(1), [
      '2026-11-25T07:00:00.000Z',
      '2026-11-25T08:30:00.000Z',
    ])
    assert.deepEqual(read.get('meeting-2@example.invalid')!.slice(1), [
      '2026-03-07T18:30:00.000Z',
      '2026-03-07T20:30:00.000Z',
    ])
    assert.equal(read.get(duty.uid)![0], 'date')
  }
})

test('a meeting is written on the wall clock of its zone, which the file defines', () => {
  const lines = unfolded(calendarOf([meeting], naming))

  assert.ok(lines.includes('DTSTART;TZID=Asia/Shanghai:20261125T150000'))
  assert.ok(lines.includes('DTEND;TZID=Asia/Shanghai:20261125T163000'))
  assert.ok(lines.includes('TZOFFSETTO:+0800'))
  assert.equal(lines.filter((line) => line === 'BEGIN:VTIMEZONE').length, 1)
  assert.ok(lines.includes('SEQUENCE:2'))
  assert.ok(lines.includes('UID:meeting-1@example.invalid'))
  assert.ok(lines.includes('DTSTAMP:20261118T020000Z'))
})

test('by the definition in the file itself, the meeting begins at 07:00 UTC', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarOf([meeting], naming)) as unknown[])
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  const start = calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('dtstart') as ICAL.Time
  start.zone = zone

  assert.equal(start.convertToZone(ICAL.Timezone.utcTimezone).toString(), '2026-11-25T07:00:00Z')
})

test('a duty is an entry for whole days that ends the day after its last', () => {
  const lines = unfolded(calendarOf([duty], naming))

  assert.ok(lines.includes('DTSTART;VALUE=DATE:20261130'))
  assert.ok(lines.includes('DTEND;VALUE=DATE:20261201'))
  assert.ok(lines.includes('TRANSP:TRANSPARENT'))
})

test('a file of one meeting publishes it, asks nobody for a reply, and takes it back where it was called off', () => {
  const lines = unfolded(entryOf(meeting))
  const cancelled = unfolded(entryOf({ ...meeting, sequence: 3, cancelled: true }))

  assert.ok(lines.includes('METHOD:PUBLISH'))
  assert.ok(!lines.some((line) => line.startsWith('ATTENDEE') || line.startsWith('ORGANIZER')))
  assert.ok(cancelled.includes('METHOD:CANCEL') && cancelled.includes('STATUS:CANCELLED'))
})

test('text is escaped, so that commas, semicolons and line breaks come back as typed', () => {
  const calendar = new ICAL.Component(ICAL.parse(entryOf(meeting)) as unknown[])
  const event = calendar.getFirstSubcomponent('vevent')!

  assert.equal(event.getFirstPropertyValue('description'), meeting.description)
})

test('no typed text can smuggle a line into the file', () => {
  const written = calendarOf(
    [{ ...meeting, summary: '会\r\nATTACH:http://example.invalid\rX:1\u2028' }],
    naming,
  )

  assert.ok(!unfolded(written).some((line) => /^(ATTACH|X:)/.test(line)))
  assert.doesNotMatch(written.replaceAll('\r\n', ''), /[\r\n]/)
})

test('lines end with CRLF and no line is longer than 75 octets, in any text, without tearing a character', () => {
  const text = fc.string({ unit: fc.constantFrom(...'会议abc ,;\\\n😀é“”:'), maxLength: 300 })
  fc.assert(
    fc.property(text, text, (summary, place) => {
      const written = entryOf({ ...meeting, summary: `会${summary}`, place: `楼${place}` })
      const event = new ICAL.Component(ICAL.parse(written) as unknown[]).getFirstSubcomponent('vevent')!

      for (const line of written.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75)
        assert.ok(!line.includes('\n') && line.isWellFormed())
      }
      assert.equal(event.getFirstPropertyValue('summary'), `会${summary}`)
      assert.equal(event.getFirstPropertyValue('location'), `楼${place}`)
    }),
  )
})
