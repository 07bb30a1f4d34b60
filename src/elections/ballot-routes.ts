import { ballotsDocx } from '../documents/ballot-pad.ts'
import { ballotFileName, ballotSize, ballotTitle } from '../documents/ballot-sheet.ts'
import { type Ballot, ballotsOf } from '../documents/election-ballots.ts'
import type { PaperFacts } from '../documents/election-facts.ts'
import { electionTemplate } from '../documents/election-papers.ts'
import { WHY_AGAIN } from '../documents/election-rounds.ts'
import { ELECTION_TAGS } from '../documents/election-tags.ts'
import { fillTemplate } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { shown } from './asking-jobs.ts'
import * as contract from './paper-contract.ts'
import { paperFacts } from './paper-jobs.ts'
import { notHers } from './refusals.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const listBallots = route(contract.listBallots, async (asked) => {
  const election = await shown(asked, asked.params.election)
  if (isRefusal(election)) return election
  const facts = await paperFacts(asked.tx, election, asked.today)
  return {
    ballots: [...ballotsOf(facts, 'members'), ...ballotsOf(facts, 'heads')].map((ballot) => ({
      round: ballot.round,
      role: ballot.role,
      title: ballotTitle(ballot.paper),
      again: ballot.paper.again && WHY_AGAIN[ballot.paper.again],
      names: [...ballot.paper.names],
      seats: ballot.paper.seats,
      copies: copiesOf(facts, ballot),
      halves: ballotSize(ballot.paper, 'A5') === 'A5',
    })),
  }
})

/** What was noted to be printed, else one for each voter of the body that votes. */
const copiesOf = (facts: PaperFacts, { round, role }: Ballot): number => {
  const found = facts.gatherings.flatMap(({ rounds }) => rounds).find(({ id }) => id === round)
  const voters = role === 'member' || facts.form === 'direct' ? facts.base.entitled : facts.seats
  return found?.printed ?? found?.entitled ?? voters
}

const printBallots = route(contract.printBallots, async (asked) => {
  const { tx, actor, today, params, query } = asked
  const election = await shown(asked, params.election)
  if (isRefusal(election)) return election
  if (!may(actor.grants, 'election.lead', election.unitPath)) return notHers(election.unitName)
  const facts = await paperFacts(tx, election, today)
  const kind = query.role === 'member' ? 'members' : 'heads'
  const ballot = ballotsOf(facts, kind, query.marks).find(
    ({ round, role }) => role === query.role && (query.round ?? round) === round,
  )
  if (!ballot)
    return refuse('conflict', '这次选举还没有这种选票：先登记候选人。', {
      field: query.round ? 'round' : 'role',
    })
  const { paper } = ballot
  const template = electionTemplate(`ballot-${kind}`)
  const own = await templateFor(tx, election.unitId, template)
  const bytes = own
    ? fillTemplate(own, ELECTION_TAGS[template], facts)
    : await ballotsDocx({ paper, size: query.size, copies: query.copies })
  return isRefusal(bytes) ? bytes : { name: `${ballotFileName(paper)}.docx`, type: WORD, bytes }
})

export const ballotRoutes: readonly Route[] = [listBallots, printBallots]
