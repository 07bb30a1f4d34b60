import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Precision } from './cell.ts'
import type { RosterPost, RosterStatus } from './roster.ts'

export type ExportRow = {
  name: string
  masked: string | null
  sex: 'female' | 'male' | null
  ethnicity: string | null
  bornOn: string | null
  bornPrecision: Precision
  education: string | null
  nativePlace: string | null
  status: RosterStatus
  joinedOn: string | null
  joinedPrecision: Precision
  fullOn: string | null
  fullPrecision: Precision
  branchName: string
  groupName: string | null
  posts: RosterPost[]
  occupation: string | null
  phone: string | null
  remark: string | null
}

/** Everyone on the roster of a unit, and of the branches below it, as it stood on the day; by branch, group and strokes. */
export const rosterOn = async (tx: Acting, path: string, on: string): Promise<ExportRow[]> => {
  const { rows } = await sql<ExportRow>`
    select p.name, i.masked, p.sex, p.ethnicity, p.born_on, p.born_precision, p.education, p.native_place, m.status,
      p.joined_on, p.joined_precision, p.full_on, p.full_precision, b.name as branch_name,
      case when m.group_id is null then null else u.name end as group_name, p.occupation, p.phone, p.remark,
      coalesce((
        select array_agg(o.post order by o.since, o.post)
        from post o
        where o.organ_id = p.organ_id and o.person_id = p.id and o.unit_id in (m.unit_id, m.group_id)
          and o.post not in ('superior', 'operator')
          and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)), '{}') as posts
    from unit u
      join membership m on m.organ_id = u.organ_id and coalesce(m.group_id, m.unit_id) = u.id
        and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      join unit b on b.organ_id = m.organ_id and b.id = m.unit_id
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      left join person_identity i on i.organ_id = p.organ_id and i.person_id = p.id
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and m.status not in ('transferred-out', 'left', 'stopped')
    order by b.path, u.path, p.name collate strokes, p.id`.execute(tx)
  return rows
}
