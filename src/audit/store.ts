import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Kept, Names } from './words.ts'

type PageOf = {
  after: number | undefined
  limit: number
  tables: readonly string[]
  until: string | undefined
}

/**
 * The latest changes within a unit and those below it, one page from behind the row `after`. What belongs to no unit, such as
 * a local parameter, concerns every unit and stands in each one's trail.
 */
export const tracesWithin = async (tx: Acting, path: string, { after, limit, tables, until }: PageOf) => {
  const { rows } = await sql<Kept>`
    select a.id, a.at, case when a.person_id is null then null else coalesce(p.name, '其他组织的人') end as by, a.operation, a.transaction::text as transaction, a.table_name as "table",
      a.row_key as key, a.did, a.before, a.after
    from audit a
      left join person p on p.organ_id = a.organ_id and p.id = a.person_id
    where a.organ_id = (select acting_organ())
      and a.id < ${after ?? Number.MAX_SAFE_INTEGER}
      and a.at < coalesce((${until ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity')
      and a.table_name = any (${tables as string[]}::text[])
      and (a.unit_id is null and a.table_name <> 'unit' or exists (
        select from unit u
        where u.organ_id = a.organ_id and u.path ^@ ${path}
          and u.id = case a.table_name when 'unit' then (a.row_key ->> 'id')::uuid else a.unit_id end))
    order by a.id desc
    limit ${limit + 1}`.execute(tx)
  const kept = rows.slice(0, limit)
  return { kept, next: rows.length > limit ? String(kept.at(-1)?.id) : null }
}

/** Names behind ids, as far as the reader may see them: people, units, meetings; a membership or a post by its person. */
export const namesBehind = async (tx: Acting, ids: readonly string[]): Promise<Names> => {
  const wanted = sql`any (${[...new Set(ids)]}::uuid[])`
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where id = ${wanted}
    union all select id, name from unit where id = ${wanted}
    union all select id, title from meeting where id = ${wanted}
    union all select id, what from follow_up where id = ${wanted}
    union all select id, name from file where id = ${wanted}
    union all select m.id, p.name from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id where m.id = ${wanted}
    union all select o.id, p.name from post o
      join person p on p.organ_id = o.organ_id and p.id = o.person_id where o.id = ${wanted}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The organ's last seal, as far as those who read pages may know it. */
export const lastSeal = async (tx: Acting) => {
  const { rows } = await sql<{ number: number; at: Date; digest: string }>`
    select number, at, encode(digest, 'hex') as digest from audit_seal
    where organ_id = (select acting_organ()) order by number desc limit 1`.execute(tx)
  return rows[0]
}
