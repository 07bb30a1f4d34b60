import { ruleIdFor } from '../ballots/election-rules.ts'
import { neededBy } from '../ballots/reason.ts'
import { type Grants, may } from '../kernel/access.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import { type RuleOf, settledOn, toldBy } from '../rules/standing.ts'
import { type Election, GROUNDS } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { rulesOfDay } from './meeting-view.ts'
import type * as contract from './voter-contract.ts'
import { hasRoster, type Voter, type Voters } from './voters.ts'

/** The voters' list as its reader sees it. */
export const votersShown = (
  election: Election,
  voters: Voters,
  { on, grants }: { on: string; grants: Grants },
): contract.Voters => {
  const ruleOf = rulesOfDay(election, on)
  const six = settledOn(election.choices, on)['election.exclusion.list'] === 'six'
  const mayLead = may(grants, 'election.lead', election.unitPath)
  return {
    ...voters,
    people: mayLead ? voters.people : voters.people.map(withoutGround),
    electionId: election.id,
    version: election.version,
    mayLead,
    on,
    isRostered: hasRoster(election.unitKind),
    isFrozen: gatheringOf(election, 'members')?.isOpen === true,
    judgments: voters.because
      .map(({ rule, numbers }) => toldBy(ruleOf, rule, numbers))
      .filter((told) => told !== null),
    quorum: quorumFor(ruleOf, election.unitKind, voters.entitled),
    exclusions: mayLead ? [...election.exclusions] : [],
    grounds: mayLead ? GROUNDS.filter((ground) => six || ground !== 'retired') : [],
    superior: election.superior,
  }
}

/** The list as it may be told to whoever does not lead: who is left out, and not why. */
const withoutGround = (voter: Voter): Voter =>
  voter.place === 'excluded' || voter.place === 'pending' ? { ...voter, reasons: [] } : voter

const quorumFor = (ruleOf: RuleOf, unitKind: string, entitled: number): contract.Voters['quorum'] => {
  const rule = ruleOf(ruleIdFor(unitKind, 'quorum') ?? '')
  if (rule?.kind !== 'check' || entitled === 0) return null
  const needed = neededBy(rule, { entitled, present: 0 })
  return isRefusal(needed) ? null : { needed, citation: citationOf(rule) }
}
