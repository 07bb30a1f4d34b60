import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Stage } from './contract.ts'
import type { FixedDay, ThemeForm } from './theme-days.ts'

export type RuleRow = FixedDay & { since: string; fixedParts: string[]; version: number }

/** Every fixed day that a unit had or has, in the order of their first days. */
export const themeRules = async (tx: Acting, unit: string): Promise<RuleRow[]> =>
  tx
    .selectFrom('themeDayRule')
    .select(['since', 'monthDay', 'week', 'weekday', 'fixedParts', 'version'])
    .where('unitId', '=', unit)
    .orderBy('since')
    .execute()

type NewRule = Omit<RuleRow, 'version'> & { unitId: string }

/** A fixed day from its first day on, in place of one with the same first day; false where another hand was quicker. */
export const fixDay = async (tx: Acting, rule: NewRule, version: number | null): Promise<boolean> => {
  if (version === null) {
    const made = await tx
      .insertInto('themeDayRule')
      .values(rule)
      .onConflict((conflict) => conflict.columns(['organId', 'unitId', 'since']).doNothing())
      .returning('id')
      .executeTakeFirst()
    return made !== undefined
  }
  const { monthDay, week, weekday, fixedParts } = rule
  const { numUpdatedRows } = await tx
    .updateTable('themeDayRule')
    .set({ monthDay, week, weekday, fixedParts, version: version + 1 })
    .where('unitId', '=', rule.unitId)
    .where('since', '=', rule.since)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type PartRow = {
  id: string
  title: string
  fixed: boolean
  ownerId: string | null
  ownerName: string | null
  readyOn: string | null
  readyNote: string | null
}

export type MonthRow = {
  id: string
  month: number
  theme: string
  form: ThemeForm | null
  preparerId: string | null
  preparerName: string | null
  version: number
  parts: PartRow[]
}

/** What is meant for the months of a year. */
export const themeMonths = async (tx: Acting, unit: string, year: number): Promise<MonthRow[]> => {
  const { rows } = await sql<MonthRow>`
    select t.id, t.month, t.theme, t.form, t.preparer_id, t.preparer_name, t.version,
      (select coalesce(json_agg(json_build_object('id', p.id, 'title', p.title, 'fixed', p.fixed, 'ownerId', p.owner_id,
          'ownerName', p.owner_name, 'readyOn', p.ready_on, 'readyNote', p.ready_note) order by p.ordinal), '[]')
       from theme_part p where p.organ_id = t.organ_id and p.month_id = t.id) as parts
    from theme_month t
    where t.organ_id = (select acting_organ()) and t.unit_id = ${unit}::uuid and t.year = ${year}
    order by t.month`.execute(tx)
  return rows
}

/** The theme meant for the month of a day. */
export const themeOf = async (
  tx: Acting,
  unit: string,
  { year, month }: { year: number; month: number },
): Promise<string | null> =>
  (
    await tx
      .selectFrom('themeMonth')
      .select('theme')
      .where('unitId', '=', unit)
      .where('year', '=', year)
      .where('month', '=', month)
      .executeTakeFirst()
  )?.theme ?? null

/** The form chosen for a month. */
export const formOf = async (
  tx: Acting,
  unit: string,
  { year, month }: { year: number; month: number },
): Promise<ThemeForm | null> =>
  ((
    await tx
      .selectFrom('themeMonth')
      .select('form')
      .where('unitId', '=', unit)
      .where('year', '=', year)
      .where('month', '=', month)
      .executeTakeFirst()
  )?.form ?? null) as ThemeForm | null

export type GatheringRow = {
  id: string
  month: number
  title: string
  heldOn: string
  stage: Stage
  topic: string | null
  place: string | null
  hostName: string | null
  present: number | null
}

/** The theme days of a year that were not called off, one a month: one that is recorded before one that is only planned. */
export const themeGatherings = async (tx: Acting, unit: string, year: number): Promise<GatheringRow[]> => {
  const { rows } = await sql<GatheringRow>`
    select distinct on (month) * from (
      select m.id, extract(month from m.held_on)::int as month, m.title, m.held_on, m.stage, p.topic, m.place, m.host_name,
        case when m.recorded_on is null then null else (
          select count(*)::int from attendance a
          where a.organ_id = m.organ_id and a.meeting_id = m.id and a.state = 'present') end as present
      from meeting m join meeting_part p on p.organ_id = m.organ_id and p.meeting_id = m.id and p.kind = 'theme-day'
      where m.organ_id = (select acting_organ()) and m.unit_id = ${unit}::uuid and m.stage <> 'cancelled'
        and m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) held
    order by month, (stage in ('recorded', 'noted')) desc, held_on`.execute(tx)
  return rows
}

export type NewMonth = {
  id: string
  month: number
  theme: string
  form: ThemeForm | null
  preparerId: string | null
  preparerName: string | null
  /** Null where the month had no plan. */
  version: number | null
  parts: PartRow[]
}

/** These months in place of what stood for them: three statements. False where another hand was quicker. */
export const writeMonths = async (
  tx: Acting,
  unit: string,
  year: number,
  months: readonly NewMonth[],
): Promise<boolean> => {
  const { rows } = await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(months.map(monthInColumns))}::jsonb)
        as n (id uuid, month int, theme text, form text, preparer_id uuid, preparer_name text, known int)),
    changed as (
      update theme_month t set theme = n.theme, form = n.form, preparer_id = n.preparer_id,
        preparer_name = n.preparer_name, version = t.version + 1
      from given n
      where t.organ_id = (select acting_organ()) and t.id = n.id and t.version = n.known
      returning t.id),
    made as (
      insert into theme_month (id, unit_id, year, month, theme, form, preparer_id, preparer_name)
      select n.id, ${unit}::uuid, ${year}, n.month, n.theme, n.form, n.preparer_id, n.preparer_name
      from given n where n.known is null
      on conflict (organ_id, unit_id, year, month) do nothing
      returning id)
    select id from changed union all select id from made`.execute(tx)
  if (rows.length < months.length) return false
  const ids = months.map(({ id }) => id)
  await tx.deleteFrom('themePart').where('monthId', 'in', ids).execute()
  const parts = months.flatMap(({ id: monthId, parts: own }) =>
    own.map((part, at) => ({ ...part, monthId, unitId: unit, ordinal: at + 1 })),
  )
  if (parts.length > 0) await tx.insertInto('themePart').values(parts).execute()
  return true
}

const monthInColumns = ({ parts: _, version, preparerId, preparerName, ...month }: NewMonth) => ({
  ...month,
  preparer_id: preparerId,
  preparer_name: preparerName,
  known: version,
})

/** A part by its id, with who prepares it; undefined where the reader sees none. */
export const partOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('themePart')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'themePart.organId').onRef('unit.id', '=', 'themePart.unitId'),
    )
    .select(['themePart.id', 'ownerId', 'readyOn', 'themePart.version', 'path'])
    .where('themePart.id', '=', id)
    .executeTakeFirst()

/** False where it was changed since `version` was read. */
export const readyPart = async (
  tx: Acting,
  id: string,
  version: number,
  ready: { readyOn: string; readyNote: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('themePart')
    .set({ ...ready, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
