import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

/** A batch as undoing needs it, held so that nobody undoes it at the same time; undefined where it is not the actor's to see. */
export const heldBatch = (tx: Acting, id: string) =>
  tx
    .selectFrom('importBatch')
    .select(['id', 'unitId', 'fileName', 'undoneAt', 'groups', 'posts'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
export type HeldBatch = NonNullable<Awaited<ReturnType<typeof heldBatch>>>

/** Someone whom undoing would wrong, and why; `people` counts them all. */
export type Touched = { name: string; why: string; people: number }

/** The people whom a batch made. */
const made = (batch: string) =>
  sql`(select unnest(b.people) from import_batch b where b.organ_id = (select acting_organ()) and b.id = ${batch})`

/** What a batch changed of people who were known before. */
const changed = (batch: string) =>
  sql`import_row r where r.organ_id = (select acting_organ()) and r.batch_id = ${batch}`

/** People of the batch that were changed by another hand since, were given posts, or can sign in. At most twenty. */
export const touchedSince = async (tx: Acting, { id, posts }: HeldBatch): Promise<Touched[]> => {
  const { rows } = await sql<Touched>`
    select name, why, (count(*) over ())::int as people
    from (
      select p.name, case
        when p.version <> 1 then '个人信息后来又改过'
        when exists (select from membership m
          where m.organ_id = p.organ_id and m.person_id = p.id and m.version <> 1) then '党籍或党小组后来又变过'
        when exists (select from post o where o.organ_id = p.organ_id and o.person_id = p.id
          and (o.version <> 1 or o.id <> all (${posts}::uuid[]))) then '后来登记过任职'
        when person_has_account(p.id) then '已开通账号'
      end as why
      from person p
      where p.organ_id = (select acting_organ()) and p.id in ${made(id)}
      union all
      select p.name, case
        when p.version <> (r.before ->> 'version')::int then '个人信息后来又改过'
        when jsonb_typeof(r.before -> 'left') = 'array' and r.before -> 'left' is distinct from (
            select jsonb_agg(jsonb_build_object('id', m.id, 'version', m.version) order by l.place)
            from membership m
              left join jsonb_array_elements(r.before -> 'left') with ordinality as l (stretch, place)
                on l.stretch ->> 'id' = m.id::text
            where m.organ_id = p.organ_id and m.person_id = p.id) then '党籍或党小组后来又变过'
        when exists (select from post o where o.organ_id = p.organ_id and o.person_id = p.id
          and o.version <> 1 and o.id = any (${posts}::uuid[])) then '后来登记过任职'
      end
      from person p join (select * from ${changed(id)}) r on r.organ_id = p.organ_id and r.person_id = p.id) touched
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
      from person p
      where p.organ_id = (select acting_organ()) and p.id in ${made(batch)}
        and exists (select from ${sql.table(table)} t
          where t.organ_id = p.organ_id and ${sql.ref(`t.${column}`)} = p.id)`,
  )
  const { rows } = await sql<{ name: string; table: string }>`
    ${sql.join(uses, sql` union all `)} limit 20`.execute(tx)
  return rows
}

/** Takes back what the batch did. Groups that others have since come to use stay. */
export const takeBack = async (
  tx: Acting,
  { id, groups, posts }: HeldBatch,
): Promise<{ removed: number; restored: number }> => {
  if (posts.length > 0) await tx.deleteFrom('post').where('id', 'in', posts).execute()
  const removed = await removeMade(tx, id)
  const restored = await restoreChanged(tx, id)
  await removeGroups(tx, groups)
  await tx.updateTable('importBatch').set({ undoneAt: sql`now()` }).where('id', '=', id).execute()
  return { removed, restored }
}

const removeMade = async (tx: Acting, batch: string): Promise<number> => {
  await sql`delete from person_identity where person_id in ${made(batch)}`.execute(tx)
  await sql`delete from membership where person_id in ${made(batch)}`.execute(tx)
  const { numAffectedRows } = await sql`delete from person where id in ${made(batch)}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

const restoreChanged = async (tx: Acting, batch: string): Promise<number> => {
  await sql`delete from person_identity
    where person_id in (select r.person_id from ${changed(batch)} and (r.before ->> 'identity')::boolean)`.execute(
    tx,
  )
  await sql`delete from membership
    where person_id in (
      select r.person_id from ${changed(batch)} and jsonb_typeof(r.before -> 'memberships') = 'array')`.execute(
    tx,
  )
  await sql`insert into membership (id, person_id, unit_id, group_id, status, since, until, reason, version)
    select m.id, r.person_id, m.unit_id, m.group_id, m.status, m.since, m.until, m.reason, m.version
    from (select * from ${changed(batch)} and jsonb_typeof(r.before -> 'memberships') = 'array') r,
      jsonb_to_recordset(r.before -> 'memberships')
      as m (id uuid, unit_id uuid, group_id uuid, status text, since date, until date, reason text, version int)`.execute(
    tx,
  )
  const restored = await sql`
    update person p set
      name = n.name, initials = n.initials, sex = n.sex, ethnicity = n.ethnicity, born_on = n.born_on,
      born_precision = n.born_precision, phone = n.phone, education = n.education, native_place = n.native_place,
      occupation = n.occupation, joined_on = n.joined_on, joined_precision = n.joined_precision, full_on = n.full_on,
      full_precision = n.full_precision, remark = n.remark, unit_id = n.unit_id,
      -- The version too: what stands here again is what that version was, and an earlier import can be taken back next.
      version = n.version_before
    from (
      select r.person_id, (r.before ->> 'version')::int - 1 as version_before,
        (jsonb_populate_record(q, r.before -> 'person')).*
      from (select * from ${changed(batch)}) r join person q on q.organ_id = r.organ_id and q.id = r.person_id) n
    where p.organ_id = (select acting_organ()) and p.id = n.person_id`.execute(tx)
  await sql`update person_identity i set unit_id = p.unit_id from person p
    where p.organ_id = i.organ_id and p.id = i.person_id and i.unit_id <> p.unit_id
      and p.id in (select r.person_id from ${changed(batch)})`.execute(tx)
  return Number(restored.numAffectedRows ?? 0n)
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
