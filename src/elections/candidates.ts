import { candidateFaults, type Finding } from '../ballots/candidates.ts'
import { ruleIdFor } from '../ballots/election-rules.ts'
import { compareNames } from '../ballots/order.ts'
import type { Status } from '../kernel/status.ts'
import type { RuleOf, Told } from '../rules/standing.ts'
import { toldBy } from '../rules/standing.ts'
import { type Candidate, type Election, standing } from './facts.ts'
import { type Body, gatheringOf, type Role } from './gathering.ts'
import { isParty } from './steps.ts'
import { headsWords, headTitle, roleWords } from './titles.ts'

/** Someone of the roster on the day, as far as candidates are judged by it. */
export type Known = {
  id: string
  name: string
  initials: string
  status: Status
  fullOn: string | null
  groupName: string | null
  path: string
  leads: boolean
}

/** Who elects that role: the members' meeting, or the first plenary of the new committee. */
const bodyFor = ({ form }: Pick<Election, 'form'>, role: Role): Body =>
  role === 'member' || form === 'direct' ? 'members' : 'committee'

type Course = Pick<Election, 'form' | 'gatherings' | 'closedOn' | 'cancelledOn'>

/** Why the candidates of a role stand as they are; null while they can be changed. */
export const frozenFor = (election: Course, role: Role): string | null => {
  if (election.closedOn !== null || election.cancelledOn !== null) return '这次选举已经办结或撤销。'
  return gatheringOf(election, bodyFor(election, role))?.isOpen
    ? '会议已经开始，候选人不能再增减，只能登记退出。'
    : null
}

/** Whether ballots for that role were given out at the meeting that counts. */
export const isVoted = (election: Course, role: Role): boolean =>
  gatheringOf(election, bodyFor(election, role))?.rounds.some((round) => round.role === role) ?? false

/** What speaks against someone for a role, by the roster of the day. */
export const findingsFor = (
  ruleOf: RuleOf,
  { unitKind }: Pick<Election, 'unitKind'>,
  role: Role,
  person: Pick<Known, 'status' | 'fullOn'> | undefined,
  on: string,
): Finding[] =>
  isParty(unitKind)
    ? candidateFaults(ruleOf, { role, status: person?.status ?? 'left', fullOn: person?.fullOn ?? null, on })
    : []

/** The day by whose rules and roster an election is judged. */
export const dayOf = ({ electedOn, plannedOn }: Pick<Election, 'electedOn' | 'plannedOn'>, today: string) =>
  electedOn ?? plannedOn ?? today

export type JudgedAbout = { about: string; told: Told }

/** Difference, equal numbers, consent above and introduction, each with its numbers. */
export const judgmentsOf = (election: Election, ruleOf: RuleOf): JudgedAbout[] => {
  const { unitKind, form, seats, deputies } = election
  const members = standing(election, 'member')
  const heads = [...standing(election, 'secretary'), ...standing(election, 'deputy-secretary')]
  const all = [...members, ...heads]
  const told = (about: string, id: string | null, facts: Record<string, number>): JudgedAbout[] => {
    const found = toldBy(ruleOf, id, facts)
    return found ? [{ about, told: found }] : []
  }
  const party = (id: string): string | null => (isParty(unitKind) ? id : null)
  const surplus =
    form === 'committee' && members.length > 0
      ? told('委员候选人', ruleIdFor(unitKind, 'surplus') ?? null, { seats, candidates: members.length })
      : []
  const equal = (['secretary', 'deputy-secretary'] as const).flatMap((role) => {
    const places = role === 'secretary' ? 1 : deputies
    const candidates = standing(election, role).length
    if (form === 'direct' || places === 0 || candidates === 0) return []
    return told(`${roleWords(unitKind, role)}候选人`, party('election.secretary-equal'), {
      seats: places,
      candidates,
    })
  })
  const agreed = (people: readonly Candidate[]) => ({
    candidates: people.length,
    agreed: people.filter(({ agreedOn }) => agreedOn !== null).length,
  })
  const headsAgreed =
    form === 'direct' ? 'election.secretary-without-committee' : 'election.secretary-candidates-agreed'
  return [
    ...surplus,
    ...equal,
    ...(members.length > 0 ? told('委员候选人', party('election.candidates-agreed'), agreed(members)) : []),
    ...(heads.length > 0 ? told(`${headsWords(unitKind)}候选人`, party(headsAgreed), agreed(heads)) : []),
    ...(all.length > 0
      ? told('介绍候选人', party('election.introduction'), {
          candidates: all.length,
          introduced: all.filter(({ introducedOn }) => introducedOn !== null).length,
        })
      : []),
  ]
}

/** What no clause says and yet would go wrong at the meeting. */
export const hintsOf = (election: Election, ruleOf: RuleOf): string[] => {
  const { form, unitKind, deputies } = election
  const deputy = headTitle(unitKind, 'deputy-secretary')
  const members = standing(election, 'member').map(({ name }) => name)
  const heads = (['secretary', 'deputy-secretary'] as const).flatMap((role) => standing(election, role))
  const outside = heads.filter(({ name }) => !members.includes(name)).map(({ name }) => name)
  const twice = heads.filter(({ name }, at) => heads.findIndex((each) => each.name === name) !== at)
  return [
    ...(form === 'committee' && members.length > 0 && outside.length > 0
      ? [`${outside.join('、')}不在委员候选人中：先当选委员，才能当选${headsWords(unitKind)}。`]
      : []),
    ...twice.map(
      ({ name }) => `${name}同时列为${headsWords(unitKind).replace('、', '和')}候选人，请留一个。`,
    ),
    ...(deputies === 0 && standing(election, 'deputy-secretary').length > 0
      ? [`换届安排里没有${deputy}，却有${deputy}候选人。请改安排，或撤回候选人。`]
      : []),
    ...(form === 'committee' && !ruleOf(ruleIdFor(unitKind, 'surplus') ?? '')
      ? ['这类组织的差额比例还没有规则，请按本组织章程和上级批复掌握。']
      : []),
  ]
}

/** Support over all groups: the most first, then by strokes. */
export const summaryOf = ({ nominations }: Pick<Election, 'nominations'>) => {
  const people = new Map<string, { personId: string; name: string; support: number; groups: number }>()
  for (const { personId, name, support } of nominations.flatMap(({ nominees }) => nominees)) {
    const sum = people.get(personId) ?? { personId, name, support: 0, groups: 0 }
    people.set(personId, { ...sum, support: sum.support + support, groups: sum.groups + 1 })
  }
  return [...people.values()].toSorted(
    (one, other) => other.support - one.support || compareNames(one.name, other.name),
  )
}
