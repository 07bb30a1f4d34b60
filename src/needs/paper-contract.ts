import { z } from 'zod'
import { endpoint, Id, Written } from '../http/endpoint.ts'
import { GROUNDS } from './contract.ts'

const params = z.object({ need: Id })

export const NEED_PAPERS = ['referral', 'opinion', 'result', 'sheet', 'copy'] as const
export type NeedPaper = (typeof NEED_PAPERS)[number]

/** Making a paper of a sensitive matter opens it, and a copy of the record is given for a reason: both ask for a ground. */
export const makeNeedPaper = endpoint({
  method: 'post',
  path: '/api/needs/{need}/papers/{paper}',
  summary: '出具需求文书',
  asks: 'need.receive',
  params: params.extend({ paper: z.enum(NEED_PAPERS) }),
  body: z.object({
    ground: z.enum(GROUNDS).nullable().default(null),
    /** Of which referral, where the paper is about one. */
    referral: Id.nullable().default(null),
  }),
})

/** Whether words in a copy are those that were written: by the fingerprint that the step took of them. */
export const checkCopy = endpoint({
  method: 'post',
  path: '/api/needs/{need}/copy-check',
  summary: '核对记录副本',
  asks: 'need.receive',
  params,
  body: z.object({ step: Id, text: Written(5_000) }),
  answer: z.object({ same: z.boolean(), seal: z.int().nullable() }),
})
