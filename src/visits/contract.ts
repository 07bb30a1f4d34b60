import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Page, RefusalShape, Version, Written } from '../http/endpoint.ts'
import { NeedLine } from '../needs/contract.ts'
import { CONSENTS, PARTS, STAGES, VISIT_SCOPES, WITHDRAWALS } from './kinds.ts'
import { VisitWords } from './words.ts'

export { CONSENT_NAMES, CONSENTS } from './kinds.ts'

const Visitor = z.object({ id: Id, name: z.string() })

/** A visit as a list shows it: never a word of what was said. */
export const VisitLine = z.object({
  id: Id,
  stage: z.enum(STAGES),
  plannedOn: IsoDay.nullable(),
  heldOn: IsoDay.nullable(),
  pointId: Id.nullable(),
  /** The contact point's name, or the place. */
  where: z.string(),
  visitors: z.array(Visitor),
  /** Promises that nobody has been told of yet. */
  promisesOpen: Count,
})
export type VisitLine = z.infer<typeof VisitLine>

export const VisitPromise = z.object({
  id: Id,
  what: z.string(),
  dueOn: IsoDay.nullable(),
  ownerId: Id,
  ownerName: z.string(),
  doneOn: IsoDay.nullable(),
  toldOn: IsoDay.nullable(),
  version: Version,
})
export type VisitPromise = z.infer<typeof VisitPromise>

export const Visit = VisitLine.omit({ promisesOpen: true }).extend({
  place: z.string().nullable(),
  consent: z.enum(CONSENTS).nullable(),
  /** Null where nothing is written: planned, or taken away because she asked for it. */
  words: VisitWords.nullable(),
  promises: z.array(VisitPromise),
  /** The needs brought home from it, as far as the reader may know of them. */
  needs: z.array(NeedLine.pick({ id: true, year: true, number: true, state: true })),
  recordedBy: Id,
  recordedByName: z.string(),
  recordedOn: IsoDay.nullable(),
  withdrawnBecause: z.enum(WITHDRAWALS).nullable(),
  /** Whether the reader made or recorded it, and may so correct or withdraw it. */
  hers: z.boolean(),
  version: Version,
})
export type Visit = z.infer<typeof Visit>

/** A visit as it is written on the way: whole, under an id of the device's making. */
export const VisitDraft = z.strictObject({
  id: Id,
  pointId: Id.nullable(),
  /** Where it was, if at no contact point: a place, never a household. */
  place: Line(100).nullable(),
  heldOn: IsoDay,
  visitors: z.array(Id).min(1).max(30),
  ...VisitWords.shape,
  promises: z
    .array(
      z.strictObject({
        id: Id,
        what: Written(300),
        dueOn: IsoDay.nullable(),
        /** Null: whoever records. */
        ownerId: Id.nullable().default(null),
      }),
    )
    .max(20),
  consent: z.enum(CONSENTS),
  /** Of a planned or corrected visit the version that was opened; null where the visit is new. */
  version: Version.nullable().default(null),
})
export type VisitDraft = z.output<typeof VisitDraft>

export { VISIT_SCOPES } from './kinds.ts'

export const listVisits = endpoint({
  method: 'get',
  path: '/api/visits',
  summary: '查看走访',
  asks: 'visit.record',
  query: z.strictObject({
    scope: z.enum(VISIT_SCOPES).default('mine'),
    stage: z.enum(STAGES).optional(),
    point: Id.optional(),
    ...Page,
  }),
  answer: z.object({
    visits: z.array(VisitLine),
    /** Where the next page begins; null on the last. */
    next: z.string().nullable(),
  }),
})

export const readVisit = endpoint({
  method: 'get',
  path: '/api/visits/{visit}',
  summary: '查看一次走访',
  asks: 'visit.record',
  params: z.strictObject({ visit: Id }),
  answer: Visit,
})

export const recordVisits = endpoint({
  method: 'post',
  path: '/api/visits',
  summary: '登记走访',
  asks: 'visit.record',
  body: z.strictObject({ drafts: z.array(VisitDraft).min(1).max(1_000) }),
  answer: z.object({ visits: z.array(z.object({ id: Id, version: Version })) }),
})

