import { z } from 'zod'
import { IsoDay, Line, Written } from '../http/endpoint.ts'
import { AGENCIES, CATEGORIES } from './kinds.ts'
import { BASES, GIVES } from './referrals.ts'

/** Who she is, as far as she said. Everything may be empty: a need without a name is a need. */
export const Asker = z.object({
  name: Line(60),
  phone: Line(60),
  /** What else helps to reach or understand her: when to call, how old, who cares for the child. */
  note: Line(300),
})
export type Asker = z.infer<typeof Asker>

/** The words of a matter, encrypted as one. */
export const NeedWords = z.object({
  /** In one line, for lists. */
  line: Written(60),
  facts: Line(5_000),
  wish: Line(1_000),
  /** What she has tried before, and with whom. */
  before: Line(1_000),
  asker: Asker,
  /** Only of a sensitive matter: its frame keeps neither. */
  category: z.enum(CATEGORIES).nullable(),
  area: Line(60).nullable(),
})
export type NeedWords = z.infer<typeof NeedWords>

/** The words of a referral. */
export const ReferralWords = z.object({
  agency: z.enum(AGENCIES),
  /** The office by its name: 云岭路派出所. */
  office: Line(100),
  asks: Line(1_000),
  /** What of her was given away with it, and why that was allowed. */
  gives: z.array(z.enum(GIVES)),
  basis: z.enum(BASES),
  /** Its objection or answer, as it was given. */
  reply: Line(2_000),
})
export type ReferralWords = z.infer<typeof ReferralWords>

/** A measure of protection in a sensitive matter, or what follows from one. */
export const MeasureWords = z.object({
  kind: z.enum(['protection-order', 'warning', 'report']),
  /** The court, the police station or the office reported to. */
  office: Line(100),
  appliedOn: IsoDay.nullable(),
  urgent: z.boolean(),
  /** Granted, served or received on. */
  madeOn: IsoDay.nullable(),
  refusedOn: IsoDay.nullable(),
  until: IsoDay.nullable(),
  note: Line(1_000),
})
export type MeasureWords = z.infer<typeof MeasureWords>
