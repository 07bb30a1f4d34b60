/** Capital letters and figures without those that are mistaken for one another when copied by hand: 32, five bits each. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12
const GROUP = 4

/** A receipt code of 60 bits out of random ones: `K7QM-2XVR-9TDA`. */
export const receiptOf = (random: Uint8Array): string => {
  const letters = Array.from(random.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length])
  if (letters.length < LENGTH) throw new Error('a receipt wants more random bits')
  return grouped(letters.join(''))
}

/** The code as it was given out, however it was copied: small or full-width letters, blanks, other dashes. Null: it is none. */
export const readReceipt = (typed: string): string | null => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}·.,，。、_]/gu, '')
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter))
    ? grouped(plain)
    : null
}

const grouped = (letters: string): string => (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
