import { z } from 'zod'
import type { BallotName, Round } from './gathering.ts'

const Whole = z.number().int()

/** What the count meant when the round was closed, as `outcome` of src/ballots gave it. People are the ids of the round's names. */
export const RoundOutcome = z.object({
  quorum: z.object({ holds: z.boolean(), needed: Whole, rule: z.string() }),
  election: z.enum(['valid', 'void', 'not-quorate']),
  ballots: z.object({ issued: Whole, returned: Whole, valid: Whole, void: Whole }),
  votes: z.record(z.string(), z.object({ approve: Whole, oppose: Whole, abstain: Whole })),
  needed: Whole,
  elected: z.array(z.string()),
  runoff: z
    .object({ seats: Whole, among: z.array(z.string()), why: z.enum(['tie', 'shortfall']) })
    .nullable(),
  shortfall: Whole,
  because: z.array(
    z.object({
      rule: z.string(),
      holds: z.boolean(),
      needed: z.number(),
      numbers: z.record(z.string(), z.number()),
      citation: z.string(),
      hardness: z.enum(['must', 'default', 'may', 'aim']),
      confidence: z.enum(['H', 'M', 'L']),
      words: z.string(),
      person: z.string().optional(),
    }),
  ),
})
export type RoundOutcome = z.infer<typeof RoundOutcome>

/** The judgment of a closed round; null while it is open. */
export const outcomeOf = ({ outcome }: Pick<Round, 'outcome'>): RoundOutcome | null =>
  outcome === null ? null : RoundOutcome.parse(outcome)

/** Whom a closed round elected, in the order in which they are told. */
export const electedIn = (round: Pick<Round, 'outcome' | 'names'>): BallotName[] =>
  (outcomeOf(round)?.elected ?? []).flatMap((id) => round.names.find((name) => name.id === id) ?? [])
