import { sql } from 'kysely'
import type { Acting, Database } from '../database/acting.ts'
import type { Agency, Outcome, State } from './kinds.ts'
import type { NewNeed } from './store.ts'

// What the page for the public may do to the database. It reads no table, so nothing is written with `returning`.

/** The organ in which a receipt was given out; null where there is none such. */
export const receiptOrgan = async (database: Database, digest: Buffer): Promise<string | null> =>
  (await sql<{ organ: string | null }>`select receipt_organ(${digest}) as organ`.execute(database)).rows[0]
    ?.organ ?? null

export type ByReceipt = {
  id: string
  state: State
  sensitive: boolean
  receivedOn: string
  resolvedOn: string | null
  closedOn: string | null
  outcome: Outcome | null
  version: number
  agencies: Agency[]
  answered: boolean
  files: number
  /** The wrapped key of a sensitive matter. */
  cipher: Buffer | null
}

export const needByReceipt = async (tx: Acting, digest: Buffer): Promise<ByReceipt | undefined> =>
  (
    await sql<ByReceipt>`
      select id, state, sensitive, received_on, resolved_on, closed_on, outcome, version, agencies, answered, files, cipher
      from need_by_receipt(${digest})`.execute(tx)
  ).rows[0]

/** Lets nobody else who brings this receipt go on before the transaction ends: nobody here may lock a row. */
export const oneAtATime = async (tx: Acting, digest: Buffer): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${digest.toString('hex')}, 0))`.execute(tx)
}

/** Enters a matter that nobody of the organ received. */
export const insertPublicNeed = async (tx: Acting, need: NewNeed & { digest: Buffer }): Promise<void> => {
  await tx
    .insertInto('need')
    .values({ ...need, receivedBy: null, unitId: sql<string>`(select need_unit())` })
    .execute()
}
