import { ELECTION_PAPERS, type ElectionPaperId } from '../documents/election-papers.ts'
import type { Permission } from '../kernel/access.ts'
import type { Election, StepId } from './facts.ts'

/** A paper of the set: its number, the step it belongs to, and for which elections it is needed. */
export type PaperKind = {
  id: ElectionPaperId
  /** Its place in the set, 0–21; some numbers have several papers. */
  number: number
  title: string
  step: StepId | null
  /** Goes out as an official paper, with a number (文号). */
  official: boolean
  /** Only in an election of this form or kind; in every one where nothing is said. */
  form?: Election['form']
  kind?: Election['kind']
  /** Only where the Party's own procedure asks for it. */
  partyOnly?: true
  /** Whoever may take it; a paper that tells why somebody has no vote is for those who lead. */
  asks: Extract<Permission, 'election.read' | 'election.lead'>
}

type More = Partial<Pick<PaperKind, 'official' | 'form' | 'kind' | 'partyOnly' | 'asks'>>

const paper = (number: number, id: ElectionPaperId, step: StepId | null, more: More = {}): PaperKind => ({
  id,
  number,
  title: ELECTION_PAPERS[id],
  step,
  official: false,
  asks: 'election.read',
  ...more,
})

export const PAPER_KINDS: readonly PaperKind[] = [
  paper(0, 'term-calendar', null, { kind: 'renewal' }),
  paper(1, 'decision', 'decision'),
  paper(2, 'request', 'request', { official: true }),
  paper(3, 'reply', 'reply'),
  paper(4, 'plan', 'notice'),
  paper(4, 'notice', 'notice', { official: true }),
  paper(5, 'voters', 'voters'),
  paper(5, 'voters-inner', 'voters', { asks: 'election.lead' }),
  paper(6, 'nomination', 'nomination', { partyOnly: true }),
  paper(7, 'candidates-request', 'candidates-request', { official: true }),
  paper(8, 'candidates-reply', 'candidates-reply'),
  paper(9, 'work-report', 'work-report', { kind: 'renewal' }),
  paper(10, 'method', 'method'),
  paper(11, 'agenda', null),
  paper(11, 'script', null),
  paper(12, 'attendance', null),
  paper(13, 'officers', null),
  paper(14, 'ballot-members', null, { form: 'committee' }),
  paper(14, 'ballot-heads', null),
  paper(15, 'ballot-report', null),
  paper(16, 'tally', null),
  paper(17, 'result-to-meeting', 'announcement'),
  paper(18, 'plenary', 'division', { form: 'committee' }),
  paper(19, 'result-report', 'result-report', { official: true }),
  paper(20, 'result-reply', 'result-reply'),
  paper(21, 'public-notice', 'public-notice', { official: true }),
  paper(21, 'closing-list', 'archive'),
]

const PARTY: readonly string[] = ['branch', 'general-branch', 'committee-unit']

/** The papers that this election needs, in their order. */
export const papersNeeded = ({
  form,
  kind,
  unitKind,
}: Pick<Election, 'form' | 'kind' | 'unitKind'>): PaperKind[] =>
  PAPER_KINDS.filter(
    (paper) =>
      (paper.form === undefined || paper.form === form) &&
      (paper.kind === undefined || paper.kind === kind) &&
      (!paper.partyOnly || PARTY.includes(unitKind)),
  )
