import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { OutlineItem } from './outline-contract.ts'

type Laid = { kind: string; items: OutlineItem[]; since: string; unitName: string }

/** The lists in force for a unit on the day, by kind: its own, or those of the nearest unit above which has laid one down. */
export const outlinesFor = async (tx: Acting, unit: string, on: string): Promise<Laid[]> => {
  const { rows } = await sql<Laid>`
    select distinct on (o.kind) o.kind, o.items, o.since, u.name as unit_name
    from unit own join unit u on u.organ_id = own.organ_id and own.path ^@ u.path
      join outline o on o.organ_id = u.organ_id and o.unit_id = u.id
    where own.organ_id = (select acting_organ()) and own.id = ${unit}::uuid and o.since <= ${on}::date
    order by o.kind, length(u.path) desc, o.since desc, o.made_at desc, o.id desc`.execute(tx)
  return rows
}

export const insertOutline = (
  tx: Acting,
  { items, ...outline }: { unitId: string; kind: string; since: string; items: readonly OutlineItem[] },
) =>
  tx
    .insertInto('outline')
    // Two changes of one day follow each other by the clock, not by the transaction's beginning.
    .values({ ...outline, items: JSON.stringify(items), madeAt: sql`clock_timestamp()` })
    .execute()

export type Line = {
  personId: string
  name: string
  initials: string
  groupId: string | null
  groupName: string | null
  unitId: string
  way: string | null
  doneOn: string | null
  id: string | null
  answeredBy: string[]
}

/** The members of a unit on the day, and whether each has done the analysis of the period; by the strokes of their names. */
export const linesOf = async (tx: Acting, path: string, from: string, on: string): Promise<Line[]> => {
  const { rows } = await sql<Line>`
    select p.id as person_id, p.name, p.initials, m.group_id, g.name as group_name, m.unit_id, a.way, a.done_on, a.id, coalesce(
      (select array_agg(o.unit_id) from analysis_opinion o where o.organ_id = a.organ_id and o.analysis_id = a.id), '{}') as answered_by
    from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
      left join analysis a on a.organ_id = m.organ_id and a.person_id = m.person_id and a.period_from = ${from}::date
    where m.organ_id = (select acting_organ()) and m.path ^@ ${path}
      and m.status in ('full', 'probationary', 'on-probation')
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
    order by p.name collate strokes, p.id`.execute(tx)
  return rows
}

/** Periods for which anyone of the unit has done one, the latest first. */
export const periodsWithin = async (tx: Acting, path: string) => {
  const { rows } = await sql<{ from: string; to: string }>`
    select distinct a.period_from as "from", a.period_to as "to"
    from analysis a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
    where a.organ_id = (select acting_organ()) and u.path ^@ ${path}
    order by a.period_from desc limit 20`.execute(tx)
  return rows
}

/** What was handed in, as far as the actor may see it. */
export const analysisOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('analysis as a')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'a.organId').onRef('u.id', '=', 'a.unitId'),
    )
    .leftJoin('person as p', (join) =>
      join.onRef('p.organId', '=', 'a.organId').onRef('p.id', '=', 'a.personId'),
    )
    .select([
      'a.id',
      'a.personId',
      'p.name',
      'a.unitId',
      'u.path',
      'u.name as unitName',
      'a.periodFrom as from',
      'a.periodTo as to',
      'a.way',
      'a.doneOn',
      'a.content',
    ])
    .where('a.id', '=', id)
    .executeTakeFirst()
export type AnalysisRow = NonNullable<Awaited<ReturnType<typeof analysisOf>>>

/** The group and the branch that a path runs through, the nearest first: those in whose name an opinion is given. */
export const answeringUnits = (tx: Acting, path: string) =>
  tx
    .selectFrom('unit')
    .select(['id', 'name', 'path', 'kind'])
    .where(sql<boolean>`${path} ^@ path`)
    .where('kind', 'in', ['group', 'branch'])
    .orderBy('path', 'desc')
    .execute()

type NewOpinion = {
  id: string
  analysisId: string
  personId: string
  unitId: string
  content: Buffer
  givenOn: string
  byName: string
}

export const insertOpinion = (tx: Acting, opinion: NewOpinion) =>
  tx.insertInto('analysisOpinion').values(opinion).execute()

/** False where it was changed since `version` was read. */
export const changeOpinion = async (
  tx: Acting,
  {
    id,
    content,
    givenOn,
    byName,
    by,
  }: Pick<NewOpinion, 'id' | 'content' | 'givenOn' | 'byName'> & { by: string },
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('analysisOpinion')
    .set({ content, givenOn, byName, byPerson: by, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const opinionOf = (tx: Acting, analysis: string, unit: string) =>
  tx
    .selectFrom('analysisOpinion')
    .select(['id', 'version'])
    .where('analysisId', '=', analysis)
    .where('unitId', '=', unit)
    .executeTakeFirst()

type Waiting = { unitId: string; unitName: string; count: number; since: string }

/** By unit in which the actor may see, how many handed in this year still wait for its answer: her own aside. */
export const waitingFor = async (
  tx: Acting,
  { person, paths, since, on }: { person: string; paths: readonly string[]; since: string; on: string },
): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select v.id as unit_id, v.name as unit_name, count(*)::int as count, min(a.done_on) as since
    from analysis a
      join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
      join unit v on v.organ_id = a.organ_id and u.path ^@ v.path and v.kind in ('group', 'branch')
    where a.organ_id = (select acting_organ()) and a.way = 'handed-in' and a.person_id <> ${person}::uuid
      and a.done_on >= ${since}::date
      and exists (select from post o where o.organ_id = a.organ_id and o.person_id = ${person}::uuid and o.unit_id = v.id
        and o.post in ('secretary', 'deputy-secretary', 'group-leader') and (o.until is null or o.until >= ${on}::date))
      and v.path ^@ any (${paths}::text[])
      and not exists (select from analysis_opinion p
        where p.organ_id = a.organ_id and p.analysis_id = a.id and p.unit_id = v.id)
    group by v.id, v.name, v.path order by v.path`.execute(tx)
  return rows
}

/** For a year: each member of the unit on its last day or today, and on which day each period's analysis was done. */
export const yearOf = async (tx: Acting, units: readonly string[], year: number, on: string) => {
  const { rows } = await sql<{
    name: string
    groupName: string | null
    doneOn: string | null
    from: string | null
    to: string | null
  }>`
    select p.name, g.name as group_name, a.done_on, a.period_from as "from", a.period_to as "to"
    from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
      left join analysis a on a.organ_id = m.organ_id and a.person_id = m.person_id
        and a.period_from between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    where m.organ_id = (select acting_organ()) and m.unit_id = any (${units}::uuid[])
      and m.status in ('full', 'probationary', 'on-probation')
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
    order by p.name collate strokes, p.id, a.period_from`.execute(tx)
  return rows
}
