import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { book } from '../rules/book.ts'
import { capOf, rulesOn } from './judging.ts'
import { hindrances } from './readiness.ts'
import type { Round, RoundSeat } from './round.ts'

const seatOf = (at: number, role: RoundSeat['role'], excellent: boolean): RoundSeat => ({
  personId: String(at),
  name: `党员${at}`,
  initials: '',
  status: role === 'graded' ? 'full' : 'probationary',
  groupId: null,
  groupName: null,
  groupPath: null,
  role,
  mayVote: true,
  because: null,
  paperOn: '2026-12-01',
  selfOn: null,
  remark: null,
  counts: null,
  grade: role === 'graded' ? (excellent ? 'excellent' : 'qualified') : null,
  opinion: null,
  improvement: null,
  toldOn: null,
  toldBy: null,
  version: 1,
})

const roundOf = (
  graded: number,
  probationary: number,
  excellent: number,
  choices: Round['choices'],
): Round => ({
  id: '1',
  unitId: '1',
  unitName: '某党支部',
  path: '/1/',
  forYear: 2026,
  rosterOn: '2026-11-10',
  meeting: null,
  report: null,
  studiedOn: null,
  studyNote: null,
  decidedBy: 'committee',
  decidedOn: '2026-12-15',
  considered: ['work'],
  superiorOpinion: null,
  superiorOn: null,
  closedOn: null,
  version: 1,
  seats: [
    ...Array.from({ length: graded }, (_, at) => seatOf(at, 'graded', at < excellent)),
    ...Array.from({ length: probationary }, (_, at) => seatOf(graded + at, 'ungraded', false)),
  ],
  mutuals: [],
  poll: null,
  voted: [],
  reopenings: [],
  choices,
})

const settled = (base: string, share: string): Round['choices'] => [
  { key: 'review.excellentCap.base', choice: base, since: '2026-01-01' },
  { key: 'review.excellentCap.share', choice: share, since: '2026-01-01' },
]
const capIn = (round: Round) => capOf(round, rulesOn(book, round.choices, '2026-12-15'))!

test('the cap is a share of all members or of those graded, as the organ chose, and never rounds up', () => {
  const shares = { '1/3': [1, 3], '3/10': [3, 10], '1/5': [1, 5], '3/20': [3, 20] } as const
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.nat({ max: 9 }),
      fc.constantFrom('all', 'graded'),
      fc.constantFrom(...(Object.keys(shares) as (keyof typeof shares)[])),
      fc.nat({ max: 99 }),
      (graded, probationary, base, share, wanted) => {
        const excellent = Math.min(wanted, graded)
        const { judgment } = capIn(roundOf(graded, probationary, excellent, settled(base, share)))
        const [numerator, denominator] = shares[share]
        const members = base === 'all' ? graded + probationary : graded
        const most = Math.floor((members * numerator) / denominator)
        assert.equal(judgment.needed, most)
        assert.equal(judgment.holds, excellent <= most)
      },
    ),
  )
})

test('thirty members of whom three are probationary may have ten 优秀, or nine where only the graded count', () => {
  assert.equal(capIn(roundOf(27, 3, 0, settled('all', '1/3'))).judgment.needed, 10)
  assert.equal(capIn(roundOf(27, 3, 0, settled('graded', '1/3'))).judgment.needed, 9)
})

test('whatever else stands in the way, one 优秀 too many is always told, with how many to change', () => {
  const round = roundOf(9, 0, 5, [])
  const told = hindrances(round, capIn(round), []).map(({ message }) => message)
  assert.match(told.at(-1) ?? '', /优秀 5 人，多于上限 3 人（按 9 人计）。请至少改定 2 人/)
})
