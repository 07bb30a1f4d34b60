import { z } from 'zod'
import { endpoint, Id, IsoDay, RefusalShape } from '../http/endpoint.ts'
import { Intake } from './contract.ts'

/** A need told on a visit, written on a device. */
export const NeedDraft = Intake.extend({
  /** Made on the device, so that what is sent twice is one. */
  id: Id,
  receivedOn: IsoDay,
  visitId: Id.nullable().default(null),
})
export type NeedDraft = z.infer<typeof NeedDraft>

/** What became of one draft of many. */
export const NeedJudged = z.object({
  id: Id,
  outcome: z.enum(['taken', 'known', 'refused']),
  /** 〔2026〕12 */
  number: z.string().nullable(),
  refusal: RefusalShape.nullable(),
})
export type NeedJudged = z.infer<typeof NeedJudged>

export const receiveNeeds = endpoint({
  method: 'post',
  path: '/api/needs/drafts',
  summary: '接收走访带回的需求',
  asks: 'need.receive',
  // Each is judged by itself against NeedDraft: one that is refused stops none of the others.
  body: z.object({ drafts: z.array(z.looseObject({ id: Id })).max(200) }),
  answer: z.object({ judged: z.array(NeedJudged) }),
})
