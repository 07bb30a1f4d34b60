import { electionDocx } from '../documents/election-paper.ts'
import { electionTemplate } from '../documents/election-papers.ts'
import { ELECTION_TAGS } from '../documents/election-tags.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { type Grants, may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { shown } from './asking-jobs.ts'
import { ballotRoutes } from './ballot-routes.ts'
import type { Election } from './facts.ts'
import * as contract from './paper-contract.ts'
import { paperFacts } from './paper-jobs.ts'
import { type PaperKind, papersNeeded } from './paper-kinds.ts'
import { paperSet } from './paper-set-jobs.ts'
import { PAPERS, paperState } from './papers.ts'
import { notHers } from './refusals.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The papers that the reader may take, each with how it is made. */
const papersFor = (grants: Grants, election: Election) =>
  papersNeeded(election).flatMap((kind) => {
    const paper = PAPERS[kind.id]
    return paper && may(grants, kind.asks, election.unitPath) ? [{ kind, paper }] : []
  })

const shownKind = ({ id, number, title, official, step }: PaperKind) => ({
  id,
  number,
  title,
  official,
  step,
})

const listPapers = route(contract.listPapers, async (asked) => {
  const election = await shown(asked, asked.params.election)
  if (isRefusal(election)) return election
  const facts = await paperFacts(asked.tx, election, asked.today)
  return {
    papers: papersFor(asked.actor.grants, election).map(({ kind, paper }) => ({
      ...shownKind(kind),
      ...paperState(paper, facts),
    })),
  }
})

const downloadPaper = route(contract.downloadPaper, async (asked) => {
  const { tx, actor, today, params } = asked
  const election = await shown(asked, params.election)
  if (isRefusal(election)) return election
  const kind = papersNeeded(election).find(({ id }) => id === params.paper)
  const paper = PAPERS[params.paper]
  if (!kind || !paper)
    return refuse('not-found', '这次选举没有这份文书。请从“文书”页选择。', { field: 'paper' })
  if (!may(actor.grants, kind.asks, election.unitPath)) return notHers(election.unitName)
  const facts = await paperFacts(tx, election, today)
  const awaits = paper.awaits?.(facts) ?? null
  if (awaits !== null) return refuse('conflict', awaits)
  const template = electionTemplate(kind.id)
  const own = await templateFor(tx, election.unitId, template)
  const bytes = await filled(own, ELECTION_TAGS[template], facts, electionDocx(paper))
  return isRefusal(bytes) ? bytes : { name: `${paper.name(facts)}.docx`, type: WORD, bytes }
})

const downloadPaperSet = route(contract.downloadPaperSet, async (asked) => {
  const election = await shown(asked, asked.params.election)
  if (isRefusal(election)) return election
  const set = await paperSet(asked.tx, election, asked.actor.grants, asked.today)
  return isRefusal(set) ? set : { name: set.fileName, type: 'application/zip', bytes: set.bytes }
})

export const paperRoutes: readonly Route[] = [
  // One a line.
  listPapers,
  downloadPaper,
  downloadPaperSet,
  ...ballotRoutes,
]
