import type { Acting } from '../database/acting.ts'

// Files of matters. What is written here is encrypted already; the fingerprint is of what was handed in.

export type NewFile = {
  id: string
  needId: string
  /** The bytes, encrypted. */
  content: Buffer
  /** The name, encrypted. */
  cipher: Buffer
  mediaType: string
  size: number
  fingerprint: string
  addedOn: string
  addedByName: string
}

export const insertFile = async (tx: Acting, file: NewFile): Promise<void> => {
  await tx.insertInto('needFile').values(file).execute()
}

export const fileOf = (tx: Acting, needId: string, id: string) =>
  tx
    .selectFrom('needFile')
    .select(['id', 'content', 'cipher', 'mediaType', 'size', 'fingerprint'])
    .where('needId', '=', needId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The same file under another key. */
export const relay = async (
  tx: Acting,
  needId: string,
  id: string,
  to: Pick<NewFile, 'content' | 'cipher'>,
): Promise<void> => {
  await tx.updateTable('needFile').set(to).where('needId', '=', needId).where('id', '=', id).execute()
}
