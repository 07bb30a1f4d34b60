import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { electionDocx } from './election-paper.ts'
import { request } from './election-request.ts'
import { electionFacts } from './fixtures/election.ts'
import { measured, type SetLine, type SetPage } from './fixtures/measure.ts'
import { generalMeeting, minutes } from './fixtures/meeting.ts'
import { minutesDocx } from './minutes.ts'
import { noticeDocx } from './notice.ts'
import { paragraphs, typeset } from './typeset.ts'

// GB/T 9704 tolerates one millimetre on the margins; so do these measurements, taken from the PDF that LibreOffice makes.
const TOLERANCE = 1
const POINT = 25.4 / 72

// The figures of the standard, written here once more so that a slip in paper.ts is seen.
const PAPER = { width: 210, height: 297 }
const MARGIN = { top: 37, left: 28, right: 26, bottom: 35 }
const [LINES, CHARACTERS, NUMBER_BELOW] = [22, 28, 7] as const

let set: Record<'full' | 'minutes' | 'notice' | 'request', SetPage[]>

before(async () => {
  set = await measured({
    full: await typeset('满页', '示例市妇联机关第一党支部', paragraphs('一二三四五六七八九十'.repeat(150))),
    minutes: await minutesDocx(minutes),
    request: await electionDocx(request)(electionFacts),
    notice: await noticeDocx({ ...minutes, contact: null, issuedOn: '2026-11-18' }),
  })
})

const near = (actual: number, wanted: number, tolerance = TOLERANCE): void =>
  assert.ok(Math.abs(actual - wanted) <= tolerance, `${actual.toFixed(2)} is not ${wanted} ± ${tolerance}`)

const isNumber = ({ text }: SetLine): boolean => /^—\s*\d+\s*—$/.test(text)
const body = (page: SetPage): SetLine[] => page.lines.filter((line) => !isNumber(line))

test('the sheet is A4', () => {
  for (const { width, height } of Object.values(set).flat()) {
    near(width, PAPER.width)
    near(height, PAPER.height)
  }
})

test('a full page holds 22 lines of 28 characters', () => {
  const lines = body(set.full[0]!)

  assert.equal(lines.length, LINES)
  for (const { text } of lines.slice(1)) assert.equal([...text].length, CHARACTERS)
  assert.equal([...lines[0]!.text].length, CHARACTERS - 2, 'the first line begins two characters in')
})

test('the text block stands 28 mm from the left and 26 mm from the right', () => {
  for (const { left, right } of body(set.full[0]!).slice(1)) {
    near(left, MARGIN.left)
    near(right, PAPER.width - MARGIN.right)
  }
})

test('lines follow each other at 28.9 to 29 points', () => {
  const lines = body(set.full[0]!)
  const pitches = lines.slice(1).map(({ baseline }, at) => (baseline - lines[at]!.baseline) / POINT)

  for (const pitch of pitches) assert.ok(pitch >= 28.85 && pitch <= 29.05, `pitch of ${pitch}`)
})

test('the text block reaches from 37 mm below the upper edge to 35 mm above the lower', () => {
  // A line belongs to the block with half the gap above and half below its characters: (28.95 − 16) / 2 points. The character
  // of the font used here stands 0.88 of its size above the baseline.
  const lines = body(set.full[0]!)
  const gap = (28.95 - 16) / 2
  const top = lines[0]!.baseline - (0.88 * 16 + gap) * POINT
  const foot = lines.at(-1)!.baseline + (0.12 * 16 + gap) * POINT

  near(top, MARGIN.top)
  near(foot, PAPER.height - MARGIN.bottom)
})

test('the page number stands below the block, right on odd pages and left on even, one character in', () => {
  const [odd, even] = set.full
  const [first, second] = [odd!.lines.find(isNumber)!, even!.lines.find(isNumber)!]
  const character = 14 * POINT
  // A dash lies at about a third of the size above the baseline.
  const dash = first.baseline - 0.35 * 14 * POINT

  near(first.right, PAPER.width - MARGIN.right - character)
  near(second.left, MARGIN.left + character)
  near(dash, PAPER.height - MARGIN.bottom + NUMBER_BELOW)
  assert.equal(first.size, 14)
})

test('title, body and page number have their sizes', () => {
  const lines = body(set.minutes[0]!)

  assert.equal(Math.round(lines[0]!.size), 22)
  assert.equal(Math.round(lines[5]!.size), 16)
})

test('minutes, notice and the request of an election keep to the block and to its lines on every page', () => {
  for (const page of [...set.minutes, ...set.notice, ...set.request]) {
    const lines = body(page)
    assert.ok(lines.length <= LINES)
    for (const { left, right } of lines) {
      assert.ok(left >= MARGIN.left - TOLERANCE && right <= PAPER.width - MARGIN.right + TOLERANCE)
    }
  }
})

test('a title too long for one line breaks between the unit and the meeting', () => {
  const [first, second] = body(set.minutes[0]!)

  assert.equal(first!.text, generalMeeting.unitName)
  assert.match(second!.text, /^党员大会/)
})

test('a request begins with its number, and its last words stand on one page with issuer and date', () => {
  const pages = set.request.map((page) => body(page).map(({ text }) => text))

  assert.match(pages[0]![0]!, /^妇机一支〔2026〕3 ?号\s*签发人：/)
  const last = pages.at(-1)!.join('')
  for (const part of ['妥否，请批复。', '附件：', '委员会', '联系人：']) assert.ok(last.includes(part), last)
})
