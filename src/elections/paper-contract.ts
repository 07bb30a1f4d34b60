import { z } from 'zod'
import { ELECTION_PAPER_IDS } from '../documents/election-papers.ts'
import { endpoint, Id } from '../http/endpoint.ts'
import { STEPS } from './facts.ts'

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
