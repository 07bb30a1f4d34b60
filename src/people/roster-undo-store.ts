import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** A batch as undoing needs it, held so that nobody undoes it at the same time; undefined where it is not the actor's to see. */
export const heldBatch = async (tx: Acting, id: string) => {
  const row = await tx
    .selectFrom('importBatch')
    .select(['id', 'unitId', 'fileName', 'undoneAt', 'made'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, made: row.made as { groups: string[]; posts: string[] } }
}
export type HeldBatch = NonNullable<Awaited<ReturnType<typeof heldBatch>>>

/** Someone whom undoing would wrong, and why; `people` counts them all. */
export type Touched = { name: string; why: string; people: number }

/** People of the batch that were changed by another hand since, were given posts, or can sign in. At most twenty. */
export const touchedSince = async (tx: Acting, { id, made }: HeldBatch): Promise<Touched[]> => {
  const { rows } = await sql<Touched>`
    select name, why, (count(*) over ())::int as people
    from (
      select p.name, case
        when r.did = 'created' and p.version <> 1 or r.did = 'changed' and p.version <> (r.before ->> 'version')::int
          then '个人信息后来又改过'
        when r.did = 'created' and exists (
            select from membership m where m.organ_id = p.organ_id and m.person_id = p.id and m.version <> 1)
          or jsonb_typeof(r.before -> 'left') = 'array' and r.before -> 'left' is distinct from (
            select jsonb_agg(jsonb_build_object('id', m.id, 'version', m.version) order by l.place)
            from membership m
              left join jsonb_array_elements(r.before -> 'left') with ordinality as l (stretch, place)
                on l.stretch ->> 'id' = m.id::text
            where m.organ_id = p.organ_id and m.person_id = p.id)
          then '党籍或党小组后来又变过'
        when exists (
            select from post o where o.organ_id = p.organ_id and o.person_id = p.id
            and case when o.id = any (${made.posts}::uuid[]) then o.version <> 1 else r.did = 'created' end)
          then '后来登记过任职'
        when r.did = 'created' and person_has_account(p.id) then '已开通账号'
        end as why
      from import_row r join person p on p.organ_id = r.organ_id and p.id = r.person_id
      where r.organ_id = (select acting_organ()) and r.batch_id = ${id}) touched
    where why is not null
    order by name collate strokes
    limit 20`.execute(tx)
  return rows
}

/** A column of another table that names people (or units) by id. */
export type Reference = { table: string; column: string }

/** Every column that refers to the table, but for those of the people slice itself. */
const referencesTo = async (tx: Acting, table: 'person' | 'unit', own: string[]): Promise<Reference[]> => {
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'organ_id'
    where c.contype = 'f' and c.confrelid = ${table}::regclass
      and c.conrelid <> all (${own}::regclass[]::oid[]) and has_table_privilege(c.conrelid, 'select')
    order by 1, 2`.execute(tx)
  return rows
}

/** People made by the batch whom other records name already, with the table that does. At most twenty. */
export const usedSince = async (tx: Acting, batch: string): Promise<{ name: string; table: string }[]> => {
  const references = await referencesTo(tx, 'person', ['membership', 'post', 'person_identity'])
  const uses = references.map(
    ({ table, column }) => sql`
      select p.name, ${table}::text as table
      from import_row r join person p on p.organ_id = r.organ_id and p.id = r.person_id
      where r.organ_id = (select acting_organ()) and r.batch_id = ${batch} and r.did = 'created'
        and exists (select from ${sql.table(table)} t
          where t.organ_id = r.organ_id and ${sql.ref(`t.${column}`)} = r.person_id)`,
  )
  const { rows } = await sql<{ name: string; table: string }>`
    ${sql.join(uses, sql` union all `)} limit 20`.execute(tx)
  return rows
}

/** Takes back what the batch did. Groups that others have since come to use stay. */
export const takeBack = async (
  tx: Acting,
  { id, made }: HeldBatch,
): Promise<{ removed: number; restored: number }> => {
  const rows = sql`from import_row r where r.organ_id = (select acting_organ()) and r.batch_id = ${id}`
  const created = sql`(select r.person_id ${rows} and r.did = 'created')`
  if (made.posts.length > 0) await tx.deleteFrom('post').where('id', 'in', made.posts).execute()
  await sql`delete from person_identity where person_id in ${created}`.execute(tx)
  await sql`delete from membership where person_id in ${created}`.execute(tx)
  const removed = await sql`delete from person where id in ${created}`.execute(tx)

  const changed = sql`${rows} and r.did = 'changed'`
  await sql`delete from person_identity
    where person_id in (select r.person_id ${changed} and (r.before ->> 'identity')::boolean)`.execute(tx)
  await sql`delete from membership
    where person_id in (select r.person_id ${changed} and jsonb_typeof(r.before -> 'memberships') = 'array')`.execute(
    tx,
  )
  await sql`insert into membership (id, person_id, unit_id, group_id, status, since, until, reason, version)
    select m.id, r.person_id, m.unit_id, m.group_id, m.status, m.since, m.until, m.reason, m.version
    from import_row r, jsonb_to_recordset(case jsonb_typeof(r.before -> 'memberships')
        when 'array' then r.before -> 'memberships' else '[]' end)
      as m (id uuid, unit_id uuid, group_id uuid, status text, since date, until date, reason text, version int)
    where r.organ_id = (select acting_organ()) and r.batch_id = ${id} and r.did = 'changed'`.execute(tx)
  const restored = await sql`
    update person p set
      name = n.name, initials = n.initials, sex = n.sex, ethnicity = n.ethnicity, born_on = n.born_on,
      born_precision = n.born_precision, phone = n.phone, education = n.education, native_place = n.native_place,
      occupation = n.occupation, joined_on = n.joined_on, joined_precision = n.joined_precision, full_on = n.full_on,
      full_precision = n.full_precision, remark = n.remark, unit_id = n.unit_id, version = p.version + 1
    from (
      select r.person_id, (jsonb_populate_record(q, r.before -> 'person')).*
      from import_row r join person q on q.organ_id = r.organ_id and q.id = r.person_id
      where r.organ_id = (select acting_organ()) and r.batch_id = ${id} and r.did = 'changed') n
    where p.organ_id = (select acting_organ()) and p.id = n.person_id`.execute(tx)
  await sql`update person_identity i set unit_id = p.unit_id from person p
    where p.organ_id = i.organ_id and p.id = i.person_id and i.unit_id <> p.unit_id
      and p.id in (select r.person_id ${changed})`.execute(tx)
  await removeGroups(tx, made.groups)
  await tx.updateTable('importBatch').set({ undoneAt: sql`now()` }).where('id', '=', id).execute()
  return { removed: Number(removed.numAffectedRows ?? 0n), restored: Number(restored.numAffectedRows ?? 0n) }
}

const removeGroups = async (tx: Acting, groups: string[]): Promise<void> => {
  if (groups.length === 0) return
  const references = await referencesTo(tx, 'unit', ['unit_place'])
  const unused = references.map(
    ({ table, column }) => sql`not exists (select from ${sql.table(table)} t
      where t.organ_id = u.organ_id and ${sql.ref(`t.${column}`)} = u.id)`,
  )
  const { rows } = await sql<{ id: string }>`
    select u.id from unit u
    where u.organ_id = (select acting_organ()) and u.id = any (${groups}::uuid[])
      and ${sql.join(unused, sql` and `)}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.deleteFrom('unitPlace').where('unitId', 'in', ids).execute()
  await tx.deleteFrom('unit').where('id', 'in', ids).execute()
}
