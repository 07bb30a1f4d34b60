import type { Slip } from './contract.ts'

/** How much one round's box takes: far more than a branch writes, little enough to be rewritten whole each time. */
export const MOST_SLIPS = 500

const BLOCK = 16_384

/**
 * The box's content as text. Slips stand in the order of their own words, so that the content says which slips lie in it and
 * nothing else: not who put them in, when, or after which other. Blanks fill it up to whole blocks, so that its size does not
 * tell when a slip was added either.
 */
export const packed = (slips: readonly Slip[]): string => {
  const ordered = slips.map(({ about, aboutName, text }) => JSON.stringify([about, aboutName, text])).sort()
  const text = `[${ordered.join(',')}]`
  const bytes = Buffer.byteLength(text)
  return text + ' '.repeat(BLOCK - (bytes % BLOCK))
}

export const unpacked = (text: string): Slip[] =>
  (JSON.parse(text) as [Slip['about'], string | null, string][]).map(([about, aboutName, words]) => ({
    about,
    aboutName,
    text: words,
  }))
