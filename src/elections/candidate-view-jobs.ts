import type { Acting } from '../database/acting.ts'
import { type Grants, may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { type RuleOf, rulesStanding } from '../rules/standing.ts'
import { shown } from './asking-jobs.ts'
import type { Candidates, GroupLine } from './candidate-contract.ts'
import { nominatorsOf, rosterOn } from './candidate-store.ts'
import { dayOf, findingsFor, frozenFor, hintsOf, judgmentsOf, type Known, summaryOf } from './candidates.ts'
import { type Election, stepOf } from './facts.ts'
import { ROLES } from './gathering.ts'
import { isParty } from './steps.ts'

type Asked = { tx: Acting; actor: { grants: Grants }; today: Day }

/** The rules and the roster by which the candidates of an election are judged. */
export const groundsOf = async (tx: Acting, election: Election, today: Day) => {
  const rulesOn = dayOf(election, today.toString())
  const [on = rulesOn] = [rulesOn, today.toString()].sort()
  const rostered = isParty(election.unitKind)
  const roster = rostered ? await rosterOn(tx, election.unitPath, on) : []
  const below = rostered ? await nominatorsOf(tx, election.unitPath, on) : []
  const itself = { id: election.unitId, name: election.unitName, path: election.unitPath }
  const ruleOf: RuleOf = rulesStanding(book, election.choices, rulesOn)
  return { ruleOf, rulesOn, roster, groups: rostered && below.length === 0 ? [itself] : below, rostered }
}

/** Candidates and nominations as their page shows them. */
export const shownCandidates = async (
  { tx, actor, today }: Asked,
  id: string,
): Promise<Candidates | Refusal> => {
  const election = await shown({ tx }, id)
  if (isRefusal(election)) return election
  const { ruleOf, rulesOn, roster, groups, rostered } = await groundsOf(tx, election, today)
  const known = new Map(roster.map((person) => [person.id, person]))
  const { version, form, seats, deputies, candidates } = election
  const isOver = election.closedOn !== null || election.cancelledOn !== null
  return {
    ...{ id, version, form, unitKind: election.unitKind, seats, deputies, rostered },
    mayLead: may(actor.grants, 'election.lead', election.unitPath) && !isOver,
    frozen: Object.fromEntries(
      ROLES.map((role) => [role, frozenFor(election, role)]),
    ) as Candidates['frozen'],
    proposedOn: proposedOn(election, today.toString()),
    candidates: candidates.map((each) => ({
      ...each,
      findings:
        each.withdrawnOn === null
          ? findingsFor(ruleOf, election, each.role, known.get(each.personId ?? ''), rulesOn)
          : [],
    })),
    judgments: judgmentsOf(election, ruleOf),
    hints: hintsOf(election, ruleOf),
    people: roster.map(({ groupName, status, ...person }) => ({
      ...person,
      group: groupName,
      votes: status === 'full',
    })),
    groups: groups.map((group) => groupLine(election, group, roster)),
    summary: summaryOf(election),
  }
}

const groupLine = (
  { nominations }: Election,
  { id, name, path }: { id: string; name: string; path: string },
  roster: readonly Known[],
): GroupLine => {
  const members = roster.filter((person) => person.path.startsWith(path))
  return {
    id,
    name,
    entitled: members.filter(({ status }) => status === 'full').length,
    leader: members.find(({ leads }) => leads)?.name ?? null,
    nomination: nominations.find(({ groupId }) => groupId === id) ?? null,
  }
}

/** Today while the election lies ahead; recorded afterwards, the day of what was done last. */
const proposedOn = (election: Election, today: string): string => {
  if (election.plannedOn === null || election.plannedOn >= today) return today
  const last = (['comparison', 'nomination', 'reply', 'decision'] as const)
    .map((step) => stepOf(election, step)?.doneOn)
    .find((on) => on !== undefined)
  return last ?? election.plannedOn
}
