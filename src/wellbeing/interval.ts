/** A share of people as whole percents: what was found, and between which ends it may well lie. */
export type Share = { count: number; of: number; percent: number; least: number; most: number }

// The square of 1.959964, the 97.5 % point of the normal distribution, rounded up: the interval is never told too narrow.
const Z_SQUARED = 38_415n
const Z_SCALE = 10_000n
const WHOLE = 100n

/**
 * The share of `count` among `of` people with its 95 % interval by Wilson (1927), in whole numbers throughout. The ends are
 * rounded outward to whole percents, the share itself to the nearest. @throws where nobody was counted.
 */
export const shareOf = (count: number, of: number): Share => {
  if (!(Number.isInteger(count) && Number.isInteger(of) && of > 0 && count >= 0 && count <= of))
    throw new RangeError(`${count} of ${of} is no share`)
  return {
    count,
    of,
    percent: Number((BigInt(count) * WHOLE * 2n + BigInt(of)) / (BigInt(of) * 2n)),
    least: Number(lowerEnd(BigInt(count), BigInt(of))),
    most: Number(WHOLE - lowerEnd(BigInt(of - count), BigInt(of))),
  }
}

/**
 * The greatest whole percent that does not lie above the lower end. A percent p lies outside of the interval just where
 * (count/of − p)² ≥ z² p (1 − p) / of, which whole numbers can say exactly.
 */
const lowerEnd = (count: bigint, of: bigint): bigint => {
  let percent = (count * WHOLE) / of
  while (percent > 0n && isInside(percent, count, of)) percent -= 1n
  return percent
}

const isInside = (percent: bigint, count: bigint, of: bigint): boolean => {
  const apart = count * WHOLE - percent * of
  return apart === 0n || apart * apart * Z_SCALE < Z_SQUARED * percent * (WHOLE - percent) * of
}
