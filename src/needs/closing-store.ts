import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Satisfied, Solved } from './told.ts'

/** Keeps a new link; those made before it are out of use. */
export const keepAnswerLink = async (
  tx: Acting,
  link: { needId: string; digest: Buffer; madeOn: string; expiresOn: string },
): Promise<void> => {
  await tx
    .updateTable('needLink')
    .set({ usedAt: sql<Date>`clock_timestamp()` })
    .where('needId', '=', link.needId)
    .where('usedAt', 'is', null)
    .execute()
  await tx.insertInto('needLink').values(link).execute()
}

export const insertAnswer = async (
  tx: Acting,
  answer: {
    id: string
    needId: string
    way: 'link' | 'phone'
    answeredOn: string
    takenBy: string | null
    takenByName: string | null
    solved: Solved
    satisfied: Satisfied
    content: Buffer | null
  },
): Promise<void> => {
  await tx.insertInto('needAnswer').values(answer).execute()
}

/** Who resolved the matter or told her, besides its owner and helpers. */
export const handlersOf = async (tx: Acting, needId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('needStep')
    .select('byPerson')
    .where('needId', '=', needId)
    .where('kind', 'in', ['resolved', 'told', 'recused'])
    .execute()
  return new Set(rows.flatMap(({ byPerson }) => byPerson ?? []))
}
