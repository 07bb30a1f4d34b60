/** What a rule said of a set of facts: the one shape that pages show, documents print and refusals carry. */
export type Judgment = {
  /** Public id of the rule, e.g. `election.quorum`. */
  rule: string
  holds: boolean
  /** The least (or, for a cap, the most) that the rule accepts, in the unit of its measured fact. */
  needed: number
  /** Every number that decided, by the fact's name. */
  numbers: Readonly<Record<string, number>>
  /** The clause in Chinese, e.g. 《中国共产党支部工作条例（试行）》第十一条. */
  citation: string
  hardness: Hardness
  confidence: Confidence
}

/** From the source's modal verb: 必须/应当/不得, 一般, 可以, 鼓励. Only a `must` ever blocks. */
export type Hardness = 'must' | 'default' | 'may' | 'aim'

/** How well the clause was checked: H read or concordant, M well known, L from memory or local habit. */
export type Confidence = 'H' | 'M' | 'L'

/** A refusal is a value: a code for programs, a message for the person who must act, and the judgment if a rule decided. */
export type Refusal = {
  refused: RefusalCode
  message: string
  /** The offending field of the request, where one can be named. */
  field?: string
  because?: Judgment
}

export type RefusalCode =
  | 'invalid'
  | 'not-signed-in'
  | 'not-permitted'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'rule'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

export const refuse = (
  refused: RefusalCode,
  message: string,
  more: Partial<Omit<Refusal, 'refused' | 'message'>> = {},
): Refusal => ({
  refused,
  message,
  ...more,
})

export const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome && 'message' in outcome
