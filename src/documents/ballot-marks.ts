export const MARKS = ['each', 'circle', 'tick'] as const
/** How the election method has voters mark: one sign in any box, or a sign of its own for each box. */
export type Marks = (typeof MARKS)[number]

export const BALLOT_SIZES = ['A5', 'A4'] as const
export type BallotSize = (typeof BALLOT_SIZES)[number]
