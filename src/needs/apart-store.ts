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
