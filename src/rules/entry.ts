import { z } from 'zod'

/** A calendar day as text: 2026-11-22. */
export const Days = z.iso.date()

/** Name of a fact or a constant in a formula. */
export const Name = z.string().regex(/^[a-z][a-zA-Z]*$/)

/** Public id of a rule: `general-meeting.quorum`. Given once, it stays. */
export const RuleId = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/)

/** A stretch of the calendar. Years and months end on the same day number, clipped to the month; days count from the next day; no days is the day itself. */
export const Span = z.union([
  z.strictObject({ years: z.int().positive() }),
  z.strictObject({ months: z.int().positive() }),
  z.strictObject({ days: z.int().min(0) }),
  z.strictObject({ workdays: z.int().positive() }),
])
export type Span = z.infer<typeof Span>

/** The bodies a rule speaks about. `leading-body` is the 党组, `superior` the body above. */
export const Applies = z.enum([
  'branch',
  'general-branch',
  'committee-unit',
  'group',
  'leading-body',
  'superior',
  'federation-city',
  'federation-district',
  'federation-town',
  'federation-village',
  'women-committee',
  'union',
])

/** What every rule carries, whatever its kind. */
export const Common = {
  id: RuleId,
  title: z.string().min(1),
  /** In our own words, one or two sentences. */
  says: z.string().min(1),
  /** 必须/应当/不得 → must, 一般/原则上 → default, 可以 → may, 注重/鼓励 → aim. */
  hardness: z.enum(['must', 'default', 'may', 'aim']),
  /** H read or concordant, M well known, L from memory or local habit. */
  confidence: z.enum(['H', 'M', 'L']),
  /** T the text itself was read, S a secondary source, K knowledge only. */
  evidence: z.enum(['T', 'S', 'K']),
  /** Days in force; those of the regulation where left out. */
  from: Days.optional(),
  to: Days.optional(),
  applies: z.array(Applies).min(1).default(['branch']),
  /** 款 and 项 within the article. */
  paragraph: z.int().positive().optional(),
  item: z.int().positive().optional(),
  /** Doubts and readings a person should know of. */
  note: z.string().min(1).optional(),
}
