import { sql } from 'kysely'
import type { Acting, Database } from '../database/acting.ts'
import { PERMISSIONS } from '../kernel/access.ts'

export type PublicDesk = { organId: string; name: string; phone: string | null; phoneHours: string | null }

/** The desks that the page for the public stands open for, in any organ of the installation. */
export const publicDesks = async (database: Database | Acting): Promise<PublicDesk[]> =>
  (
    await sql<PublicDesk>`select organ_id, name, phone, hours as phone_hours from public_desks()`.execute(
      database,
    )
  ).rows

/** The unit where needs are received, and what was set for it. */
export const deskNow = async (tx: Acting) => {
  const { rows } = await sql<{
    unitId: string
    publicOpen: boolean | null
    phone: string | null
    phoneHours: string | null
    version: number | null
  }>`select need_unit() as unit_id, d.public_open, d.phone, d.hours as phone_hours, d.version
    from (select 1) one left join need_desk d on d.organ_id = (select acting_organ())`.execute(tx)
  return rows[0]!
}

/** Who leads the desk on a day. */
export const deskLeads = async (tx: Acting, on: string): Promise<{ id: string; name: string }[]> => {
  const leading = `{${PERMISSIONS['need.lead'].posts.join(',')}}`
  return (
    await sql<{ id: string; name: string }>`
    select id, name from desk_leads(${leading}::text[], ${on}::date)`.execute(tx)
  ).rows
}

export type DeskSettings = { unitId: string; publicOpen: boolean; phone: string; phoneHours: string }

/** Keeps the settings as they were at this version, 0 where there were none; false where somebody else was quicker. */
export const keepDesk = async (
  tx: Acting,
  { phoneHours: hours, ...settings }: DeskSettings,
  version: number,
): Promise<boolean> => {
  const desk = { ...settings, hours }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('needDesk')
      .values(desk)
      .onConflict((clash) => clash.column('organId').doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('needDesk')
    .set({ ...desk, version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
