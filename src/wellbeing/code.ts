// Without the letters and digits that are mistaken for one another when copied by hand; 32, so that each takes five bits.
const PLAIN = 'abcdefghijkmnpqrstuvwxyz23456789'
const HALF = 5

/** The code of a slip out of ten bytes of chance: 50 bits, in two halves. */
export const codeOf = (chance: Uint8Array): string => {
  const letters = Array.from(chance.subarray(0, HALF * 2), (byte) => PLAIN[byte % PLAIN.length]).join('')
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`
}

/** What somebody typed, as codes are written; null where it can be none. */
export const readCode = (typed: string): string | null => {
  const letters = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  return letters.length === HALF * 2 && [...letters].every((each) => PLAIN.includes(each))
    ? `${letters.slice(0, HALF)}-${letters.slice(HALF)}`
    : null
}
