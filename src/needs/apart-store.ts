import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

// The compartment's own rows. What is written here is encrypted already.

export const insertKnower = async (
  tx: Acting,
  knower: { needId: string; personId: string; personName: string; since: string },
): Promise<void> => {
  await tx.insertInto('sealedKnower').values(knower).execute()
}

export const insertKnowers = async (
  tx: Acting,
  knowers: readonly { needId: string; personId: string; personName: string; since: string }[],
): Promise<void> => {
  if (knowers.length > 0)
    await tx
      .insertInto('sealedKnower')
      .values([...knowers])
      .execute()
}

export const insertCases = async (
  tx: Acting,
  cases: readonly { needId: string; cipher: Buffer; content: Buffer }[],
): Promise<void> => {
  if (cases.length > 0)
    await tx
      .insertInto('sealedCase')
      .values([...cases])
      .execute()
}

export const insertCase = async (
  tx: Acting,
  sealed: { needId: string; cipher: Buffer; content: Buffer },
): Promise<void> => {
  await tx.insertInto('sealedCase').values(sealed).execute()
}

/** Keeps the words of a row of the matter, in place of what was kept for it before. */
export const keepText = async (
  tx: Acting,
  text: { id: string; needId: string; content: Buffer },
): Promise<void> => {
  await tx
    .insertInto('sealedText')
    .values(text)
    .onConflict((clash) =>
      clash.columns(['organId', 'id']).doUpdateSet((set) => ({ content: set.ref('excluded.content') })),
    )
    .execute()
}

export const recordOpening = async (
  tx: Acting,
  opening: { needId: string; readerName: string; ground: string },
): Promise<void> => {
  await tx.insertInto('sealedOpening').values(opening).execute()
}

export const keepTexts = async (
  tx: Acting,
  texts: readonly { id: string; needId: string; content: Buffer }[],
): Promise<void> => {
  if (texts.length > 0)
    await tx
      .insertInto('sealedText')
      .values([...texts])
      .execute()
}

/** Takes the words out of where an ordinary matter had them; false where its compartment is not there, or not hers. */
export const layNeedApart = async (tx: Acting, needId: string): Promise<boolean> => {
  const { rows } = await sql<{ laid: boolean }>`select lay_need_apart(${needId}::uuid) as laid`.execute(tx)
  return rows[0]?.laid === true
}

export const endKnowing = async (tx: Acting, needId: string, id: string, until: string): Promise<void> => {
  await tx
    .updateTable('sealedKnower')
    .set({ until })
    .where('needId', '=', needId)
    .where('id', '=', id)
    .where('until', 'is', null)
    .execute()
}

export const insertMeasure = async (
  tx: Acting,
  measure: { id: string; needId: string; dueOn: string | null; content: Buffer },
): Promise<void> => {
  await tx.insertInto('sealedMeasure').values(measure).execute()
}

export const changeMeasure = async (
  tx: Acting,
  needId: string,
  id: string,
  to: { dueOn: string | null; content: Buffer },
): Promise<void> => {
  await tx
    .updateTable('sealedMeasure')
    .set((row) => ({ ...to, version: row('version', '+', 1) }))
    .where('needId', '=', needId)
    .where('id', '=', id)
    .execute()
}

/** From this day on nobody handles it. */
export const keepAway = async (
  tx: Acting,
  needId: string,
  { sealedOn, keepUntil }: { sealedOn: string; keepUntil: string | null },
): Promise<void> => {
  await tx
    .updateTable('sealedCase')
    .set((row) => ({ sealedOn, keepUntil, version: row('version', '+', 1) }))
    .where('needId', '=', needId)
    .execute()
}

/** Deletes the words, the files, and last the key that opened them. How many there were. */
export const destroyWords = async (tx: Acting, needId: string): Promise<{ texts: number; files: number }> => {
  const gone = async (table: 'sealedText' | 'sealedMeasure' | 'needFile' | 'sealedCase'): Promise<number> =>
    Number((await tx.deleteFrom(table).where('needId', '=', needId).executeTakeFirst()).numDeletedRows)
  const texts = (await gone('sealedText')) + (await gone('sealedMeasure'))
  const files = await gone('needFile')
  return { texts: texts + (await gone('sealedCase')), files }
}

export const insertDestruction = async (
  tx: Acting,
  destruction: {
    needId: string
    destroyedOn: string
    keptUntil: string
    byName: string
    witnessId: string
    witnessName: string
    texts: number
    files: number
  },
): Promise<void> => {
  await tx.insertInto('sealedDestruction').values(destruction).execute()
}
