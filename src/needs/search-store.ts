import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type Marks = { needId: string; receivedOn: string; digest: number[]; token: number[] }

/** Keeps the marks of matters in place of those kept before. */
export const keepMarks = async (tx: Acting, rows: readonly Marks[]): Promise<void> => {
  if (rows.length > 0)
    await tx
      .insertInto('needSearch')
      .values([...rows])
      .onConflict((clash) =>
        clash.columns(['organId', 'needId']).doUpdateSet((set) => ({
          digest: set.ref('excluded.digest'),
          token: set.ref('excluded.token'),
        })),
      )
      .execute()
}

/** Keeps the marks of a new matter. The page for the public sees no row, so it cannot ask whether there is one. */
export const insertMarks = async (tx: Acting, marks: Marks): Promise<void> => {
  await tx.insertInto('needSearch').values(marks).execute()
}

/** A matter that becomes sensitive is found by no word any more. */
export const forgetWords = async (tx: Acting, needId: string): Promise<void> => {
  await tx.deleteFrom('needSearch').where('needId', '=', needId).execute()
}

/** Matters alike to one of these tokens: who may see them is said by the function. */
export const alikeTo = async (
  tx: Acting,
  { token, phone, since, self }: { token: number[]; phone: number | null; since: string; self: string },
) => {
  const { rows } = await sql<{ id: string; byPhone: boolean }>`
    select id, by_phone from alike_needs(${token}::integer[], ${phone}::integer, ${since}::date, ${self}::uuid, 10)`.execute(
    tx,
  )
  return rows
}

export type Pair = { oneId: string; otherId: string; same: boolean; decidedOn: string; byName: string }

/** What people said about this matter and others. */
export const pairsWith = async (tx: Acting, id: string): Promise<Pair[]> =>
  tx
    .selectFrom('needPair')
    .select(['oneId', 'otherId', 'same', 'decidedOn', 'byName'])
    .where((where) => where.or([where('oneId', '=', id), where('otherId', '=', id)]))
    .execute()

/** False where somebody has already said so or otherwise. */
export const insertPair = async (tx: Acting, pair: Pair): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('needPair')
    .values(pair)
    .onConflict((clash) => clash.columns(['organId', 'oneId', 'otherId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
