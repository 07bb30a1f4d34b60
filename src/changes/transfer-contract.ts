import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { BROUGHT, GROUNDS, MOVES, Month, TransferIn, TransferOut, VOIDS } from './transfer-shape.ts'

const unit = z.strictObject({ unit: Id })
const transfer = z.strictObject({ transfer: Id })

export const listTransfers = endpoint({
  method: 'get',
  path: '/api/units/{unit}/transfers',
  summary: '查看组织关系转接',
  asks: 'change.lead',
  params: unit,
  answer: z.object({
    out: z.array(TransferOut),
    in: z.array(TransferIn),
    /** How long a letter is valid here, by the organ's choice. */
    validDays: z.number().int(),
  }),
})

export const readTransfer = endpoint({
  method: 'get',
  path: '/api/transfers/{transfer}',
  summary: '查看一次转出',
  asks: 'change.lead',
  params: transfer,
  answer: TransferOut,
})

export const beginTransfer = endpoint({
  method: 'post',
  path: '/api/units/{unit}/transfers',
  summary: '登记转出组织关系',
  asks: 'change.lead',
  params: unit,
  body: z.strictObject({
    personId: Id,
    toUnit: Line(100).min(2),
    reason: z.enum(MOVES),
    appliedOn: IsoDay,
    duesMonth: Month,
    /** The day of the letter; null where the transfer goes over the net without one. */
    issuedOn: IsoDay.nullable(),
  }),
  answer: TransferOut,
})

/** A first letter, or another in place of one that is void from this day. */
export const issueLetter = endpoint({
  method: 'post',
  path: '/api/transfers/{transfer}/letters',
  summary: '开具组织关系介绍信',
  asks: 'change.lead',
  params: transfer,
  body: z.strictObject({ issuedOn: IsoDay, voidBecause: z.enum(VOIDS).nullable(), version: Version }),
  answer: TransferOut,
})

/** The receipt has come: from this day on she is no longer of the branch. */
export const receiveReceipt = endpoint({
  method: 'post',
  path: '/api/transfers/{transfer}/receipt',
  summary: '登记收到转接回执',
  asks: 'change.lead',
  params: transfer,
  body: z.strictObject({ receivedOn: IsoDay, version: Version }),
  answer: TransferOut,
})

export const withdrawTransfer = endpoint({
  method: 'post',
  path: '/api/transfers/{transfer}/withdrawal',
  summary: '撤回转出',
  asks: 'change.lead',
  params: transfer,
  body: z.strictObject({ withdrawnBecause: Written(200), version: Version }),
  answer: TransferOut,
})

export const acceptTransfer = endpoint({
  method: 'post',
  path: '/api/units/{unit}/transfers/accepted',
  summary: '接收转入的党员',
  asks: 'change.lead',
  params: unit,
  body: z.strictObject({
    ...BROUGHT,
    acceptedOn: IsoDay,
    /** Someone who is known from before; null for a new person. */
    personId: Id.nullable(),
    sex: z.enum(['female', 'male']).nullable(),
    status: z.enum(['full', 'probationary']),
    groupId: Id.nullable(),
    joinedOn: IsoDay.nullable(),
    fullOn: IsoDay.nullable(),
    phone: Line(30).nullable(),
    duesMonth: Month.nullable(),
  }),
  answer: TransferIn,
})

export const returnTransfer = endpoint({
  method: 'post',
  path: '/api/units/{unit}/transfers/returned',
  summary: '退回转入的介绍信',
  asks: 'change.lead',
  params: unit,
  body: z.strictObject({ ...BROUGHT, returnedOn: IsoDay, returnedBecause: z.enum(GROUNDS) }),
  answer: TransferIn,
})

export const downloadLetter = endpoint({
  method: 'get',
  path: '/api/transfers/{transfer}/letter',
  summary: '下载组织关系介绍信',
  asks: 'change.lead',
  params: transfer,
})

export const downloadReceipt = endpoint({
  method: 'get',
  path: '/api/transfers-in/{transfer}/receipt',
  summary: '下载组织关系回执',
  asks: 'change.lead',
  params: transfer,
})
