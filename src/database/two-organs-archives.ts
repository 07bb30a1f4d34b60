import type { Acting } from './acting.ts'

type Plant = (table: string, key: string) => void

/** A file that was made of a unit's year, and a piece of it. */
export const archiveRecords = async (
  tx: Acting,
  plant: Plant,
  { unitId, person }: { unitId: string; person: string },
): Promise<void> => {
  const job = crypto.randomUUID()
  await tx
    .insertInto('archiveJob')
    .values({
      id: job,
      unitId,
      kind: 'book',
      forYear: 2025,
      stage: 'failed',
      madeBy: person,
      madeByName: '某人',
    })
    .execute()
  plant('archive_job', job)
  await tx
    .insertInto('archivePiece')
    .values({ jobId: job, unitId, ordinal: 0, content: Buffer.from('zip') })
    .execute()
  plant('archive_piece', job)
}
