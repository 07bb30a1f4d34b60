/** An exact share such as 4/5. Numerator and denominator are safe integers, the denominator above zero. */
export type Fraction = { readonly of: number; readonly in: number }

/** Reads `4/5` or `3`; throws RangeError on anything else, since shares come from rules, not from people. */
export const fraction = (text: string): Fraction => {
  const match = /^(\d+)(?:\/([1-9]\d*))?$/.exec(text.trim())
  if (!match) throw new RangeError(`not a fraction: ${text}`)
  return { of: Number(match[1]), in: Number(match[2] ?? 1) }
}

/** The least whole number not below `share` of `base`: 4/5 of 29 → 24. */
export const leastOf = (share: Fraction, base: number): number => Math.ceil(exact(share.of * base) / share.in)

/** The greatest whole number not above `share` of `base`: 1/3 of 29 → 9. */
export const mostOf = (share: Fraction, base: number): number => Math.floor(exact(share.of * base) / share.in)

/** The least whole number strictly above `share` of `base`: more than 1/2 of 26 → 14. */
export const justOver = (share: Fraction, base: number): number => mostOf(share, base) + 1

// A product within 2^53 is exact, and the quotient of two such integers never rounds across a whole number
// while the quotient stays below 2^53 / denominator; counts of people are far inside.
const exact = (product: number): number => {
  if (!Number.isSafeInteger(product)) throw new RangeError('count too large to judge exactly')
  return product
}

/** Below zero, zero or above it, as `one` is less than, equal to or greater than `other`. */
export const compare = (one: Fraction, other: Fraction): number =>
  exact(one.of * other.in) - exact(other.of * one.in)
