import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

// What is done by whoever holds a link, without sign-in: by functions of the database, which see that one matter alone.

export const organOfLink = async (tx: Acting, digest: Buffer): Promise<string | null> => {
  const { rows } = await sql<{ organ: string | null }>`select answer_link_organ(${digest}) as organ`.execute(
    tx,
  )
  return rows[0]?.organ ?? null
}

export type LinkFrame = {
  id: string
  organName: string
  year: number
  number: number
  receivedOn: string
  sensitive: boolean
  expiresOn: string
  cipher: Buffer | null
}

/** The matter of a link that still holds. */
export const frameOfLink = async (tx: Acting, digest: Buffer, on: string): Promise<LinkFrame | undefined> => {
  const { rows } = await sql<LinkFrame>`
    select id, organ_name, year, number, received_on, sensitive, expires_on, cipher
    from answer_link_frame(${digest}, ${on}::date)`.execute(tx)
  return rows[0]
}

export const useAnswerLink = async (tx: Acting, digest: Buffer, on: string): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    select use_answer_link(${digest}, ${on}::date) as used`.execute(tx)
  return rows[0]?.used === true
}

/** Words that she herself puts to a sensitive matter: added, and never in place of what is there. */
export const addText = async (
  tx: Acting,
  text: { id: string; needId: string; content: Buffer },
): Promise<void> => {
  await tx.insertInto('sealedText').values(text).execute()
}
