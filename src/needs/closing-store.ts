import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Satisfied, Solved } from './told.ts'

/** Keeps a new link; those made before it are out of use. */
export const keepAnswerLink = async (
  tx: Acting,
  link: { needId: string; digest: Buffer; madeOn: string; expiresOn: string },
): Promise<void> => {
  await endAnswerLinks(tx, link.needId)
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

/** Links that are still out are out of use from now on. */
export const endAnswerLinks = async (tx: Acting, needId: string): Promise<void> => {
  await tx
    .updateTable('needLink')
    .set({ usedAt: sql<Date>`clock_timestamp()` })
    .where('needId', '=', needId)
    .where('usedAt', 'is', null)
    .execute()
}

/** Who ever owned the matter, resolved it, told her or stepped back, besides its owner and helpers of today. */
export const handlersOf = async (tx: Acting, needId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('needStep')
    .select(['kind', 'byPerson', 'toPerson'])
    .where('needId', '=', needId)
    .where('kind', 'in', ['assigned', 'resolved', 'told', 'recused'])
    .execute()
  // Whoever assigns a matter need not have handled it; whoever was given it has.
  return new Set(
    rows.flatMap(({ kind, byPerson, toPerson }) =>
      [kind === 'assigned' ? null : byPerson, toPerson].filter((id) => id !== null),
    ),
  )
}
