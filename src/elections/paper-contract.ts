import { z } from 'zod'
import { BALLOT_SIZES, MARKS } from '../documents/ballot-marks.ts'
import { ELECTION_PAPER_IDS } from '../documents/election-papers.ts'
import { Count, endpoint, Id } from '../http/endpoint.ts'
import { STEPS } from './facts.ts'
import { ROLES } from './gathering.ts'

export const ElectionPapers = z.object({
  papers: z.array(
    z.object({
      id: z.enum(ELECTION_PAPER_IDS),
      number: z.number().int(),
      title: z.string(),
      official: z.boolean(),
      step: z.enum(STEPS).nullable(),
      /** `gaps`: it can be taken, with so many places that say 〔未记〕. */
      state: z.enum(['complete', 'gaps', 'not-yet']),
      gaps: z.number().int(),
      /** What must be recorded first. */
      awaits: z.string().nullable(),
    }),
  ),
})
export type ElectionPapers = z.infer<typeof ElectionPapers>

export const listPapers = endpoint({
  method: 'get',
  path: '/api/elections/{election}/papers',
  summary: '查看选举文书',
  asks: 'election.read',
  params: z.strictObject({ election: Id }),
  answer: ElectionPapers,
})

export const downloadPaper = endpoint({
  method: 'get',
  path: '/api/elections/{election}/papers/{paper}',
  summary: '下载选举文书',
  asks: 'election.read',
  params: z.strictObject({ election: Id, paper: z.enum(ELECTION_PAPER_IDS) }),
})

export const downloadPaperSet = endpoint({
  method: 'get',
  path: '/api/elections/{election}/paper-set',
  summary: '下载全套选举文书',
  asks: 'election.read',
  params: z.strictObject({ election: Id }),
})

export const Ballots = z.object({
  ballots: z.array(
    z.object({
      /** The round it is voted with; null before there is one. */
      round: Id.nullable(),
      role: z.enum(ROLES),
      title: z.string(),
      /** What of it is voted on again; null for the vote itself. */
      again: z.string().nullable(),
      names: z.array(z.string()),
      seats: z.number().int(),
      /** As many as there are voters, or as were noted to be printed. */
      copies: Count,
      /** Whether the names go on half a sheet. */
      halves: z.boolean(),
    }),
  ),
})
export type Ballots = z.infer<typeof Ballots>

export const listBallots = endpoint({
  method: 'get',
  path: '/api/elections/{election}/ballots',
  summary: '查看可以印制的选票',
  asks: 'election.read',
  params: z.strictObject({ election: Id }),
  answer: Ballots,
})

export const printBallots = endpoint({
  method: 'get',
  path: '/api/elections/{election}/ballots/file',
  summary: '下载选票印制稿',
  asks: 'election.lead',
  params: z.strictObject({ election: Id }),
  query: z.strictObject({
    role: z.enum(ROLES),
    round: Id.optional(),
    size: z.enum(BALLOT_SIZES).default('A5'),
    marks: z.enum(MARKS).default('each'),
    copies: z.coerce.number().int().min(1).max(2000),
  }),
})
