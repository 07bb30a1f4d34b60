import type { Acting } from '../database/acting.ts'

/** The words of a sensitive matter in place of those before. */
export const keepSealedWords = async (tx: Acting, needId: string, content: Buffer): Promise<void> => {
  await tx
    .updateTable('sealedCase')
    .set((set) => ({ content, version: set('version', '+', 1) }))
    .where('needId', '=', needId)
    .execute()
}
