import { z } from 'zod'
import { Name, RuleId, Span } from './entry.ts'

/** What a choice changes in one rule. */
export const Change = z.strictObject({
  rule: RuleId,
  /** New names of facts, when the choice is what is counted. */
  names: z.record(Name, z.string().min(1)).optional(),
  constants: z.record(Name, z.string()).optional(),
  every: z.enum(['month', 'quarter', 'half-year', 'year']).optional(),
  reach: z.enum(['any', 'each']).optional(),
  /** `null` takes it away. */
  carriesOver: Span.nullable().optional(),
  /** How long something runs, e.g. a term. */
  within: Span.optional(),
})
export type Change = z.infer<typeof Change>

const Described = {
  key: z.string().regex(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$/),
  title: z.string().min(1),
  says: z.string().min(1),
  /** Rules it bears on, beyond those it changes. */
  serves: z.array(RuleId).default([]),
}

/** One of a few named ways. */
export const Choice = z.strictObject({
  ...Described,
  default: z.string(),
  choices: z
    .array(
      z.strictObject({
        value: z.string().min(1),
        label: z.string().min(1),
        changes: z.array(Change).default([]),
      }),
    )
    .min(2),
})
export type Choice = z.infer<typeof Choice>

const Amount = z.string().regex(/^\d+(\/[1-9]\d*)?$/)

/** A number between two ends: a share such as 4/5, or days. */
export const Quantity = z.strictObject({
  ...Described,
  default: Amount,
  least: Amount,
  most: Amount,
  unit: z.string().optional(),
  /** Which way is stricter; a `must` may only be moved that way. */
  stricter: z.enum(['higher', 'lower']),
  sets: z.array(
    z.union([
      z.strictObject({ rule: RuleId, constant: Name }),
      z.strictObject({ rule: RuleId, aheadDays: z.literal(true) }),
    ]),
  ),
})
export type Quantity = z.infer<typeof Quantity>

/** A point that the regulations leave to the locality, with what it may be. */
export type Parameter = Choice | Quantity

/** Reads one entry of `regulations/parameters.yaml`. */
export const parameterSchema = (written: object): z.ZodType<Parameter> =>
  'choices' in written ? Choice : Quantity

/** What an organ has settled, by key; a key left out stands at its default. */
export type Settled = Readonly<Record<string, string>>
