import type { Acting } from '../database/acting.ts'
import type { Compartment } from '../database/compartment.ts'
import type { Sealed } from '../database/sealed.ts'
import { addText } from './answer-store.ts'
import { insertAnswer } from './closing-store.ts'
import type { StepKind } from './kinds.ts'
import { insertSteps } from './store.ts'
import type { Satisfied, Solved } from './told.ts'
import { rowPlace } from './words-jobs.ts'

type Keys = { tx: Acting; sealed: Sealed; compartment: Compartment }

/** A matter as far as whoever holds a link or a receipt reaches it; `cipher` is the key of a sensitive one. */
type Reached = { id: string; cipher: Uint8Array | null }

/** Her own words, in the row or apart. She sees no row, so nothing is asked of the database but to take them. */
const keep = async (
  keys: Keys,
  { id, cipher }: Reached,
  row: string,
  text: string,
): Promise<Buffer | null> => {
  const place = rowPlace(id, row)
  if (text === '') return null
  if (!cipher) return keys.sealed.conceal(text, place)
  await addText(keys.tx, { id: row, needId: id, content: keys.compartment.conceal(cipher, id, text, place) })
  return null
}

/** A step of the record that she herself took. */
export const writeOwnStep = async (
  keys: Keys,
  matter: Reached,
  kind: StepKind,
  text: string,
  onDay: string,
): Promise<void> => {
  const id = crypto.randomUUID()
  await insertSteps(keys.tx, [
    {
      id,
      needId: matter.id,
      kind,
      onDay,
      byName: '本人',
      content: await keep(keys, matter, id, text),
      fingerprint: text ? keys.sealed.fingerprint(text, `need_step ${id}`) : null,
    },
  ])
}

/** What she says once there is a result, by whichever way she came to the page. */
export const writeAnswer = async (
  keys: Keys,
  matter: Reached,
  { solved, satisfied, text }: { solved: Solved; satisfied: Satisfied; text: string },
  answeredOn: string,
): Promise<void> => {
  const id = crypto.randomUUID()
  const content = await keep(keys, matter, id, text)
  const by = { takenBy: null, takenByName: null }
  await insertAnswer(keys.tx, {
    id,
    needId: matter.id,
    way: 'link',
    answeredOn,
    ...by,
    solved,
    satisfied,
    content,
  })
  await writeOwnStep(keys, matter, 'answered', text, answeredOn)
}
