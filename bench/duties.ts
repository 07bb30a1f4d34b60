import type { Facts } from '../src/duties/facts.ts'
import { yearOfMany } from '../src/duties/many.ts'
import { day } from '../src/kernel/day.ts'
import { readRegulations } from '../src/rules/read.ts'
import { type Figure, rounded, seconds } from './figure.ts'

const MEMBERS = 22
const SINCE = '2010-01-01'

/** A year's duties of many branches of 22 members with a committee and two groups, records for most months included. */
export const duties = async (): Promise<Figure[]> => {
  const { rules } = await readRegulations()
  const figures: Figure[] = []
  for (const branches of [420, 4_200, 42_000]) {
    const began = performance.now()
    const counts = yearOfMany({ rules, year: 2026, on: day('2026-11-22') }, branchesOf(branches))
    const took = seconds(began)
    const owed = Object.entries(counts).reduce((sum, [state, n]) => (state === 'not-owed' ? sum : sum + n), 0)
    const last = branches === 42_000
    figures.push({
      name: `duties of a year, ${rounded(branches)} branches of ${MEMBERS}`,
      goal: last ? '< 10 s' : 'beside it',
      reached: `${rounded(took)} s (${rounded(owed)} duties)`,
      value: took,
      met: !last || took < 10,
    })
  }
  return figures
}

function* branchesOf(many: number): Generator<Facts> {
  for (let i = 0; i < many; i += 1) yield branch(`b${i}`)
}

const branch = (id: string): Facts => {
  const people = Array.from({ length: MEMBERS }, (_, at) => `${id}-${at}`)
  const groups = [`${id}-g1`, `${id}-g2`]
  return {
    units: [
      { id, kind: 'branch', name: id, foundedOn: SINCE, dissolvedOn: null },
      ...groups.map((group) => ({
        id: group,
        kind: 'group' as const,
        name: group,
        foundedOn: SINCE,
        dissolvedOn: null,
      })),
    ],
    places: [
      { unitId: id, parentId: null, since: SINCE, until: null },
      ...groups.map((unitId) => ({ unitId, parentId: id, since: SINCE, until: null })),
    ],
    memberships: people.map((personId) => ({
      personId,
      unitId: id,
      status: 'full',
      since: SINCE,
      until: null,
    })),
    posts: ['secretary', 'organization', 'publicity', 'discipline', 'committee-member'].map((post, at) => ({
      personId: people[at] ?? '',
      unitId: id,
      post,
      since: '2024-03-01',
      until: null,
    })),
    terms: [{ id: `${id}-t`, unitId: id, electedOn: '2024-03-01', endedOn: null, approvedUntil: null }],
    people: people.map((person) => ({ id: person, name: person, joinedOn: SINCE, fullOn: '2011-01-01' })),
    evidence: Array.from({ length: 10 }, (_, month) => meetingOf(id, month + 1)),
    excuses: [],
  }
}

const meetingOf = (unitId: string, month: number) => {
  const heldOn = `2026-${String(month).padStart(2, '0')}-12`
  const id = `${unitId}-${month}`
  const held = { id, unitId, kind: 'committee-meeting', heldOn, recordedOn: heldOn, title: '支委会' }
  return { ...held, personId: null, forYear: null, amount: null, sourceKind: 'meeting', sourceId: id }
}
