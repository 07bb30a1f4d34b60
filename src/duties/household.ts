import { type DayNumber, FOREVER, numberOf } from './daynumber.ts'
import type { ExcuseFact, Facts, PersonFact, TermFact, UnitFact } from './facts.ts'
import { type PieceOf, type Pieces, piecesByKind } from './pieces.ts'

/** Days through which something was so, both ends included. */
type Stint = { since: DayNumber; until: DayNumber }
export type StatusStint = Stint & { status: string }
export type PostStint = Stint & { personId: string; post: string }
export type Term = { fact: TermFact; elected: DayNumber; ended: DayNumber; approved: DayNumber | null }

/** A unit with everything that decides its duties, in numbers and found by key. */
export type Household = {
  unit: UnitFact
  isTop: boolean
  /** Through which the unit existed. */
  stint: Stint
  /** The status stints of each person who ever belonged. */
  members: ReadonlyMap<string, readonly StatusStint[]>
  posts: readonly PostStint[]
  /** In order of election. */
  terms: readonly Term[]
  groups: readonly Stint[]
  pieces: Pieces
  excuses: readonly ExcuseFact[]
}

/** What is known of people wherever they belong. */
export type People = {
  facts: ReadonlyMap<string, PersonFact>
  pieces: ReadonlyMap<string, Pieces>
  /** The first day as a secretary anywhere. */
  firstSecretary: ReadonlyMap<string, DayNumber>
}

const NONE: readonly never[] = []

export const householdsOf = (facts: Facts): Household[] => {
  const places = Map.groupBy(facts.places, ({ unitId }) => unitId)
  const children = Map.groupBy(facts.places, ({ parentId }) => parentId)
  const memberships = Map.groupBy(facts.memberships, ({ unitId }) => unitId)
  const posts = Map.groupBy(facts.posts, ({ unitId }) => unitId)
  const terms = Map.groupBy(facts.terms, ({ unitId }) => unitId)
  const excuses = Map.groupBy(facts.excuses, ({ unitId }) => unitId)
  const evidence = Map.groupBy(facts.evidence, ({ unitId, personId }) => (personId === null ? unitId : ''))
  const kinds = new Map(facts.units.map(({ id, kind }) => [id, kind]))

  return facts.units.map((unit) => {
    const own = terms.get(unit.id)
    return {
      unit,
      isTop: (places.get(unit.id) ?? NONE).every(({ parentId }) => parentId === null),
      stint: stintOf(unit.foundedOn, unit.dissolvedOn),
      members: membersOf(memberships.get(unit.id) ?? NONE),
      posts: (posts.get(unit.id) ?? NONE).map(({ personId, post, since, until }) => ({
        personId,
        post,
        ...stintOf(since, until),
      })),
      terms: own ? own.map(termOf).sort((one, other) => one.elected - other.elected) : NONE,
      groups: (children.get(unit.id) ?? NONE)
        .filter(({ unitId }) => kinds.get(unitId) === 'group')
        .map(({ since, until }) => stintOf(since, until)),
      pieces: piecesByKind(evidence.get(unit.id) ?? NONE, own ?? NONE),
      excuses: excuses.get(unit.id) ?? NONE,
    }
  })
}

export const peopleOf = (facts: Facts): People => {
  const evidence = Map.groupBy(facts.evidence, ({ personId }) => personId)
  const pieces = new Map<string, Pieces>()
  for (const [personId, own] of evidence) if (personId !== null) pieces.set(personId, piecesByKind(own, NONE))
  const firstSecretary = new Map<string, DayNumber>()
  for (const { personId, post, since } of facts.posts) {
    if (post !== 'secretary') continue
    const first = firstSecretary.get(personId)
    const day = numberOf(since)
    if (first === undefined || day < first) firstSecretary.set(personId, day)
  }
  return { facts: new Map(facts.people.map((person) => [person.id, person])), pieces, firstSecretary }
}

export const stintOf = (since: string, until: string | null): Stint => ({
  since: numberOf(since),
  until: until === null ? FOREVER : numberOf(until),
})

const termOf = (fact: TermFact): Term => ({
  fact,
  elected: numberOf(fact.electedOn),
  ended: fact.endedOn === null ? FOREVER : numberOf(fact.endedOn),
  approved: fact.approvedUntil === null ? null : numberOf(fact.approvedUntil),
})

const membersOf = (memberships: Facts['memberships']): ReadonlyMap<string, readonly StatusStint[]> => {
  const members = new Map<string, StatusStint[]>()
  for (const { personId, status, since, until } of memberships) {
    const stint = { status, since: numberOf(since), until: until === null ? FOREVER : numberOf(until) }
    const known = members.get(personId)
    if (known) known.push(stint)
    else members.set(personId, [stint])
  }
  return members
}

/** The pieces of the kinds a rule names; the array itself where it names one, as most do. */
export const piecesFor = (pieces: Pieces | undefined, kinds: readonly string[]): readonly PieceOf[] => {
  if (pieces === undefined) return NONE
  if (kinds.length === 1) return pieces.get(kinds[0]!) ?? NONE
  return kinds.flatMap((kind) => pieces.get(kind) ?? NONE)
}
