import type { Acting } from '../database/acting.ts'

/** Sets a clock going; its id goes into the record of who did so. */
export const insertClocks = async (
  tx: Acting,
  clocks: readonly { needId: string; rule: string; eventOn: string; dueOn: string; keptOn?: string }[],
): Promise<void> => {
  if (clocks.length > 0)
    await tx
      .insertInto('needClock')
      .values([...clocks])
      .execute()
}

/** Takes away clocks that triage, judged anew, does not ask for; what was kept stays. */
export const dropClocks = async (tx: Acting, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx
      .deleteFrom('needClock')
      .where('id', 'in', [...ids])
      .where('keptOn', 'is', null)
      .execute()
}

export const changeClock = async (
  tx: Acting,
  id: string,
  version: number,
  change: { keptOn?: string; extendedUntil?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('needClock')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const insertPause = async (
  tx: Acting,
  pause: {
    id: string
    needId: string
    kind: 'waiting' | 'hearing'
    since: string
    content: Buffer | null
  },
): Promise<void> => {
  await tx.insertInto('needPause').values(pause).execute()
}

export const endPause = async (tx: Acting, id: string, until: string): Promise<void> => {
  await tx
    .updateTable('needPause')
    .set((set) => ({ until, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export const setDue = async (tx: Acting, id: string, dueOn: string): Promise<void> => {
  await tx.updateTable('need').set({ dueOn }).where('id', '=', id).where('dueOn', '!=', dueOn).execute()
}
