import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Post } from '../kernel/access.ts'
import type { Status } from './contract.ts'

type Precision = 'day' | 'month'

export type RosterRow = {
  personId: string
  name: string
  sex: 'female' | 'male' | null
  ethnicity: string | null
  bornOn: string | null
  bornPrecision: Precision
  education: string | null
  nativePlace: string | null
  joinedOn: string | null
  joinedPrecision: Precision
  fullOn: string | null
  fullPrecision: Precision
  occupation: string | null
  phone: string | null
  status: Status
  groupId: string | null
  groupName: string | null
  posts: Post[]
}

/** Who belonged to the units on the day, by strokes; identity numbers are not asked for. */
export const rosterOf = async (tx: Acting, units: readonly string[], on: string): Promise<RosterRow[]> => {
  const { rows } = await sql<RosterRow>`
    select p.id as person_id, p.name, p.sex, p.ethnicity, p.born_on, p.born_precision, p.education, p.native_place,
      p.joined_on, p.joined_precision, p.full_on, p.full_precision, p.occupation, p.phone, m.status, m.group_id,
      g.name as group_name,
      coalesce((
        select array_agg(o.post order by o.since, o.post)
        from post o
        where o.organ_id = p.organ_id and o.person_id = p.id and o.unit_id = any (${units}::uuid[])
          and o.post not in ('superior', 'operator')
          and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)), '{}') as posts
    from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
    where m.organ_id = (select acting_organ()) and m.unit_id = any (${units}::uuid[])
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status not in ('transferred-out', 'left', 'stopped')
    order by p.name collate strokes, p.id`.execute(tx)
  return rows
}

export type Officer = {
  unitId: string
  post: Post
  since: string
  until: string | null
  name: string | null
  sex: 'female' | 'male' | null
  bornOn: string | null
  bornPrecision: Precision
  education: string | null
  joinedOn: string | null
  joinedPrecision: Precision
  occupation: string | null
  phone: string | null
}

/** Every post that was held in the units in the year, with when. */
export const officersOf = async (tx: Acting, units: readonly string[], year: number): Promise<Officer[]> => {
  const { rows } = await sql<Officer>`
    select o.unit_id, o.post, o.since, o.until, p.name, p.sex, p.born_on, p.born_precision, p.education, p.joined_on,
      p.joined_precision, p.occupation, p.phone
    from post o left join person p on p.organ_id = o.organ_id and p.id = o.person_id
    where o.organ_id = (select acting_organ()) and o.unit_id = any (${units}::uuid[])
      and o.post not in ('superior', 'operator')
      and o.since <= ${`${year}-12-31`}::date and (o.until is null or o.until >= ${`${year}-01-01`}::date)
    order by o.since, o.post, o.person_id`.execute(tx)
  return rows
}

export type GroupRow = { id: string; name: string; foundedOn: string; dissolvedOn: string | null }

/** The groups among the units that existed in the year. */
export const groupsOf = async (tx: Acting, units: readonly string[], year: number): Promise<GroupRow[]> => {
  const { rows } = await sql<GroupRow>`
    select id, name, founded_on, dissolved_on from unit
    where organ_id = (select acting_organ()) and id = any (${units}::uuid[]) and kind = 'group'
      and founded_on <= ${`${year}-12-31`}::date
      and (dissolved_on is null or dissolved_on >= ${`${year}-01-01`}::date)
    order by path`.execute(tx)
  return rows
}
