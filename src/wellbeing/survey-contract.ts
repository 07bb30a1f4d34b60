import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { ShownRound } from './contract.ts'
import { Survey } from './survey.ts'
import { MOST_WORDS } from './urn.ts'

const Name = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/)

export const listSurveys = endpoint({
  method: 'get',
  path: '/api/surveys',
  summary: '看自愿调查',
  asks: 'wellbeing.read',
  answer: z.object({
    surveys: z.array(Survey.extend({ id: z.string() })),
    rounds: z.array(ShownRound),
  }),
})

/** Made by the server once and told once; only digests are kept. */
export const openRound = endpoint({
  method: 'post',
  path: '/api/survey-rounds',
  summary: '开始一次自愿调查',
  asks: 'wellbeing.lead',
  body: z.strictObject({
    survey: Name,
    /** Who is asked, in words: never a name. */
    audience: Written(60),
    slips: z.int().min(0).max(300),
    sheets: z.int().min(0).max(5000),
    fromOn: IsoDay,
    untilOn: IsoDay,
  }),
  answer: z.object({ id: Id, codes: z.array(z.string()) }),
})

const round = z.strictObject({ round: Id })

export const readRound = endpoint({
  method: 'get',
  path: '/api/survey-rounds/{round}',
  summary: '看一次自愿调查',
  asks: 'wellbeing.read',
  params: round,
  answer: ShownRound.extend({
    definition: Survey,
    slips: z.int(),
    sheets: z.int(),
    openedByName: z.string(),
    /** What was said in own words, in no order; only once enough have answered. */
    words: z.array(z.string()).nullable(),
    threshold: z.int(),
    version: Version,
  }),
})

/** The slips to be cut apart and handed out. Their codes come from the one who opened the round, and are not kept. */
export const printSlips = endpoint({
  method: 'post',
  path: '/api/survey-rounds/{round}/slips.docx',
  summary: '下载调查发放条',
  asks: 'wellbeing.lead',
  params: round,
  body: z.strictObject({
    codes: z
      .array(z.string().regex(/^[a-z2-9]{5}-[a-z2-9]{5}$/))
      .min(1)
      .max(300),
    origin: z.url().max(200),
  }),
})

export const closeRound = endpoint({
  method: 'post',
  path: '/api/survey-rounds/{round}/closing',
  summary: '结束一次自愿调查',
  asks: 'wellbeing.lead',
  params: round,
  body: z.strictObject({
    /** How many sheets of paper came back, and how often each choice was ticked on them. */
    sheets: z.int().min(0).max(5000).default(0),
    counts: z
      .array(z.strictObject({ question: Name, choice: Name, count: z.int().min(0).max(5000) }))
      .max(30)
      .default([]),
    version: Version,
  }),
  answer: z.object({ answered: z.int(), isEnough: z.boolean() }),
})

const Code = z.string().trim().min(1).max(40)

/** The questions behind a slip's code. Posted, so that no code stands in an address. */
export const readSlip = endpoint({
  method: 'post',
  path: '/api/survey',
  summary: '打开自愿调查',
  asks: 'open',
  body: z.strictObject({ code: Code }),
  answer: z.object({ survey: Survey, audience: z.string(), untilOn: IsoDay }),
})

export const answerSlip = endpoint({
  method: 'post',
  path: '/api/survey/answer',
  summary: '提交自愿调查',
  asks: 'open',
  body: z.strictObject({
    code: Code,
    /** A question may be left out. */
    answers: z.array(z.strictObject({ question: Name, choice: Name })).max(5),
    words: Line(MOST_WORDS).default(''),
  }),
  answer: z.object({ taken: z.literal(true) }),
})
