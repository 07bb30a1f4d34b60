import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { FixedDay } from './theme-days.ts'

export type OwnFollowUp = {
  id: string
  what: string
  unitName: string
  dueOn: string | null
  doneOn: string | null
  doneNote: string | null
  version: number
}

/** What the actor took on: all that is open, and what was done last. */
export const ownFollowUps = async (tx: Acting): Promise<OwnFollowUp[]> => {
  const { rows } = await sql<OwnFollowUp>`
    select f.id, f.what, u.name as unit_name, f.due_on, f.done_on, f.done_note, f.version
    from follow_up f join unit u on u.organ_id = f.organ_id and u.id = f.unit_id
    where f.organ_id = (select acting_organ()) and f.owner_id = (select acting_person())
    order by f.done_on desc nulls first, f.due_on nulls last, f.id limit 100`.execute(tx)
  return rows
}

export type OwnPart = FixedDay & {
  id: string
  unitId: string
  unitName: string
  year: number
  month: number
  theme: string
  title: string
  readyOn: string | null
  readyNote: string | null
  version: number
}

/** The parts of theme days that the actor prepares from a month on, with the fixed day of the unit as it stands then. */
export const ownPartsRead = (from: { year: number; month: number }): RawBuilder<OwnPart> =>
  sql<OwnPart>`
    select p.id, p.unit_id, u.name as unit_name, t.year, t.month, t.theme, p.title, p.ready_on, p.ready_note, p.version,
      r.month_day, r.week, r.weekday
    from theme_part p
      join theme_month t on t.organ_id = p.organ_id and t.id = p.month_id
      join unit u on u.organ_id = p.organ_id and u.id = p.unit_id
      left join lateral (
        select d.month_day, d.week, d.weekday from theme_day_rule d
        where d.organ_id = p.organ_id and d.unit_id = p.unit_id
          and d.since <= (make_date(t.year, t.month, 1) + interval '1 month - 1 day')::date
        order by d.since desc limit 1) r on true
    where p.organ_id = (select acting_organ()) and p.owner_id = (select acting_person())
      and (t.year, t.month) >= (${from.year}, ${from.month})
    order by t.year, t.month, p.ordinal limit 100`

export const ownParts = async (tx: Acting, from: { year: number; month: number }): Promise<OwnPart[]> =>
  (await ownPartsRead(from).execute(tx)).rows
