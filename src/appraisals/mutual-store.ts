import type { Acting } from '../database/acting.ts'

type NewMutual = {
  appraisalId: string
  unitId: string
  heldOn: string
  hostId: string | null
  hostName: string | null
  note: string | null
}

/** False where another hand recorded or changed it since `version` was read. */
export const writeMutual = async (
  tx: Acting,
  mutual: NewMutual,
  version: number | null,
): Promise<boolean> => {
  if (version === null) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('appraisalMutual')
      .values(mutual)
      .onConflict((found) => found.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { appraisalId, unitId, ...change } = mutual
  const { numUpdatedRows } = await tx
    .updateTable('appraisalMutual')
    .set({ ...change, version: version + 1 })
    .where('appraisalId', '=', appraisalId)
    .where('unitId', '=', unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The remarks of one circle, in place of those the writer sees of the same people; gives whose another circle has noted. */
export const writeRemarks = async (
  tx: Acting,
  of: { appraisalId: string; unitId: string },
  remarks: readonly { personId: string; remark: string | null }[],
): Promise<string[]> => {
  if (remarks.length === 0) return []
  await tx
    .deleteFrom('appraisalRemark')
    .where('appraisalId', '=', of.appraisalId)
    .where(
      'personId',
      'in',
      remarks.map(({ personId }) => personId),
    )
    .execute()
  const written = remarks.flatMap(({ personId, remark }) => (remark ? [{ ...of, personId, remark }] : []))
  if (written.length === 0) return []
  const taken = await tx
    .insertInto('appraisalRemark')
    .values(written)
    .onConflict((found) => found.doNothing())
    .returning('personId')
    .execute()
  return written
    .map(({ personId }) => personId)
    .filter((person) => !taken.some(({ personId }) => personId === person))
}
