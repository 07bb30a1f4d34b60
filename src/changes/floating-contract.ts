import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version } from '../http/endpoint.ts'
import { Probation } from './probation-shape.ts'
import { MOVES, TransferOut } from './transfer-shape.ts'

export const ENDS = ['returned', 'transferred', 'left'] as const

/** Someone of ours who is away, or a guest who lives organisation life here and votes at home. */
export const Floating = z.object({
  id: Id,
  /** The group, or the branch where there is none. */
  unitId: Id,
  unitName: z.string(),
  path: z.string(),
  direction: z.enum(['away', 'guest']),
  personId: Id.nullable(),
  personName: z.string(),
  /** Where she is, or the branch a guest comes from. */
  place: z.string(),
  reason: z.enum(MOVES),
  since: IsoDay,
  expectedUntil: IsoDay.nullable(),
  contactName: z.string().nullable(),
  certificate: z.boolean(),
  endedOn: IsoDay.nullable(),
  endedHow: z.enum(ENDS).nullable(),
  lastOn: IsoDay.nullable(),
  lastBy: z.string().nullable(),
  /** From this day on the relation should be moved, where the place is fixed; null for guests. */
  moveFrom: IsoDay.nullable(),
  /** From this day on, without any contact, the branch must decide what to do; null for guests. */
  lostFrom: IsoDay.nullable(),
  version: Version,
})
export type Floating = z.infer<typeof Floating>

const floating = z.strictObject({ floating: Id })

export const listFloating = endpoint({
  method: 'get',
  path: '/api/units/{unit}/floating',
  summary: '查看流动党员',
  asks: 'roster.read',
  params: z.strictObject({ unit: Id }),
  answer: z.object({ on: IsoDay, floating: z.array(Floating) }),
})

export const beginFloating = endpoint({
  method: 'post',
  path: '/api/units/{unit}/floating',
  summary: '登记流动党员',
  asks: 'change.lead',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({
    direction: z.enum(['away', 'guest']),
    /** One of ours who is away. */
    personId: Id.nullable(),
    /** A guest is on no roster here. */
    guestName: Line(60).min(1).nullable(),
    /** The group that a guest lives organisation life in. */
    groupId: Id.nullable(),
    place: Line(100).min(2),
    reason: z.enum(MOVES),
    since: IsoDay,
    expectedUntil: IsoDay.nullable(),
    contactId: Id.nullable(),
    certificate: z.boolean(),
  }),
  answer: Floating,
})

export const noteContact = endpoint({
  method: 'post',
  path: '/api/floating/{floating}/contact',
  summary: '登记最近一次联系',
  asks: 'roster.read',
  params: floating,
  body: z.strictObject({ lastOn: IsoDay }),
  answer: Floating,
})

export const endFloating = endpoint({
  method: 'post',
  path: '/api/floating/{floating}/end',
  summary: '登记流动结束',
  asks: 'change.lead',
  params: floating,
  body: z.strictObject({ endedOn: IsoDay, endedHow: z.enum(ENDS), version: Version }),
  answer: Floating,
})

/** What concerns oneself: one's probation, transfer, absence. */
export const readOwnChanges = endpoint({
  method: 'get',
  path: '/api/me/changes',
  summary: '查看本人的变动',
  asks: 'signed-in',
  answer: z.object({
    probations: z.array(Probation),
    transfers: z.array(TransferOut),
    away: z.array(Floating),
  }),
})
