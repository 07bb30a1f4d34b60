import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Branch } from './roster-known.ts'
import type { Writes } from './roster-writes.ts'

/** Two imports into one branch would both find a person missing: the second waits until the first has ended. */
export const lockRoster = (tx: Acting, branch: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('roster ' || ${branch}, 0))`.execute(tx)

/** The branch with its groups, its running term and its posts, and the names of the organ's other branches. */
export const branchOf = async (
  tx: Acting,
  unit: { id: string; name: string; path: string; foundedOn: string },
  today: string,
): Promise<Branch> => {
  const { rows } = await sql<Pick<Branch, 'electedOn' | 'groups' | 'others' | 'seats'>>`
    select
      (select t.elected_on from term t where t.organ_id = (select acting_organ()) and t.unit_id = ${unit.id}
        and t.elected_on <= ${today}::date and (t.ended_on is null or t.ended_on >= ${today}::date)) as elected_on,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.path), '[]')
        from unit g where g.organ_id = (select acting_organ()) and g.kind = 'group' and g.path ^@ ${unit.path}
        and g.dissolved_on is null) as groups,
      (select coalesce(jsonb_agg(b.name), '[]')
        from unit b where b.organ_id = (select acting_organ()) and b.kind = 'branch' and b.id <> ${unit.id}::uuid
        and b.dissolved_on is null) as others,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', o.person_id, 'personName', p.name, 'unitId', o.unit_id,
          'post', o.post, 'until', o.until) order by o.since), '[]')
        from post o
          join unit u on u.organ_id = o.organ_id and u.id = o.unit_id
          left join person p on p.organ_id = o.organ_id and p.id = o.person_id
        where o.organ_id = (select acting_organ()) and u.path ^@ ${unit.path}
          and o.post not in ('superior', 'operator')) as seats`.execute(tx)
  const { id, name, path, foundedOn } = unit
  return { id, name, path, foundedOn, ...rows[0]! }
}

/** Everyone of the branch, present and former, as JSON text; the names are those of `Known`. */
export const knownIn = async (tx: Acting, path: string): Promise<string> => {
  const { rows } = await sql<{ known: string }>`
    select coalesce(json_agg(json_build_object(
      'id', p.id, 'version', p.version, 'name', p.name, 'initials', p.initials, 'sex', p.sex, 'ethnicity', p.ethnicity,
      'bornOn', p.born_on, 'bornPrecision', p.born_precision, 'phone', p.phone, 'education', p.education,
      'nativePlace', p.native_place, 'occupation', p.occupation, 'joinedOn', p.joined_on,
      'joinedPrecision', p.joined_precision, 'fullOn', p.full_on, 'fullPrecision', p.full_precision, 'remark', p.remark,
      'unitId', p.unit_id, 'digest', encode(i.digest, 'hex'), 'memberships', coalesce(m.stretches, '[]'))), '[]')::text as known
    from person p
      join unit u on u.organ_id = p.organ_id and u.id = p.unit_id
      left join person_identity i on i.organ_id = p.organ_id and i.person_id = p.id
      left join lateral (
        select json_agg(json_build_object('id', m.id, 'unitId', m.unit_id, 'groupId', m.group_id, 'status', m.status,
          'since', m.since, 'until', m.until, 'reason', m.reason, 'version', m.version) order by m.since) as stretches
        from membership m where m.organ_id = p.organ_id and m.person_id = p.id) m on true
    where p.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'`.execute(tx)
  return rows[0]!.known
}

/** Digests (hexadecimal, as a JSON list) that stand on a roster outside the branch, with the unit's name. */
export const elsewhereOf = async (
  tx: Acting,
  digests: string,
  path: string,
): Promise<(readonly [string, string])[]> => {
  const { rows } = await sql<{ digest: string; unitName: string }>`
    select encode(e.digest, 'hex') as digest, e.unit_name
    from identities_elsewhere(array(select decode(d, 'hex') from json_array_elements_text(${digests}::json) d), ${path}) e`.execute(
    tx,
  )
  return rows.map(({ digest, unitName }) => [digest, unitName])
}

const GROUP = sql`id uuid, name text, step text`
const STRETCH = sql`id uuid, version int, person_id uuid, unit_id uuid, group_id uuid, status text, since date, until date, reason text`
const PERSON = sql`id uuid, version int, name text, initials text, sex text, ethnicity text, born_on date,
  born_precision text, phone text, education text, native_place text, occupation text, joined_on date,
  joined_precision text, full_on date, full_precision text, remark text, unit_id uuid`

const recordset = (json: string, columns: RawBuilder<unknown>) =>
  sql`json_to_recordset(${json}::json) as r (${columns})`

/** Writes an import's rows; false where a person was changed by another hand since she was read. */
export const writeImport = async (tx: Acting, branch: Branch, writes: Writes): Promise<boolean> => {
  const found = { changes: 0, altered: 0, removed: 0 }
  await insertGroups(tx, branch, writes.groups)
  for (const piece of writes.people) await insertPeople(tx, piece)
  // Plans that this connection made while the tables were small would look for each person in all of them.
  if (writes.people.length > 0) await sql`discard plans`.execute(tx)
  for (const piece of writes.changes) found.changes += await changePeople(tx, piece)
  for (const piece of writes.identities)
    await sql`insert into person_identity (person_id, unit_id, cipher, digest, masked)
      select r.person_id, r.unit_id, decode(r.cipher, 'hex'), decode(r.digest, 'hex'), r.masked
      from ${recordset(piece, sql`person_id uuid, unit_id uuid, cipher text, digest text, masked text`)}`.execute(
      tx,
    )
  for (const piece of writes.removed)
    found.removed += await affected(tx)`delete from membership m using ${recordset(piece, STRETCH)}
      where m.organ_id = (select acting_organ()) and m.id = r.id and m.version = r.version`
  for (const piece of writes.altered)
    found.altered += await affected(tx)`update membership m
      set status = r.status, group_id = r.group_id, until = r.until, version = m.version + 1
      from ${recordset(piece, STRETCH)}
      where m.organ_id = (select acting_organ()) and m.id = r.id and m.version = r.version`
  for (const piece of writes.memberships)
    await sql`insert into membership (id, person_id, unit_id, group_id, status, since, until, reason)
      select r.id, r.person_id, r.unit_id, r.group_id, r.status, r.since, r.until, r.reason
      from ${recordset(piece, STRETCH)}`.execute(tx)
  return (['changes', 'altered', 'removed'] as const).every((part) => found[part] === writes.expected[part])
}

