import { z } from 'zod'
import { Count, Id, IsoDay, Line, Version } from '../http/endpoint.ts'

export const MOVES = ['work', 'residence', 'study', 'retired', 'other'] as const
export type Move = (typeof MOVES)[number]

export const VOIDS = ['expired', 'lost', 'mistaken'] as const
export const GROUNDS = ['expired', 'not-ours', 'unclear'] as const

/** 2026-04. */
export const Month = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, '写作 2026-04 的样子')

export const Letter = z.object({
  id: Id,
  year: Count,
  number: Count,
  issuedOn: IsoDay,
  validDays: Count,
  /** The last day on which it is valid. */
  validUntil: IsoDay,
  voidOn: IsoDay.nullable(),
  voidBecause: z.string().nullable(),
})
export type Letter = z.infer<typeof Letter>

/**
 * - `applied` without a letter, which transfers on the net need not have
 * - `sent` the letter is valid; `expired` it no longer is and nothing came back
 */
export const OUT_STATES = ['applied', 'sent', 'expired', 'received', 'withdrawn'] as const
export type OutState = (typeof OUT_STATES)[number]

export const TransferOut = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  personId: Id,
  personName: z.string(),
  status: z.enum(['full', 'probationary']),
  toUnit: z.string(),
  reason: z.enum(MOVES),
  appliedOn: IsoDay,
  duesMonth: Month,
  receivedOn: IsoDay.nullable(),
  withdrawnOn: IsoDay.nullable(),
  withdrawnBecause: z.string().nullable(),
  /** The latest first. */
  letters: z.array(Letter),
  state: z.enum(OUT_STATES),
  version: Version,
})
export type TransferOut = z.infer<typeof TransferOut>

export const TransferIn = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  name: z.string(),
  fromUnit: z.string(),
  letterNumber: z.string().nullable(),
  letterOn: IsoDay,
  validDays: Count,
  broughtOn: IsoDay,
  /** Whether the letter was valid when it was brought, with the days that say so. */
  valid: z.boolean(),
  days: Count,
  personId: Id.nullable(),
  acceptedOn: IsoDay.nullable(),
  returnedOn: IsoDay.nullable(),
  returnedBecause: z.enum(GROUNDS).nullable(),
})
export type TransferIn = z.infer<typeof TransferIn>

/** What a letter brought from elsewhere says. */
export const BROUGHT = {
  name: Line(60).min(1),
  fromUnit: Line(100).min(2),
  letterNumber: Line(40).nullable(),
  letterOn: IsoDay,
  validDays: z.number().int().min(1).max(366),
  broughtOn: IsoDay,
}
