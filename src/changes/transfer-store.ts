import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { KeptIn, KeptOut } from './letters.ts'

type Whose = { path: string } | { id: string } | { person: string }

const LETTERS = sql.raw(`coalesce((
    select json_agg(json_build_object('id', l.id, 'year', l.year, 'number', l.number, 'issuedOn', l.issued_on,
      'validDays', l.valid_days, 'voidOn', l.void_on, 'voidBecause', l.void_because) order by l.issued_on desc, l.number desc)
    from introduction_letter l where l.organ_id = t.organ_id and l.transfer_id = t.id), '[]')`)

/** Transfers out of a unit and all below it, one of them, or one person's; those still open first. */
export const transfersOut = async (tx: Acting, whose: Whose): Promise<(KeptOut & { path: string })[]> => {
  const { rows } = await sql<KeptOut & { path: string }>`
    select t.id, t.unit_id, u.name as unit_name, u.path, t.person_id, t.person_name, t.status, t.to_unit, t.reason,
      t.applied_on, t.dues_month, t.received_on, t.withdrawn_on, t.withdrawn_because, t.version, ${LETTERS} as letters
    from transfer_out t join unit u on u.organ_id = t.organ_id and u.id = t.unit_id
    where t.organ_id = (select acting_organ()) and ${of(whose)}
    order by (t.received_on is not null or t.withdrawn_on is not null), t.applied_on desc, t.id
    limit 300`.execute(tx)
  return rows
}

const of = (whose: Whose) => {
  if ('path' in whose) return sql`u.path >= ${whose.path} and u.path < ${`${whose.path}~`}`
  if ('id' in whose) return sql`t.id = ${whose.id}::uuid`
  return sql`t.person_id = ${whose.person}::uuid`
}

/** Letters that were brought to a unit and all below it, or one of them; the latest first. */
export const transfersIn = async (tx: Acting, whose: Whose): Promise<(KeptIn & { path: string })[]> => {
  const { rows } = await sql<KeptIn & { path: string }>`
    select t.id, t.unit_id, u.name as unit_name, u.path, t.name, t.from_unit, t.letter_number, t.letter_on, t.valid_days,
      t.brought_on, t.person_id, t.accepted_on, t.returned_on, t.returned_because
    from transfer_in t join unit u on u.organ_id = t.organ_id and u.id = t.unit_id
    where t.organ_id = (select acting_organ()) and ${of(whose)}
    order by t.brought_on desc, t.id
    limit 300`.execute(tx)
  return rows
}

type NewOut = {
  unitId: string
  personId: string
  personName: string
  status: 'full' | 'probationary'
  toUnit: string
  reason: string
  appliedOn: string
  duesMonth: string
}

export const insertOut = async (tx: Acting, transfer: NewOut): Promise<string> =>
  (await tx.insertInto('transferOut').values(transfer).returning('id').executeTakeFirstOrThrow()).id

type OutChange = { receivedOn?: string; withdrawnOn?: string; withdrawnBecause?: string }

/** False where another hand changed it since `version` was read. */
export const changeOut = async (
  tx: Acting,
  id: string,
  version: number,
  change: OutChange,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('transferOut')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type NewLetter = { unitId: string; transferId: string; issuedOn: string; validDays: number }

/**
 * Issues a letter under the branch's next number of the year. Whoever issues at the same moment waits, so that numbers have
 * neither gap nor double: what is rolled back was never given out.
 */
export const insertLetter = async (tx: Acting, letter: NewLetter): Promise<void> => {
  const year = Number(letter.issuedOn.slice(0, 4))
  await sql`select pg_advisory_xact_lock(hashtextextended('letter ' || acting_organ()::text || ${letter.unitId}::text, ${year}))`.execute(
    tx,
  )
  await sql`
    insert into introduction_letter (unit_id, transfer_id, year, number, issued_on, valid_days)
    select ${letter.unitId}::uuid, ${letter.transferId}::uuid, ${year}, coalesce(max(number), 0) + 1,
      ${letter.issuedOn}::date, ${letter.validDays}
    from introduction_letter
    where organ_id = (select acting_organ()) and unit_id = ${letter.unitId}::uuid and year = ${year}`.execute(
    tx,
  )
}

/** The letter in force of the transfer is void from the day; its number stays taken. */
export const voidLetter = async (
  tx: Acting,
  transfer: string,
  on: string,
  because: string,
): Promise<void> => {
  await tx
    .updateTable('introductionLetter')
    .set((row) => ({ voidOn: on, voidBecause: because, version: row('version', '+', 1) }))
    .where('transferId', '=', transfer)
    .where('voidOn', 'is', null)
    .execute()
}

type NewIn = {
  unitId: string
  name: string
  fromUnit: string
  letterNumber: string | null
  letterOn: string
  validDays: number
  broughtOn: string
  duesMonth?: string | null
  personId?: string
  acceptedOn?: string
  returnedOn?: string
  returnedBecause?: string
}

export const insertIn = async (tx: Acting, transfer: NewIn): Promise<string> =>
  (await tx.insertInto('transferIn').values(transfer).returning('id').executeTakeFirstOrThrow()).id
