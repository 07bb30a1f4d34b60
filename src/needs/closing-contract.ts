import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { OUTCOMES } from './kinds.ts'
import { SATISFIED, SOLVED, TOLD_WAYS } from './told.ts'

const params = z.object({ need: Id })

/** The token of a link where she was told by one; shown once, to be handed to her. */
const Told = z.object({ version: Version, link: z.string().nullable() })

/** Left null, she is told later, or cannot be. */
const ToldNow = z.enum(TOLD_WAYS).nullable()

export const resolveNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/outcome',
  summary: '登记办理结果',
  asks: 'need.receive',
  params,
  body: z.object({
    outcome: z.enum(OUTCOMES),
    /** What was done, where it went, or why it cannot be solved: what she is told. */
    text: Written(2_000),
    onDay: IsoDay,
    told: ToldNow.default(null),
    version: Version,
  }),
  answer: Told,
})

export const tellResult = endpoint({
  method: 'post',
  path: '/api/needs/{need}/telling',
  summary: '登记告知本人',
  asks: 'need.receive',
  params,
  body: z.object({
    /** Null closes a matter of somebody who left neither name nor address. */
    told: ToldNow,
    onDay: IsoDay,
    text: Line(1_000).default(''),
    version: Version,
  }),
  answer: Told,
})

export const makeAnswerLink = endpoint({
  method: 'post',
  path: '/api/needs/{need}/answer-link',
  summary: '发出答复链接',
  asks: 'need.receive',
  params,
  body: z.object({ version: Version }),
  answer: Told,
})

const Said = z.object({
  solved: z.enum(SOLVED),
  satisfied: z.enum(SATISFIED),
  text: Line(1_000).default(''),
})

export const takeAnswer = endpoint({
  method: 'post',
  path: '/api/needs/{need}/answers',
  summary: '登记本人答复',
  asks: 'need.receive',
  params,
  body: Said.extend({ onDay: IsoDay, version: Version }),
  answer: z.object({ version: Version }),
})

export const reopenNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/reopening',
  summary: '重新办理',
  asks: 'need.receive',
  params,
  body: z.object({ text: Written(1_000), version: Version }),
  answer: z.object({ version: Version }),
})

/** A token never stands in an address, so that no log keeps it. */
const Token = z.string().min(20).max(100)

export const lookAtAnswerLink = endpoint({
  method: 'post',
  path: '/api/answer/link',
  summary: '打开答复链接',
  asks: 'open',
  body: z.object({ token: Token }),
  /** Neither a name nor a word: only what tells her which of her matters it is. */
  answer: z.object({ organName: z.string(), number: z.string(), month: z.string(), until: IsoDay }),
})

export const giveAnswer = endpoint({
  method: 'post',
  path: '/api/answer',
  summary: '本人答复',
  asks: 'open',
  body: Said.extend({ token: Token }),
  answer: z.object({ answered: z.literal(true) }),
})
