import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { ballotsDocx, MOST_COPIES } from './ballot-pad.ts'
import { type BallotPaper, ballotNotes, ballotSize } from './ballot-sheet.ts'
import { ballotsOf } from './election-ballots.ts'
import type { PaperFacts } from './election-facts.ts'
import { CANDIDATES, heldElection } from './fixtures/held-election.ts'
import { measured } from './fixtures/measure.ts'
import { textOf } from './fixtures/text.ts'

const ballots = ballotsOf(heldElection, 'members').map(({ paper }) => paper)
const [first, again] = ballots as [BallotPaper, BallotPaper]
const head = ballotsOf(heldElection, 'heads')[0]!.paper

test('a ballot for the committee names the candidates by strokes, with a box to write in for each seat', () => {
  assert.deepEqual(first.names, CANDIDATES)
  assert.equal(first.writeIns, 5)
  assert.deepEqual([first.seats, first.order], [5, 'strokes'])
})

test('a vote among the tied has their names alone, and no place for another', () => {
  assert.deepEqual(again.names, ['李文静', '顾青'])
  assert.deepEqual([again.seats, again.writeIns, again.again], [1, 0, 'tie'])
  assert.ok(ballotNotes(again).includes('只在得票相等的人中选，不另选他人。'))
})

test('a ballot for the head stands in the order approved above, and says so', () => {
  assert.deepEqual(head.names, ['林岚'])
  assert.ok(ballotNotes(head).includes('候选人按上级批准的次序排列。'))
})

test('before there is a vote, the ballot is made of whoever still stands', () => {
  const [withdrawn, ...others] = heldElection.candidates
  const facts: PaperFacts = {
    ...heldElection,
    gatherings: [],
    candidates: [
      ...others.toReversed(),
      { ...withdrawn!, withdrawnOn: '2026-11-10', withdrawnReason: '本人申请' },
    ],
  }
  assert.deepEqual(ballotsOf(facts, 'members')[0]!.paper.names, CANDIDATES.slice(1))
  assert.deepEqual(ballotsOf(facts, 'heads'), [])
})

test('the notes say how many may be named and when another may be written in', () => {
  const notes = ballotNotes(first).join('')
  assert.match(notes, /合计不超过5人；超过的，整张选票作废/)
  assert.match(notes, /反对候选人的，可以另选他人.*弃权的，不能另选他人/)
  assert.match(ballotNotes({ ...first, writeInNeedsOppose: false }).join(''), /可以另选他人/)
  assert.doesNotMatch(ballotNotes({ ...first, writeInNeedsOppose: false }).join(''), /弃权的，不能/)
})

test('marks are those of the election method: one sign for all boxes, or one for each', () => {
  assert.match(ballotNotes({ ...first, marks: 'circle' })[0]!, /一格里画“○”/)
  assert.match(ballotNotes({ ...first, marks: 'tick' })[0]!, /画“√”/)
  assert.match(ballotNotes(first)[0]!, /赞成的画“○”，反对的画“×”；弃权的画“△”，不画也按弃权计/)
})

test('as many ballots as asked for are set, all alike, and only the cover says how many', async () => {
  const bytes = await ballotsDocx({ paper: first, size: 'A5', copies: 29 })
  const text = textOf(bytes)
  assert.equal(text.filter((line) => line === '共 29 张').length, 1)
  assert.equal(text.filter((line) => line === '委员会委员选票').length, 29)
  assert.equal(text.filter((line) => line === '白露').length, 29)
  const sheets = text.slice(text.indexOf('委员会委员选票') - 1)
  const each = sheets.length / 29
  assert.ok(Number.isInteger(each))
  for (let at = 1; at < 29; at += 1)
    assert.deepEqual(sheets.slice(at * each, (at + 1) * each), sheets.slice(0, each))
})

test('no number distinguishes a ballot: neither in its text nor in the foot of its page', async () => {
  const bytes = await ballotsDocx({ paper: first, size: 'A4', copies: 3 })
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts))
    if (/footer|header/.test(name)) assert.doesNotMatch(strFromU8(part), /PAGE|<w:t/)
  assert.doesNotMatch(textOf(bytes).join('\n'), /编号[^，]|№|No\.|第\d+张/)
})

test('above a hundred the sheet is set once and the cover says how often it is printed', async () => {
  const text = textOf(await ballotsDocx({ paper: first, size: 'A5', copies: MOST_COPIES + 20 }))
  assert.equal(text.filter((line) => line === '委员会委员选票').length, 2)
  assert.match(text.join('\n'), /后面的选票页印60份/)
})

test('more names than go on half a sheet are set on a whole one', () => {
  const names = Array.from({ length: 40 }, (_, at) => `候选人${at}`)
  assert.equal(ballotSize(first, 'A5'), 'A5')
  assert.equal(ballotSize({ ...first, names, seats: 33, writeIns: 33 }, 'A5'), 'A4')
})

test('each A5 ballot keeps to its half of the sheet, and each A4 ballot to its page', async () => {
  const many = {
    ...first,
    names: Array.from({ length: 18 }, (_, at) => `候选人${at}`),
    seats: 15,
    writeIns: 15,
  }
  const set = await measured({
    half: await ballotsDocx({ paper: first, size: 'A5', copies: 3 }),
    full: await ballotsDocx({ paper: many, size: 'A5', copies: 2 }),
    whole: await ballotsDocx({ paper: first, size: 'A4', copies: 2 }),
  })
  assert.deepEqual(
    [set.half, set.full, set.whole].map((pages) => pages.length),
    [3, 2, 3],
  )
  const [, pair] = set.half
  assert.deepEqual([Math.round(pair!.width), Math.round(pair!.height)], [297, 210])
  for (const page of [set.half[1], set.full[1]])
    assert.equal(
      page!.lines.filter(({ text }) => text.split('盖章处').length === 3).length,
      1,
      'two on one line',
    )
})
