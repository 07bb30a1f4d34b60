import type { Owes } from '../rules/duty.ts'
import { type DayNumber, FOREVER, numberOf } from './daynumber.ts'
import type { EvidenceFact, ExcuseFact, Facts } from './facts.ts'
import { type Household, householdsOf, type People, peopleOf, piecesFor } from './household.ts'
import { holdersOf, memberOwes, othersOf, reasonNotOwed } from './owing.ts'
import type { PieceOf, Pieces } from './pieces.ts'
import { type OnceRule, onceWindow, type Plan } from './plan.ts'
import { type Standing, standingOf, standingWithEach } from './state.ts'
import type { Window } from './window.ts'

/** One duty as it is met on the way: who owes it, how it stands, and why where it is not owed. */
export type Met = {
  window: Window
  unitId: string
  personId: string | null
  needed: number
  standing: Standing<EvidenceFact>
  excuse: ExcuseFact | null
  because: string | null
}

const UNIT_OWES: Partial<Record<Household['unit']['kind'], readonly Owes[]>> = {
  'committee-unit': ['committee-unit'],
  'general-branch': ['general-branch'],
  branch: ['branch', 'committee'],
  group: ['group'],
}
const POST_OWES = ['secretary', 'committee-member'] as const

/** Visits every duty of the plan, unit by unit. What all the rest is made of. */
export const eachDuty = (plan: Plan, facts: Facts, on: DayNumber, visit: (met: Met) => void): void => {
  const people = peopleOf(facts)
  for (const household of householdsOf(facts)) {
    const own = UNIT_OWES[household.unit.kind]
    if (own === undefined) continue
    const walk: Walk = { plan, household, people, on, visit }
    for (const owes of household.isTop ? (['organ', ...own] as const) : own) {
      for (const window of plan.windows[owes] ?? []) meetUnit(walk, window)
      for (const rule of plan.once[owes] ?? []) meetTerms(walk, rule)
    }
    if (household.unit.kind === 'group') continue
    for (const owes of POST_OWES)
      for (const window of plan.windows[owes] ?? [])
        for (const personId of holdersOf(household, owes, window)) meetPerson(walk, window, personId)
    meetMembers(walk)
    for (const owes of ['secretary', 'new-secretary', 'committee-member', 'member'] as const)
      for (const rule of plan.once[owes] ?? []) meetEvents(walk, owes, rule)
  }
}

type Walk = {
  plan: Plan
  household: Household
  people: People
  on: DayNumber
  visit: (met: Met) => void
}

const meetUnit = (walk: Walk, window: Window): void => {
  const because = reasonNotOwed(walk.household, window)
  meet(walk, window, null, neededOf(window), walk.household.pieces, because)
}

const meetMembers = (walk: Walk): void => {
  const { plan, household } = walk
  for (const window of plan.windows.member ?? [])
    for (const [personId, stints] of household.members)
      if (memberOwes(stints, window)) meetPerson(walk, window, personId)
}

const meetPerson = (walk: Walk, window: Window, personId: string): void => {
  // Memberships may be older than the branch that holds them now: what was owed then was owed elsewhere.
  if (walk.household.stint.since > window.middle) return
  const pieces = walk.people.pieces.get(personId)
  const others = window.rule.reach === 'each' ? othersOf(walk.household, window, personId) : null
  if (others?.size === 0) return
  meet(walk, window, personId, others?.size ?? neededOf(window), pieces, null, others)
}

/** Duties that an election sets going: one for each term, until the next. */
const meetTerms = (walk: Walk, version: OnceRule): void => {
  const { household, plan } = walk
  household.terms.forEach(({ elected, approved }, at) => {
    if (elected < version.from || elected > version.to) return
    const next = household.terms[at + 1]?.elected ?? FOREVER
    const window = onceWindow(version.rule, elected, next, approved, plan.isWorkday)
    const because = reasonNotOwed(household, window)
    if (reaches(walk, window)) meet(walk, window, null, neededOf(window), household.pieces, because)
  })
}

/** Duties that a dated fact about a person sets going. */
const meetEvents = (walk: Walk, owes: Owes, version: OnceRule): void => {
  for (const [personId, event, until] of eventsOf(walk, owes, version)) {
    if (event < version.from || event > version.to) continue
    if (event > walk.plan.to || event + version.most < walk.plan.from) continue
    const window = onceWindow(version.rule, event, FOREVER, null, walk.plan.isWorkday)
    const pieces = walk.people.pieces.get(personId)
    // A person's missed duty stays in its year: what nobody entered years ago is not held against her today.
    if (until >= window.to && window.from <= walk.plan.to && window.to >= walk.plan.from)
      meet(walk, window, personId, neededOf(window), pieces, null)
  }
}

type Event = readonly [personId: string, event: DayNumber, until: DayNumber]

const eventsOf = ({ household, people }: Walk, owes: Owes, { rule }: OnceRule): Event[] => {
  const event = 'after' in rule ? rule.after.event : undefined
  if (event === 'admitted' || event === 'converted')
    return [...household.members].flatMap(([personId, stints]) => {
      const person = people.facts.get(personId)
      const on = event === 'admitted' ? person?.joinedOn : person?.fullOn
      const until = stints.at(-1)?.until ?? FOREVER
      return on ? [[personId, numberOf(on), until] as const] : []
    })
  return household.posts
    .filter(
      ({ personId, post, since }) =>
        post !== 'superior' &&
        (owes === 'committee-member' || post === 'secretary') &&
        (event !== 'became-secretary' || people.firstSecretary.get(personId) === since),
    )
    .map(({ personId, since, until }) => [personId, since, until] as const)
}

/** Whether the window overlaps the stretch, or is a renewal that was owed before it and is still open. */
const reaches = ({ plan, household, on }: Walk, window: Window): boolean => {
  if (window.from > plan.to) return false
  if (window.to >= plan.from) return true
  const isExcused = excuseOf(household, window, null, on) !== null
  const pieces = piecesFor(household.pieces, window.rule.by)
  const before = Math.min(on, plan.from - 1)
  return standingOf(window, neededOf(window), pieces, isExcused, before).state === 'missed'
}

const neededOf = ({ rule }: Window): number => rule.least?.amount ?? rule.times

const meet = (
  { household, on, visit }: Walk,
  window: Window,
  personId: string | null,
  needed: number,
  pieces: Pieces | undefined,
  because: string | null,
  others: ReadonlySet<string> | null = null,
): void => {
  const counted: readonly PieceOf[] = piecesFor(pieces, window.rule.by)
  const excuse = household.excuses.length === 0 ? null : excuseOf(household, window, personId, on)
  const standing = others
    ? standingWithEach(window, others, counted, excuse !== null, on)
    : standingOf(window, needed, counted, excuse !== null, on)
  const done = standing.state === 'done' || standing.state === 'late'
  visit({
    window,
    unitId: household.unit.id,
    personId,
    needed,
    standing: because === null || done ? standing : { ...standing, state: 'not-owed' },
    excuse,
    because: done ? null : because,
  })
}

/** The reason that stood on the day, if one did. */
const excuseOf = (
  { excuses }: Household,
  { rule, isoFrom }: Window,
  personId: string | null,
  on: DayNumber,
): ExcuseFact | null =>
  excuses.find(
    (excuse) =>
      excuse.rule === rule.id &&
      excuse.personId === personId &&
      excuse.periodFrom === isoFrom &&
      numberOf(excuse.on) <= on &&
      (excuse.withdrawnOn === null || numberOf(excuse.withdrawnOn) > on),
  ) ?? null
