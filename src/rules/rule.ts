import { z } from 'zod'
import { type DutyRule, OnceDuty, PeriodicDuty } from './duty.ts'
import { Common, Days, Name } from './entry.ts'
import { Ahead, type LimitRule, NotBefore, Within } from './limit.ts'

/** A fact a check asks for: a count of whole things, or a yes-no fact given as true/false or 1/0. */
export const Fact = z.strictObject({
  /** What people call it: 应到会. */
  name: z.string().min(1),
  kind: z.enum(['count', 'yes-no']).default('count'),
  /** Unit of a count: 人, 票, 次. */
  unit: z.string().min(1).default('人'),
  /** Absurd below this: a meeting with nobody entitled is no meeting. */
  atLeast: z.int().min(0).default(0),
  /** Another fact of the same rule that this one can never exceed: present ≤ entitled. */
  atMost: Name.optional(),
})
export type Fact = z.infer<typeof Fact>

/** One side of the line, run as a test. */
export const CheckExample = z.strictObject({
  facts: z.record(Name, z.union([z.int(), z.boolean()])),
  holds: z.boolean(),
  needed: z.int(),
  /** The organ's choices under which the example stands, by parameter key. */
  parameters: z.record(z.string(), z.string()).optional(),
})

/** Facts in, judgment out. `needs` is written in the language of `formula.ts`. */
export const CheckRule = z.strictObject({
  ...Common,
  kind: z.literal('check'),
  facts: z.record(Name, Fact),
  needs: z.string().min(1),
  /** Shares and counts that a locality may set, e.g. `share: 4/5`; the formula names them. */
  constants: z.record(Name, z.string().regex(/^\d+(\/[1-9]\d*)?$/)).default({}),
  examples: z.array(CheckExample).min(2),
})
export type CheckRule = z.infer<typeof CheckRule>

/** What the source asks but no recorded fact can settle. Shown beside the others, never judged. */
export const Guidance = z.strictObject({ ...Common, kind: z.literal('guidance') })
export type Guidance = z.infer<typeof Guidance>

/** A rule as it stands in a file of `regulations/`. */
export type WrittenRule = CheckRule | DutyRule | LimitRule | Guidance

/** Where a rule stands. */
export type Source = {
  /** Folder of the regulation: `branch-work-2018`. */
  regulation: string
  title: string
  form: RegulationForm
  /** Absent where the number of the article was not seen. */
  article?: string
  /** How well the number itself was checked. */
  articleConfidence: 'H' | 'M' | 'L'
}

/** A rule in the index: what is written, with its days in force settled and its source attached. Plain JSON. */
export type Placed<Written> = Written & { from: string; source: Source }
export type Rule = Placed<WrittenRule>
export type Check = Placed<CheckRule>
export type Duty = Placed<DutyRule>
export type Limit = Placed<LimitRule>

/** A regulation is cited in 《》; a reply or a practice of the organisation departments is not. */
export const RegulationForm = z.enum(['regulation', 'plan', 'reply', 'practice'])
export type RegulationForm = z.infer<typeof RegulationForm>

/** `regulations/<key>/regulation.yaml`. */
export const Regulation = z.strictObject({
  title: z.string().min(1),
  form: RegulationForm.default('regulation'),
  issued: Days.optional(),
  from: Days,
  to: Days.optional(),
  /** Confidence in title, days and state as a whole. */
  confidence: z.enum(['H', 'M', 'L']),
  state: z.string().min(1),
})
export type Regulation = z.infer<typeof Regulation>

/** `regulations/<key>/<nnn>.yaml`: one article (or one topic, where no number was seen) and its rules. */
export const ArticleFile = z.strictObject({
  /** `11`, or `27-28` where the source was not clearer. */
  article: z
    .string()
    .regex(/^\d+(-\d+)?$/)
    .optional(),
  articleConfidence: z.enum(['H', 'M', 'L']).default('H'),
  note: z.string().min(1).optional(),
  /** Each is read by `schemaOf`, so that a fault is named by the rule's own kind. */
  rules: z.array(z.unknown()).min(1),
})
export type ArticleFile = z.infer<typeof ArticleFile>

const limitSchema = (written: object): z.ZodType<LimitRule> => {
  if ('notBefore' in written) return NotBefore
  return 'ahead' in written ? Ahead : Within
}

/** The schema a written rule must meet, from its `kind` and, for duties and limits, its shape. */
export const schemaOf = (written: object): z.ZodType<WrittenRule> | undefined => {
  const schemas = new Map<unknown, z.ZodType<WrittenRule>>([
    ['check', CheckRule],
    ['duty', 'after' in written ? OnceDuty : PeriodicDuty],
    ['limit', limitSchema(written)],
    ['guidance', Guidance],
  ])
  return 'kind' in written ? schemas.get(written.kind) : undefined
}
