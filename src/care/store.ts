import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { CareVisit, Occasion } from './contract.ts'

export type KeptVisit = Omit<CareVisit, 'isSealed'> & { content: Buffer | null; path: string }
type Whose = { path: string; year: number } | { id: string }

/** The visits of a unit and all below it in a year, or one of them; those still to be made first. */
export const visitsOf = async (tx: Acting, whose: Whose): Promise<KeptVisit[]> => {
  const where =
    'id' in whose
      ? sql`c.id = ${whose.id}::uuid`
      : sql`c.year = ${whose.year} and u.path >= ${whose.path} and u.path < ${`${whose.path}~`}`
  const { rows } = await sql<KeptVisit>`
    select c.id, c.unit_id, u.name as unit_name, u.path, c.person_id, c.person_name, c.year, c.occasion, c.visited_on,
      c.visitors, c.place, c.goods, c.amount_fen, c.content, c.cancelled_on, c.version
    from care_visit c join unit u on u.organ_id = c.organ_id and u.id = c.unit_id
    where c.organ_id = (select acting_organ()) and ${where}
    order by c.cancelled_on is not null, c.visited_on is not null, c.visited_on desc, c.person_name collate strokes, c.id
    limit 500`.execute(tx)
  return rows
}

/** Members of the unit as of the day who became full on or before that other day. */
export const longFull = async (tx: Acting, path: string, on: string, before: string) => {
  const { rows } = await sql<{ id: string; name: string; fullOn: string }>`
    select p.id, p.name, p.full_on
    from membership m join person p on p.organ_id = m.organ_id and p.id = m.person_id
    where m.organ_id = (select acting_organ()) and m.path >= ${path} and m.path < ${`${path}~`}
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status = 'full' and p.full_on <= ${before}::date
    order by p.full_on, p.name collate strokes, p.id`.execute(tx)
  return rows
}

type NewVisit = {
  id: string
  unitId: string
  personId: string | null
  personName: string
  year: number
  occasion: Occasion
  content: Buffer | null
}

export const insertVisit = async (tx: Acting, visit: NewVisit): Promise<void> => {
  await tx.insertInto('careVisit').values(visit).execute()
}

type Change = {
  visitedOn?: string
  visitors?: string
  place?: string | null
  goods?: string | null
  amountFen?: number | null
  content?: Buffer | null
  cancelledOn?: string
}

/** False where another hand changed it since `version` was read. */
export const changeVisit = async (
  tx: Acting,
  id: string,
  version: number,
  change: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('careVisit')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The branches that have neither planned nor made a visit on the occasion of the year. */
export const branchesWithout = async (tx: Acting, occasion: Occasion, year: number) => {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select u.id, u.name, u.path
    from unit u
    where u.organ_id = (select acting_organ()) and u.kind = 'branch' and u.dissolved_on is null
      and not exists (
        select from care_visit c
        where c.organ_id = u.organ_id and c.unit_id = u.id and c.occasion = ${occasion} and c.year = ${year}
          and c.cancelled_on is null)
    order by u.path`.execute(tx)
  return rows
}

type Made = {
  visitedOn: string
  occasion: Occasion
  visitors: string | null
  goods: string | null
  amountFen: number | null
}

/** The visits that were made in the year, by day; to whom is not asked. */
export const madeIn = async (tx: Acting, units: readonly string[], year: number): Promise<Made[]> => {
  const { rows } = await sql<Made>`
    select c.visited_on, c.occasion, c.visitors, c.goods, c.amount_fen
    from care_visit c
    where c.organ_id = (select acting_organ()) and c.unit_id = any (${units}::uuid[])
      and extract(year from c.visited_on) = ${year}
    order by c.visited_on, c.occasion, c.visitors, c.id`.execute(tx)
  return rows
}
