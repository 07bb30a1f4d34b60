import { z } from 'zod'
import { Count, endpoint, Id, IsoDay } from '../http/endpoint.ts'
import { CHOICES, FORMS } from './kinds.ts'
import { Appraisal } from './shape.ts'

const appraisal = z.strictObject({ appraisal: Id })
const ballot = z.strictObject({
  ballot: z.array(z.strictObject({ personId: Id, choice: z.enum(CHOICES) })).max(300),
})

export const openPoll = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/poll',
  summary: '开始民主测评',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ form: z.enum(FORMS).exclude(['totals']), polledOn: IsoDay }),
  answer: Appraisal,
})

/** The figures of a poll on paper; votes not typed are 合格. Typed again they replace what was typed before. */
export const enterTotals = endpoint({
  method: 'put',
  path: '/api/appraisals/{appraisal}/poll/totals',
  summary: '录入测评汇总数',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({
    polledOn: IsoDay,
    issued: Count,
    returned: Count,
    valid: Count,
    counts: z
      .array(
        z.strictObject({
          personId: Id,
          excellent: Count,
          basicallyQualified: Count,
          unqualified: Count,
          abstained: Count,
        }),
      )
      .max(300),
  }),
  answer: Appraisal,
})

/** The names on the sheet, for whoever fills one in. */
export const readBallot = endpoint({
  method: 'get',
  path: '/api/appraisals/{appraisal}/ballot',
  summary: '查看测评票',
  asks: 'signed-in',
  params: appraisal,
  answer: z.object({
    unitName: z.string(),
    forYear: z.number().int(),
    form: z.enum(FORMS),
    people: z.array(z.object({ personId: Id, name: z.string() })),
    /** Of the one who asks, where she fills one in for herself. */
    voted: z.boolean(),
    may: z.boolean(),
  }),
})

/** One's own ballot, once. */
export const castBallot = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/ballot',
  summary: '投民主测评票',
  asks: 'signed-in',
  params: appraisal,
  body: ballot,
  answer: z.object({ taken: z.boolean() }),
})

/** A ballot on paper, or from the screen of the meeting room: nobody is named. */
export const castSheet = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/poll/sheets',
  summary: '录入一张测评票',
  asks: 'appraisal.lead',
  params: appraisal,
  body: ballot,
  answer: z.object({ cast: Count, voters: Count }),
})

export const countSheets = endpoint({
  method: 'get',
  path: '/api/appraisals/{appraisal}/poll/sheets',
  summary: '查看已投的张数',
  asks: 'appraisal.lead',
  params: appraisal,
  answer: z.object({ cast: Count, voters: Count }),
})

/** The hand list: these have handed in a sheet. It says nothing of which. */
export const markVoted = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/poll/voted',
  summary: '登记已交票的人员',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ personIds: z.array(Id).min(1).max(300) }),
  answer: Appraisal,
})

/** Adds the ballots up and destroys them. `issued` and `returned` where paper was handed out. */
export const closePoll = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/poll/closing',
  summary: '结束民主测评并计票',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ issued: Count.nullable(), returned: Count.nullable() }),
  answer: Appraisal,
})

/** A poll that is still open and is to be held anew; whatever was put in is destroyed uncounted. */
export const dropPoll = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/poll/dropping',
  summary: '作废未结束的民主测评',
  asks: 'appraisal.lead',
  params: appraisal,
  answer: Appraisal,
})
