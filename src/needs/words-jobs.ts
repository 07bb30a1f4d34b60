import type { Acting } from '../database/acting.ts'
import type { Compartment } from '../database/compartment.ts'
import type { Sealed } from '../database/sealed.ts'
import { keepText } from './apart-store.ts'
import type { Matter, Reading } from './matter.ts'

type Keys = { sealed: Sealed; compartment: Compartment }

/** Where the whole words of a matter belong. */
export const wholePlace = (id: string): string => `need ${id} content`

/** Where the words of one of its rows belong; rows have ids of their own, whichever table they lie in. */
export const rowPlace = (need: string, row: string): string => `need ${need} row ${row}`

/** Reads the words of a matter with the key it was written with; of a sensitive one only for whom its key is there. */
export const readingOf = ({ sealed, compartment }: Keys, matter: Matter): Reading => {
  const { id, apart } = matter
  if (matter.sensitive)
    return {
      whole: () => apart && compartment.reveal(apart.cipher, id, apart.content, wholePlace(id)),
      of: (row) => {
        const text = matter.texts.get(row.id) ?? row.content
        return apart && text ? compartment.reveal(apart.cipher, id, text, rowPlace(id, row.id)) : null
      },
    }
  return {
    whole: () => matter.content && sealed.reveal(matter.content, wholePlace(id)),
    of: (row) => row.content && sealed.reveal(row.content, rowPlace(id, row.id)),
  }
}

/**
 * Encrypts the words of a row of the matter. What comes back goes into the row's own `content`: of a sensitive matter nothing
 * does, since its words are kept apart here and now.
 */
export const keepWords = async (
  { tx, sealed, compartment }: Keys & { tx: Acting },
  matter: Pick<Matter, 'id' | 'sensitive' | 'apart'>,
  row: string,
  text: string,
): Promise<Buffer | null> => {
  const place = rowPlace(matter.id, row)
  if (!matter.sensitive) return sealed.conceal(text, place)
  if (!matter.apart) throw new Error('words for a compartment that is not open')
  const content = compartment.conceal(matter.apart.cipher, matter.id, text, place)
  await keepText(tx, { id: row, needId: matter.id, content })
  return null
}
