import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Form } from './kinds.ts'
import type { Counts, Sheets } from './totals.ts'

type Of = { id: string; unitId: string }

/** False where a poll was begun already. */
export const insertPoll = async (
  tx: Acting,
  { id, unitId }: Of,
  poll: { form: Form; polledOn: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('appraisalPoll')
    .values({ ...poll, appraisalId: id, unitId })
    .onConflict((found) => found.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const placeUrn = (tx: Acting, { id, unitId }: Of, content: Buffer) =>
  tx.insertInto('appraisalUrn').values({ appraisalId: id, unitId, content }).execute()

/** The urn, held for this ballot until the transaction ends; undefined where there is none, or none for the one who acts. */
export const takeUrn = async (tx: Acting, id: string): Promise<Buffer | undefined> =>
  (
    await tx
      .selectFrom('appraisalUrn')
      .select('content')
      .where('appraisalId', '=', id)
      .forUpdate()
      .executeTakeFirst()
  )?.content

export const lookIntoUrn = async (tx: Acting, id: string): Promise<Buffer | undefined> =>
  (await tx.selectFrom('appraisalUrn').select('content').where('appraisalId', '=', id).executeTakeFirst())
    ?.content

export const putUrnBack = (tx: Acting, id: string, content: Buffer) =>
  tx.updateTable('appraisalUrn').set({ content }).where('appraisalId', '=', id).execute()

/** Who has handed in a ballot; gives how many of them were not on the list before. */
export const markVoted = async (
  tx: Acting,
  { id, unitId }: Of,
  people: readonly string[],
): Promise<number> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('appraisalVoted')
    .values(people.map((personId) => ({ personId, appraisalId: id, unitId })))
    .onConflict((found) => found.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

/** The ballots and the list of who handed one in go; what stays are the figures. */
export const destroyBallots = async (tx: Acting, id: string): Promise<void> => {
  await tx.deleteFrom('appraisalVoted').where('appraisalId', '=', id).execute()
  await tx.deleteFrom('appraisalUrn').where('appraisalId', '=', id).execute()
}

export const removePoll = (tx: Acting, id: string) =>
  tx.deleteFrom('appraisalPoll').where('appraisalId', '=', id).execute()

type Figures = Sheets & {
  form: Form
  polledOn: string
  detail: 'each' | 'total' | 'none'
  totals: Counts | null
  counts: readonly (Counts & { personId: string })[]
}

/** The figures of the closed poll, in place of any that were entered before. */
export const writeFigures = async (tx: Acting, { id, unitId }: Of, figures: Figures): Promise<void> => {
  const { counts, totals, ...poll } = figures
  const row = { ...poll, ...(totals ?? NO_TOTALS), state: 'closed' }
  await tx
    .insertInto('appraisalPoll')
    .values({ ...row, appraisalId: id, unitId })
    .onConflict((found) =>
      found.columns(['organId', 'appraisalId']).doUpdateSet((before) => ({
        ...row,
        version: sql<number>`${before.ref('appraisalPoll.version')} + 1`,
      })),
    )
    .execute()
  await tx.deleteFrom('appraisalCount').where('appraisalId', '=', id).execute()
  if (counts.length > 0)
    await tx
      .insertInto('appraisalCount')
      .values(counts.map((each) => ({ ...each, appraisalId: id, unitId })))
      .execute()
}

const NO_TOTALS = {
  excellent: null,
  qualified: null,
  basicallyQualified: null,
  unqualified: null,
  abstained: null,
}
