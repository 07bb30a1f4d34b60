import { z } from 'zod'
import { Id, IsoDay, Line, Written } from '../http/endpoint.ts'
import { AGENCIES, APPLICANTS, CATEGORIES, MEASURES } from './kinds.ts'
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
  kind: z.enum(MEASURES),
  /** The court, the police station or the office reported to. */
  office: Line(100),
  /** Who applies for the order; the federation only on one of the law's grounds. */
  applicant: z.enum(APPLICANTS),
  appliedOn: IsoDay.nullable(),
  /** From which day on the court's hours run. */
  acceptedOn: IsoDay.nullable(),
  urgent: z.boolean(),
  /** Granted, served or received on. */
  madeOn: IsoDay.nullable(),
  refusedOn: IsoDay.nullable(),
  until: IsoDay.nullable(),
  /** That it be prolonged was asked on. */
  renewalOn: IsoDay.nullable(),
  /** Last looked after, and the day chosen for the next time. */
  visitedOn: IsoDay.nullable(),
  nextOn: IsoDay.nullable(),
  /** The receipt's number, or who took the report. */
  receipt: Line(100),
  note: Line(1_000),
})
export type MeasureWords = z.infer<typeof MeasureWords>

/** What was destroyed after its time. */
export const Destroyed = z.object({
  on: IsoDay,
  keptUntil: IsoDay,
  byName: z.string(),
  witnessName: z.string(),
  texts: z.int(),
  files: z.int(),
})

/** A file of a matter; its name is words. */
export const KeptFile = z.object({
  id: Id,
  name: z.string().nullable(),
  mediaType: z.string(),
  size: z.int(),
  fingerprint: z.string(),
  addedOn: IsoDay,
  addedByName: z.string(),
})
