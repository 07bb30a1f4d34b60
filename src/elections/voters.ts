import { type Base, type BaseLine, type Because, baseOf } from '../ballots/eligibility.ts'
import { compareNames } from '../ballots/order.ts'
import type { Reason } from '../ballots/reason.ts'
import type { Status } from '../kernel/status.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Election } from './facts.ts'

/** Somebody on the roster of the unit on a day. */
export type Rostered = {
  personId: string
  name: string
  initials: string
  status: Status
  groupName: string | null
}

/** One line of the voters' list: whether she is in the base, and what says so. */
export type Voter = {
  /** The person, or the entry by name where no roster knows her. */
  key: string
  personId: string | null
  name: string
  initials: string
  groupName: string | null
  status: Status | null
  place: BaseLine['place']
  reasons: Because[]
}

/** The voters' list of an election as of a day, with the base and what holds it together. */
export type Voters = {
  people: Voter[]
  /** 应到会有选举权人数, as of now: whoever is excluded lawfully has left it. */
  entitled: number
  /** The same once everything still pending is approved and passed. */
  entitledThen: number
  counts: Record<'full' | 'probationary' | 'onProbation' | 'suspended' | 'excluded' | 'pending', number>
  because: Reason[]
}

type Listed = Pick<Election, 'unitKind' | 'exclusions' | 'delegates'>

/** Only the Party's organisations keep a roster here; a women's federation and a union name who may vote. */
export const hasRoster = (unitKind: Election['unitKind']): boolean =>
  unitKind === 'branch' || unitKind === 'general-branch' || unitKind === 'committee-unit'

export const votersOf = (
  ruleOf: RuleOf,
  election: Listed,
  roster: readonly Rostered[],
  on: string,
): Voters => {
  if (!hasRoster(election.unitKind)) return named(election)
  const exclusionOf = new Map(election.exclusions.map((each) => [each.personId, each]))
  const rows = roster.map(({ personId, status }) => {
    const exclusion = exclusionOf.get(personId)
    return {
      person: personId,
      status,
      exclusion: exclusion ? { ...exclusion, passed: exclusion.passedOn !== null } : null,
    }
  })
  const base = baseOf(ruleOf, rows, on)
  const byPerson = new Map(roster.map((each) => [each.personId, each]))
  const people = base.people
    .map(({ person, place, because }): Voter => {
      const one = byPerson.get(person)!
      return { ...one, key: person, place, reasons: because }
    })
    .toSorted(byName)
  return { people, ...summed(base, people), because: base.because }
}

const byName = (one: Voter, other: Voter): number => compareNames(one.name, other.name)

const summed = ({ entitled, full }: Base, people: readonly Voter[]) => {
  const of = (status: Status) => people.filter((each) => each.status === status).length
  const placed = (place: Voter['place']) => people.filter((each) => each.place === place).length
  const counts = {
    full,
    probationary: of('probationary'),
    onProbation: of('on-probation'),
    suspended: of('suspended'),
    excluded: placed('excluded'),
    pending: placed('pending'),
  }
  return { entitled, entitledThen: entitled - counts.pending, counts }
}

const named = ({ delegates }: Listed): Voters => {
  const people = delegates
    .map(
      ({ id, personId, name, fromUnit }): Voter => ({
        key: id,
        personId,
        name,
        initials: '',
        groupName: fromUnit,
        status: null,
        place: 'voter',
        reasons: [],
      }),
    )
    .toSorted(byName)
  const none = { full: 0, probationary: 0, onProbation: 0, suspended: 0, excluded: 0, pending: 0 }
  return { people, entitled: people.length, entitledThen: people.length, counts: none, because: [] }
}

/** Whether somebody is in the base: voters, and those whose exclusion still lacks something. */
export const isEntitled = ({ place }: Pick<Voter, 'place'>): boolean =>
  place === 'voter' || place === 'pending'

/**
 * The same without the ground, as the list of a meeting keeps it for everybody who may read elections: the ground is a matter of
 * her health or freedom and stands only with the exclusion, before those who lead.
 */
export const neutralWordsOf = ({ place, reasons }: Pick<Voter, 'place' | 'reasons'>): string | null => {
  if (place === 'excluded') return '经上级同意并经大会通过，不计入应到会。'
  if (place !== 'pending') return wordsOf({ reasons })
  const lacking = reasons.filter(({ rule, holds }) => rule === 'election.exclusion.approved' && !holds)
  return wordsOf({ reasons: lacking }) ?? '选举之日还不能不计入，仍计入应到会。'
}

/** Why she has no vote, or what her exclusion still lacks, in one line; null where there is nothing to tell. */
export const wordsOf = ({ reasons }: Pick<Voter, 'reasons'>): string | null =>
  reasons.length === 0 ? null : reasons.map(({ words }) => words).join('')
