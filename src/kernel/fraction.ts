/** An exact share such as 4/5. Numerator and denominator are safe integers, the denominator above zero. */
export type Fraction = { readonly of: number; readonly in: number }

/** Reads `4/5` or `3`; throws RangeError on anything else, since shares come from rules, not from people. */
export const fraction = (text: string): Fraction => {
  const match = /^(\d+)(?:\/([1-9]\d*))?$/.exec(text.trim())
  if (!match) throw new RangeError(`not a fraction: ${text}`)
  return { of: Number(match[1]), in: Number(match[2] ?? 1) }
}

// A product within 2^53 is exact; counts of people are far inside.
const exact = (product: number): number => {
  if (!Number.isSafeInteger(product)) throw new RangeError('count too large to judge exactly')
  return product
}

/** Below zero, zero or above it, as `one` is less than, equal to or greater than `other`. */
export const compare = (one: Fraction, other: Fraction): number =>
  exact(one.of * other.in) - exact(other.of * one.in)
