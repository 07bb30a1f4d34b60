import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version } from '../http/endpoint.ts'
import { Candidate, OUTCOMES, Probation } from './probation-shape.ts'

// The shapes are part of the contract; they have files of their own for their length.
export * from './floating-contract.ts'
export * from './probation-shape.ts'
export * from './transfer-contract.ts'
export * from './transfer-shape.ts'

const unit = z.strictObject({ unit: Id })
const person = z.strictObject({ person: Id })

export const listProbations = endpoint({
  method: 'get',
  path: '/api/units/{unit}/probations',
  summary: '查看预备期',
  asks: 'change.lead',
  params: unit,
  answer: z.object({ probations: z.array(Probation) }),
})

/** The stretch that is open, or the last one; with the resolutions that may decide on it. */
export const readProbation = endpoint({
  method: 'get',
  path: '/api/people/{person}/probation',
  summary: '查看一名党员的预备期',
  asks: 'change.lead',
  params: person,
  answer: z.object({
    probation: Probation,
    earlier: z.array(Probation),
    candidates: z.array(Candidate),
    /** The days between which an extension may end; null where it may not be extended. */
    extension: z.object({ from: IsoDay, to: IsoDay }).nullable(),
  }),
})

export type ReadProbation = z.infer<typeof readProbation.answer>

/** What was handed in before the members' meeting. */
export const prepareConversion = endpoint({
  method: 'put',
  path: '/api/people/{person}/probation',
  summary: '登记转正材料',
  asks: 'change.lead',
  params: person,
  body: z.strictObject({
    beganOn: IsoDay,
    appliedOn: IsoDay.nullable(),
    groupOpinionOn: IsoDay.nullable(),
    contactsOpinionOn: IsoDay.nullable(),
    publicityFrom: IsoDay.nullable(),
    publicityTo: IsoDay.nullable(),
    /** 0 where nothing was recorded yet. */
    version: z.number().int().min(0),
  }),
  answer: Probation,
})

export const decideProbation = endpoint({
  method: 'post',
  path: '/api/people/{person}/probation/decision',
  summary: '登记党员大会对预备期的决议',
  asks: 'change.lead',
  params: person,
  body: z.strictObject({
    meetingId: Id,
    /** By its place in the meeting, from 1. */
    resolution: z.number().int().min(1).max(50),
    outcome: z.enum(OUTCOMES),
    extendedTo: IsoDay.nullable(),
    version: Version,
  }),
  answer: Probation,
})

export const submitProbation = endpoint({
  method: 'post',
  path: '/api/people/{person}/probation/submission',
  summary: '登记预备期决议上报',
  asks: 'change.lead',
  params: person,
  body: z.strictObject({ submittedOn: IsoDay, version: Version }),
  answer: Probation,
})

/** The superior's approval: from here on the roster says so. */
export const approveProbation = endpoint({
  method: 'post',
  path: '/api/people/{person}/probation/approval',
  summary: '登记上级对预备期决议的批复',
  asks: 'change.lead',
  params: person,
  body: z.strictObject({ approvedOn: IsoDay, approvalNumber: Line(60).nullable(), version: Version }),
  answer: Probation,
})

export const CONVERSION_PAPERS = ['request', 'resolution', 'notice'] as const

export const downloadConversionPaper = endpoint({
  method: 'get',
  path: '/api/people/{person}/probation/papers/{paper}',
  summary: '下载预备期满的文书',
  asks: 'change.lead',
  params: z.strictObject({ person: Id, paper: z.enum(CONVERSION_PAPERS) }),
})