/** What is written of a visit, whichever it is. */
export const VisitFields = VisitDraft.omit({ id: true, version: true })
export type VisitFields = z.output<typeof VisitFields>

/** A draft as a device's outbox sends it. */
export const VisitSent = VisitDraft.extend({
  /** Of this writing, made on the device: sent twice it is known. */
  revision: Id,
  /** What stood there when a visit was opened for change; null where the visit is new. */
  base: VisitFields.nullable().default(null),
})
export type VisitSent = z.output<typeof VisitSent>

/** What became of one draft of many. `theirs` and `clashes`: of a conflict, what stands there and which parts both changed. */
export const VisitJudged = z.object({
  id: Id,
  outcome: z.enum(['taken', 'known', 'merged', 'conflict', 'refused']),
  version: Version.nullable(),
  theirs: VisitFields.nullable(),
  byName: z.string().nullable(),
  clashes: z.array(z.enum(PARTS)),
  refusal: RefusalShape.nullable(),
})
export type VisitJudged = z.infer<typeof VisitJudged>

export const syncVisits = endpoint({
  method: 'post',
  path: '/api/visits/drafts',
  summary: '接收本机的走访草稿',
  asks: 'visit.record',
  // Each is judged by itself against VisitSent: one that is refused stops none of the others.
  body: z.object({ drafts: z.array(z.looseObject({ id: Id })).max(200) }),
  answer: z.object({ judged: z.array(VisitJudged) }),
})

const Planned = {
  plannedOn: IsoDay,
  pointId: Id.nullable(),
  place: Line(100).nullable(),
  visitors: z.array(Id).min(1).max(30),
}

export const planVisit = endpoint({
  method: 'post',
  path: '/api/visits/plans',
  summary: '计划走访',
  asks: 'visit.record',
  body: z.strictObject({ id: Id.optional(), ...Planned }),
  answer: z.object({ id: Id }),
})

export const changePlan = endpoint({
  method: 'put',
  path: '/api/visits/{visit}/plan',
  summary: '调整走访计划',
  asks: 'visit.record',
  params: z.strictObject({ visit: Id }),
  body: z.strictObject({ ...Planned, version: Version }),
  answer: z.object({ version: Version }),
})

export const withdrawVisit = endpoint({
  method: 'post',
  path: '/api/visits/{visit}/withdrawal',
  summary: '撤销走访',
  asks: 'visit.record',
  params: z.strictObject({ visit: Id }),
  body: z.strictObject({ because: z.enum(WITHDRAWALS), version: Version }),
  answer: z.object({ version: Version }),
})

/** What the reader herself promised, or took over: open first. */
export const listOwnPromises = endpoint({
  method: 'get',
  path: '/api/me/promises',
  summary: '查看我的走访承诺',
  asks: 'visit.record',
  answer: z.object({
    promises: z.array(
      VisitPromise.extend({
        visitId: Id,
        /** Null where the visit itself is not hers to read. */
        where: z.string().nullable(),
        heldOn: IsoDay.nullable(),
      }),
    ),
  }),
})

export const keepPromise = endpoint({
  method: 'post',
  path: '/api/promises/{promise}/keeping',
  summary: '登记承诺办到和告知',
  asks: 'visit.record',
  params: z.strictObject({ promise: Id }),
  body: z.strictObject({
    doneOn: IsoDay,
    /** When she was told of it; null: not yet. */
    toldOn: IsoDay.nullable(),
    version: Version,
  }),
  answer: z.object({ version: Version }),
})

export const passPromise = endpoint({
  method: 'post',
  path: '/api/promises/{promise}/owner',
  summary: '移交走访承诺',
  asks: 'visit.record',
  params: z.strictObject({ promise: Id }),
  body: z.strictObject({ ownerId: Id, version: Version }),
  answer: z.object({ version: Version }),
})

/** 走访记录, as it is kept. */
export const downloadVisit = endpoint({
  method: 'get',
  path: '/api/visits/{visit}/record.docx',
  summary: '下载走访记录',
  asks: 'visit.record',
  params: z.strictObject({ visit: Id }),
})
