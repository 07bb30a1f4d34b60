import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { POSTS } from '../kernel/access.ts'

export const HANDOVER_STAGES = ['open', 'signed', 'withdrawn'] as const
export const SIDES = ['from', 'to'] as const
export type Side = (typeof SIDES)[number]
/** What may be done to a hand-over sheet. */
export const HANDOVER_ACTS = ['change', 'confirm', 'sign', 'paper', 'withdraw'] as const
export type HandoverAct = (typeof HANDOVER_ACTS)[number]

const handover = z.strictObject({ handover: Id })
const version = z.strictObject({ version: Version })

export const LedgerState = z.object({
  ledger: z.string(),
  state: z.string(),
  count: z.number().int().nullable(),
  openMatters: z.array(z.object({ what: z.string(), by: IsoDay.nullable(), owner: z.string().nullable() })),
})

export const Place = z.object({ item: Written(100), place: Written(100) })

const Signed = z.object({ signedOn: IsoDay.nullable(), paperByName: z.string().nullable() })

export const HandoverLine = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  post: z.enum(POSTS),
  fromId: Id,
  fromName: z.string(),
  toId: Id,
  toName: z.string(),
  endsOn: IsoDay,
  beginsOn: IsoDay,
  stage: z.enum(HANDOVER_STAGES),
  confirmedOn: IsoDay.nullable(),
  from: Signed,
  to: Signed,
})
export type HandoverLine = z.infer<typeof HandoverLine>

export const Handover = HandoverLine.extend({
  openedOn: IsoDay,
  confirmedByName: z.string().nullable(),
  drawnOn: IsoDay,
  ledgers: z.array(LedgerState),
  promises: z.array(z.string()),
  places: z.array(Place),
  witnessName: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** What the reader may do now, each with the reason when not. */
  permits: z.record(z.enum(HANDOVER_ACTS), z.object({ may: z.boolean(), reason: z.string().nullable() })),
  version: Version,
})
export type Handover = z.infer<typeof Handover>

export const listHandovers = endpoint({
  method: 'get',
  path: '/api/handovers',
  summary: '查看工作交接',
  asks: 'signed-in',
  answer: z.object({ handovers: z.array(HandoverLine) }),
})

export const readHandover = endpoint({
  method: 'get',
  path: '/api/handovers/{handover}',
  summary: '查看工作交接表',
  asks: 'signed-in',
  params: handover,
  answer: Handover,
})

/** By whoever leaves the post, or whoever leads hand-overs there. The state of every ledger is drawn at once. */
export const openHandover = endpoint({
  method: 'post',
  path: '/api/posts/{post}/handover',
  summary: '开出工作交接表',
  asks: 'signed-in',
  params: z.strictObject({ post: Id }),
  body: z.strictObject({ toId: Id, endsOn: IsoDay, beginsOn: IsoDay }),
  answer: Handover,
})

/** What people add to it, while nobody has signed; `draw` draws the ledgers anew as they stand today. */
export const changeHandover = endpoint({
  method: 'put',
  path: '/api/handovers/{handover}',
  summary: '填写工作交接表',
  asks: 'signed-in',
  params: handover,
  body: z.strictObject({
    endsOn: IsoDay,
    beginsOn: IsoDay,
    promises: z.array(Written(300)).max(50),
    places: z.array(z.strictObject(Place.shape)).max(50),
    witnessName: Line(60).nullable(),
    draw: z.boolean().default(false),
    version: Version,
  }),
  answer: Handover,
})

/** By whoever may appoint there, where the one who leaves may not: without it no signature passes the post. */
export const confirmHandover = endpoint({
  method: 'post',
  path: '/api/handovers/{handover}/confirmation',
  summary: '确认工作交接',
  asks: 'handover.lead',
  params: handover,
  body: version,
  answer: Handover,
})

export const signHandover = endpoint({
  method: 'post',
  path: '/api/handovers/{handover}/signing',
  summary: '在工作交接表上签字',
  asks: 'signed-in',
  params: handover,
  body: version,
  answer: Handover,
})

/** A party who cannot sign here has signed the printed sheet; said by whoever leads, never for herself. */
export const recordPaperSigning = endpoint({
  method: 'post',
  path: '/api/handovers/{handover}/paper-signing',
  summary: '登记纸质签字',
  asks: 'handover.lead',
  params: handover,
  body: z.strictObject({ side: z.enum(SIDES), signedOn: IsoDay, version: Version }),
  answer: Handover,
})

export const withdrawHandover = endpoint({
  method: 'post',
  path: '/api/handovers/{handover}/withdrawal',
  summary: '撤回工作交接表',
  asks: 'signed-in',
  params: handover,
  body: z.strictObject({ reason: Written(300), version: Version }),
  answer: Handover,
})

export const downloadHandover = endpoint({
  method: 'get',
  path: '/api/handovers/{handover}/handover.docx',
  summary: '下载工作交接表',
  asks: 'signed-in',
  params: handover,
})
