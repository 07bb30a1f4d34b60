import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { AGENCIES } from './kinds.ts'
import { BASES, GIVES } from './referrals.ts'

const params = z.object({ need: Id })
const Changed = z.object({ version: Version })

export const assignNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/owner',
  summary: '确定承办人',
  asks: 'need.receive',
  params,
  /** Oneself, to take it; a colleague of the desk, to hand it on. */
  body: z.object({ personId: Id, version: Version }),
  answer: Changed,
})

export const recuseFromNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/recusal',
  summary: '回避并移交',
  asks: 'need.receive',
  params,
  body: z.object({ personId: Id, reason: Written(300), version: Version }),
  answer: Changed,
})

export const addHelper = endpoint({
  method: 'post',
  path: '/api/needs/{need}/helpers',
  summary: '请人协办',
  asks: 'need.receive',
  params,
  body: z.object({ personId: Id, version: Version }),
  answer: Changed,
})

export const removeHelper = endpoint({
  method: 'post',
  path: '/api/needs/{need}/helpers/{helper}/end',
  summary: '结束协办',
  asks: 'need.receive',
  params: params.extend({ helper: Id }),
  body: z.object({ version: Version }),
  answer: Changed,
})

export const referNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/referrals',
  summary: '转介给其他部门',
  asks: 'need.receive',
  params,
  body: z.object({
    agency: z.enum(AGENCIES),
    office: Written(100),
    asks: Written(1_000),
    gives: z.array(z.enum(GIVES)).max(GIVES.length),
    basis: z.enum(BASES),
    sentOn: IsoDay,
    dueOn: IsoDay.nullable().default(null),
    version: Version,
  }),
  answer: Changed,
})

/** What the other office told us about a referral, or that we took it back. */
export const REPLIES = ['accepted', 'objected', 'answered', 'withdrawn'] as const
export type Reply = (typeof REPLIES)[number]

export const recordReply = endpoint({
  method: 'post',
  path: '/api/needs/{need}/referrals/{referral}/reply',
  summary: '登记转介回音',
  asks: 'need.receive',
  params: params.extend({ referral: Id }),
  body: z.object({
    reply: z.enum(REPLIES),
    /** Its reason or answer; nothing is asked where it has only taken the matter on. */
    text: Line(2_000).default(''),
    onDay: IsoDay,
    version: Version,
  }),
  answer: Changed,
})

export const urgeAgency = endpoint({
  method: 'post',
  path: '/api/needs/{need}/referrals/{referral}/urging',
  summary: '提出督促处理意见',
  asks: 'need.receive',
  params: params.extend({ referral: Id }),
  body: z.object({ text: Written(1_000), onDay: IsoDay, version: Version }),
  answer: Changed,
})