const insertGroups = async (tx: Acting, { id, path, foundedOn }: Branch, groups: string): Promise<void> => {
  await sql`insert into unit (id, line, kind, name, path, founded_on)
    select r.id, 'party', 'group', r.name, ${path} || r.step || '/', ${foundedOn}::date
    from ${recordset(groups, GROUP)}`.execute(tx)
  await sql`insert into unit_place (unit_id, parent_id, name, since)
    select r.id, ${id}, r.name, ${foundedOn}::date from ${recordset(groups, GROUP)}`.execute(tx)
}

const insertPeople = (tx: Acting, piece: string) =>
  sql`insert into person (id, name, initials, sex, ethnicity, born_on, born_precision, phone, education, native_place,
      occupation, joined_on, joined_precision, full_on, full_precision, remark, unit_id)
    select r.id, r.name, r.initials, r.sex, r.ethnicity, r.born_on, r.born_precision, r.phone, r.education, r.native_place,
      r.occupation, r.joined_on, r.joined_precision, r.full_on, r.full_precision, r.remark, r.unit_id
    from ${recordset(piece, PERSON)}`.execute(tx)

/** A sheet never empties a field, so a column that it leaves out keeps its value. */
const changePeople = async (tx: Acting, piece: string): Promise<number> => {
  const changed = await affected(tx)`update person p set
      name = coalesce(r.name, p.name), initials = coalesce(r.initials, p.initials), sex = coalesce(r.sex, p.sex),
      ethnicity = coalesce(r.ethnicity, p.ethnicity), born_on = coalesce(r.born_on, p.born_on),
      born_precision = coalesce(r.born_precision, p.born_precision), phone = coalesce(r.phone, p.phone),
      education = coalesce(r.education, p.education), native_place = coalesce(r.native_place, p.native_place),
      occupation = coalesce(r.occupation, p.occupation), joined_on = coalesce(r.joined_on, p.joined_on),
      joined_precision = coalesce(r.joined_precision, p.joined_precision), full_on = coalesce(r.full_on, p.full_on),
      full_precision = coalesce(r.full_precision, p.full_precision), remark = coalesce(r.remark, p.remark),
      unit_id = coalesce(r.unit_id, p.unit_id), version = p.version + 1
    from ${recordset(piece, PERSON)}
    where p.organ_id = (select acting_organ()) and p.id = r.id and p.version = r.version`
  await sql`update person_identity i set unit_id = r.unit_id
    from ${recordset(piece, PERSON)}
    where i.organ_id = (select acting_organ()) and i.person_id = r.id and r.unit_id is not null`.execute(tx)
  return changed
}

const affected =
  (tx: Acting) =>
  async (text: TemplateStringsArray, ...given: unknown[]): Promise<number> =>
    Number((await sql(text, ...given).execute(tx)).numAffectedRows ?? 0n)

export const insertPosts = async (tx: Acting, posts: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    insert into post (person_id, unit_id, post, since)
    select r.person_id, r.unit_id, r.post, r.since
    from ${recordset(posts, sql`person_id uuid, unit_id uuid, post text, since date`)}
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

type NewBatch = {
  unitId: string
  fileName: string
  digest: string
  taken: number
  created: number
  changed: number
  doubles: number
  handedBack: number
  byPerson: string | null
  /** Ids of the new people and groups, as JSON lists. */
  people: string
  groups: string
  posts: string[]
}

export const insertBatch = async (tx: Acting, batch: NewBatch): Promise<string> => {
  const ids = (json: string) => sql<string[]>`array(select json_array_elements_text(${json}::json)::uuid)`
  const { people, groups, digest, ...rest } = batch
  const row = { ...rest, people: ids(people), groups: ids(groups), digest: Buffer.from(digest, 'hex') }
  return (await tx.insertInto('importBatch').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export const insertRows = async (tx: Acting, batch: string, pieces: readonly string[]): Promise<void> => {
  for (const piece of pieces)
    await sql`insert into import_row (batch_id, unit_id, row, person_id, before)
      select ${batch}::uuid, r.unit_id, r.row, r.person_id, r.before
      from ${recordset(piece, sql`unit_id uuid, row int, person_id uuid, before jsonb`)}`.execute(tx)
}

/** The latest hundred batches of a branch. */
export const batchesOf = async (tx: Acting, unit: string) =>
  tx
    .selectFrom('importBatch as b')
    .leftJoin('person as p', (join) =>
      join.onRef('p.organId', '=', 'b.organId').onRef('p.id', '=', 'b.byPerson'),
    )
    .select(['b.id', 'b.fileName', 'b.at', 'b.taken', 'b.created', 'b.changed', 'b.doubles', 'b.handedBack'])
    .select(['b.undoneAt', 'p.name as byName'])
    .where('b.unitId', '=', unit)
    .orderBy('b.at', 'desc')
    .limit(100)
    .execute()
