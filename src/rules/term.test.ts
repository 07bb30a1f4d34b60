import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRegulations } from './read.ts'
import type { Choices } from './standing.ts'
import { hasTerms, termDays } from './term.ts'

const book = readRegulations()
const daysOf = (
  kind: string,
  electedOn: string,
  approvedUntil: string | null = null,
  choices: Choices = [],
) => termDays(book, choices, kind, { electedOn, approvedUntil }) ?? assert.fail(kind)

test('a term runs three years in a branch and five in an organ committee, with six months of warning', () => {
  assert.partialDeepStrictEqual(daysOf('branch', '2023-04-04'), {
    ruledOn: '2026-04-04',
    dueOn: '2026-04-04',
    remindOn: '2025-10-04',
    earliestOn: '2025-04-04',
    latestOn: '2027-04-04',
    shift: null,
  })
  assert.partialDeepStrictEqual(daysOf('committee-unit', '2021-06-18'), {
    dueOn: '2026-06-18',
    earliestOn: '2025-06-18',
    latestOn: '2027-06-18',
  })
})

test("a women's federation and a union have terms of their own, and say nothing of the Party's limits", () => {
  const district = daysOf('federation-district', '2022-05-18')
  assert.partialDeepStrictEqual(district, { dueOn: '2027-05-18', latestOn: null, earliestOn: null })
  assert.match(district.citation, /妇女联合会章程/)
  const union = daysOf('union', '2022-06-10')
  assert.partialDeepStrictEqual(union, { dueOn: '2027-06-10', latestOn: '2027-12-10' })
  assert.match(union.citation, /工会法》第十六条/)
  assert.equal(hasTerms('group'), false)
})

test('the organ chooses how long those terms are, from the day it chose on', () => {
  const choices = [
    { key: 'union.term', choice: 'three-years', since: '2022-01-01' },
    { key: 'wf.term.womenCommittee', choice: 'four-years', since: '2024-01-01' },
  ]
  assert.equal(daysOf('union', '2022-06-10', null, choices).dueOn, '2025-06-10')
  assert.equal(daysOf('women-committee', '2024-03-08', null, choices).dueOn, '2028-03-08')
  assert.equal(daysOf('women-committee', '2022-03-08', null, choices).dueOn, '2027-03-08')
})

test('an extension to the last usual day holds, and a day more does not, with the numbers', () => {
  const last = daysOf('branch', '2023-04-04', '2027-04-04')
  assert.partialDeepStrictEqual(last, { dueOn: '2027-04-04', remindOn: '2026-10-04' })
  assert.partialDeepStrictEqual(last.shift, { way: 'late', holds: true, bound: '2027-04-04' })
  assert.match(last.shift!.words, /晚 365 天/)

  const beyond = daysOf('branch', '2023-04-04', '2027-04-05').shift!
  assert.equal(beyond.holds, false)
  assert.match(beyond.words, /晚 366 天；一般最迟到2027年4月4日 \(周日\)，已经超过，理由以批复为准/)
  assert.match(beyond.citation ?? '', /选举工作条例》第三条/)
})

test('an advance is held against the first usual day, a year before the end', () => {
  assert.partialDeepStrictEqual(daysOf('branch', '2023-04-04', '2025-04-04').shift, {
    way: 'early',
    holds: true,
  })
  assert.partialDeepStrictEqual(daysOf('branch', '2023-04-04', '2025-04-03').shift, {
    way: 'early',
    holds: false,
  })
  assert.equal(daysOf('federation-town', '2022-05-18', '2028-05-18').shift?.holds, true)
})

test('a term elected before the rules we have runs by the oldest of them', () => {
  assert.equal(daysOf('branch', '2015-03-01').dueOn, '2018-03-01')
  assert.equal(daysOf('union', '2016-03-01').dueOn, '2021-03-01')
})
