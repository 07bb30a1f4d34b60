import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Acting } from '../database/acting.ts'
import type { JobKind } from './contract.ts'

/** The pool of the role `owner`, for the clock's work. */
export type Owner = Pool

export type JobRow = {
  id: string
  unitId: string
  kind: JobKind
  forYear: number
  stage: 'making' | 'made' | 'failed' | 'interrupted' | 'removed'
  fileName: string | null
  size: number | null
  fault: string | null
  madeByName: string
  madeAt: Date
  expiresAt: Date | null
}

const SHOWN = 12

/** What was last made of the unit. A file whose day is over is gone, whether or not the clock has come by. */
export const jobsOf = async (tx: Acting, unit: string): Promise<JobRow[]> => {
  const { rows } = await sql<JobRow>`
    select id, unit_id, kind, for_year,
      case when stage = 'made' and expires_at < now() then 'removed' else stage end as stage,
      file_name, size, fault, made_by_name, made_at, expires_at
    from archive_job
    where organ_id = (select acting_organ()) and unit_id = ${unit}::uuid
    order by made_at desc, id
    limit ${SHOWN}`.execute(tx)
  return rows
}

export const jobOf = async (tx: Acting, id: string): Promise<(JobRow & { madeBy: string }) | undefined> => {
  const { rows } = await sql<JobRow & { madeBy: string }>`
    select id, unit_id, kind, for_year,
      case when stage = 'made' and expires_at < now() then 'removed' else stage end as stage,
      file_name, size, fault, made_by, made_by_name, made_at, expires_at
    from archive_job where organ_id = (select acting_organ()) and id = ${id}::uuid`.execute(tx)
  return rows[0]
}

type NewJob = {
  unitId: string
  kind: JobKind
  forYear: number
  madeBy: string
  madeByName: string
  madeAt: string
}

export const insertJob = async (tx: Acting, job: NewJob): Promise<string> =>
  (await tx.insertInto('archiveJob').values(job).returning('id').executeTakeFirstOrThrow()).id

/** A piece holds so many bytes: what a row of the trail is made from, before it leaves them out, stays small. */
const PIECE = 4 * 1024 * 1024
const HOURS = 24

type Made = { fileName: string; bytes: Uint8Array }

/** Keeps what was made, for a day. A job that a restart was thought to have broken off is made all the same. */
export const keepMade = async (tx: Acting, job: JobRow, { fileName, bytes }: Made): Promise<void> => {
  for (let at = 0; at * PIECE < bytes.length; at += 1) {
    const content = Buffer.from(
      bytes.buffer,
      bytes.byteOffset + at * PIECE,
      Math.min(PIECE, bytes.length - at * PIECE),
    )
    await tx
      .insertInto('archivePiece')
      .values({ jobId: job.id, unitId: job.unitId, ordinal: at, content })
      .execute()
  }
  await sql`
    update archive_job set stage = 'made', file_name = ${fileName}, size = ${bytes.length}, ended_at = now(),
      expires_at = now() + make_interval(hours => ${HOURS}), version = version + 1
    where organ_id = (select acting_organ()) and id = ${job.id}::uuid and stage in ('making', 'interrupted')`.execute(
    tx,
  )
}

export const keepFailed = (tx: Acting, id: string, fault: string) =>
  sql`update archive_job set stage = 'failed', fault = ${fault}, ended_at = now(), version = version + 1
    where organ_id = (select acting_organ()) and id = ${id}::uuid and stage = 'making'`.execute(tx)

export const bytesOf = async (tx: Acting, job: string): Promise<Uint8Array> => {
  const rows = await tx
    .selectFrom('archivePiece')
    .select('content')
    .where('jobId', '=', job)
    .orderBy('ordinal')
    .execute()
  return Buffer.concat(rows.map(({ content }) => content))
}

export const insertDownload = (
  tx: Acting,
  { id, unitId, fileName }: { id: string; unitId: string; fileName: string },
) => tx.insertInto('archiveDownload').values({ jobId: id, unitId, fileName }).execute()

export type BookUnit = { id: string; name: string; kind: string; path: string; units: string[] }

/** The Party units at and below a path that existed in the year and get a book of their own, each with its groups; by rank, then strokes. */
export const bookUnits = async (tx: Acting, path: string, year: number): Promise<BookUnit[]> => {
  const { rows } = await sql<BookUnit>`
    select u.id, u.name, u.kind, u.path, array(
        select g.id from unit g
        where g.organ_id = u.organ_id and g.path ^@ u.path
          and (g.id = u.id or g.kind = 'group' and strpos(substr(g.path, length(u.path) + 1), '/') = length(g.path) - length(u.path))
        order by g.path) as units
    from unit u
    where u.organ_id = (select acting_organ()) and u.path ^@ ${path} and u.line = 'party' and u.kind <> 'group'
      and u.founded_on <= ${`${year}-12-31`}::date
      and (u.dissolved_on is null or u.dissolved_on >= ${`${year}-01-01`}::date)
    order by length(u.path), u.name collate strokes, u.id`.execute(tx)
  return rows
}

/** At the start: what the last end of the process broke off says so. */
export const breakOff = (owner: Owner) =>
  owner.query(
    `update archive_job set stage = 'interrupted', ended_at = now(), version = version + 1 where stage = 'making'`,
  )

/** The clock's work, as the owner: files whose day is over go. Gives how many went. */
export const tidy = async (owner: Owner): Promise<number> => {
  await owner.query(
    `delete from archive_piece p using archive_job j
     where j.organ_id = p.organ_id and j.id = p.job_id and j.expires_at < now()`,
  )
  const { rowCount } = await owner.query(
    `update archive_job set stage = 'removed', version = version + 1 where stage = 'made' and expires_at < now()`,
  )
  return rowCount ?? 0
}
