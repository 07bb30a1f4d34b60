import { z } from 'zod'
import { endpoint, Id, IsoDay, Version, Written } from '../http/endpoint.ts'
import { OUTCOMES } from './kinds.ts'

// Opinions raised in a talk: a draft of the two, passed on as its speaker words it, answered by the committee.

const opinion = z.strictObject({ opinion: Id })

export const draftOpinion = endpoint({
  method: 'post',
  path: '/api/talks/{talk}/opinions',
  summary: '记下意见建议',
  asks: 'signed-in',
  params: z.strictObject({ talk: Id }),
  body: z.strictObject({ speakerId: Id, text: Written(1_000) }),
  answer: z.object({ id: Id }),
})

export const dropOpinion = endpoint({
  method: 'delete',
  path: '/api/talk-opinions/{opinion}',
  summary: '删去意见建议',
  asks: 'signed-in',
  params: opinion,
  answer: z.object({ id: Id }),
})

/** Passed on as the speaker words it: by herself, or as she signed it on paper on a day. */
export const releaseOpinion = endpoint({
  method: 'post',
  path: '/api/talk-opinions/{opinion}/release',
  summary: '转交意见建议',
  asks: 'signed-in',
  params: opinion,
  body: z.strictObject({
    wording: Written(1_000),
    agreedBy: z.enum(['speaker', 'paper']),
    agreedOn: IsoDay,
    version: Version,
  }),
  answer: z.object({ id: Id }),
})

/** A slip with the wording, to be signed by a speaker who does not sign in. */
export const downloadSlip = endpoint({
  method: 'post',
  path: '/api/talk-opinions/{opinion}/slip.docx',
  summary: '下载意见确认单',
  asks: 'signed-in',
  params: opinion,
  body: z.strictObject({ wording: Written(1_000) }),
})

export const Released = z.object({
  id: Id,
  talkId: Id,
  speakerName: z.string(),
  wording: z.string(),
  agreedOn: IsoDay,
  agreedBy: z.enum(['speaker', 'paper']),
  outcome: z.enum(OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredOn: IsoDay.nullable(),
  version: Version,
})
export type Released = z.infer<typeof Released>

export const listOpinions = endpoint({
  method: 'get',
  path: '/api/units/{unit}/talk-opinions',
  summary: '查看谈心中转交的意见建议',
  asks: 'talk.read',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100) }),
  answer: z.object({ opinions: z.array(Released) }),
})

export const answerOpinion = endpoint({
  method: 'post',
  path: '/api/talk-opinions/{opinion}/answer',
  summary: '答复意见建议',
  asks: 'talk.read',
  params: opinion,
  body: z.strictObject({ outcome: z.enum(OUTCOMES), answer: Written(1_000), version: Version }),
  answer: z.object({ id: Id }),
})
