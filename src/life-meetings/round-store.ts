import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Form, LifeRound, Study } from './contract.ts'

/** A round as its row says it, with the committee's check report beside it. */
export type RoundRow = Pick<
  LifeRound,
  | 'id'
  | 'unitId'
  | 'unitName'
  | 'forYear'
  | 'form'
  | 'topic'
  | 'meetOn'
  | 'studies'
  | 'groupsDoneOn'
  | 'reportSentOn'
  | 'reportSentTo'
  | 'version'
  | 'check'
  | 'groups'
> & {
  path: string
  boxOpenedOn: string | null
  organName: string
  previous: { id: string; forYear: number } | null
}

/** The round as far as it is the reader's to see; one statement. */
export const roundOf = async (tx: Acting, id: string): Promise<RoundRow | undefined> => {
  const { rows } = await sql<RoundRow>`
    select r.id, r.unit_id, u.name as unit_name, u.path, r.for_year, r.form, r.topic, r.meet_on, r.studies, r.box_opened_on,
      r.groups_done_on, r.report_sent_on, r.report_sent_to, r.version,
      (select o.name from organ o where o.organ_id = r.organ_id) as organ_name,
      (select json_build_object('text', c.content, 'finalOn', c.final_on, 'version', c.version)
       from life_check c where c.organ_id = r.organ_id and c.round_id = r.id) as check,
      (select json_build_object('id', b.id, 'forYear', b.for_year) from life_round b
       where b.organ_id = r.organ_id and b.unit_id = r.unit_id and b.for_year < r.for_year
       order by b.for_year desc limit 1) as previous,
      (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name), '[]') from unit g
       where g.organ_id = r.organ_id and g.kind = 'group' and g.path ^@ u.path and g.dissolved_on is null) as groups
    from life_round r join unit u on u.organ_id = r.organ_id and u.id = r.unit_id
    where r.organ_id = (select acting_organ()) and r.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export type RoundLine = {
  id: string
  unitId: string
  unitName: string
  forYear: number
  topic: string
  meetOn: string | null
  heldOn: string | null
  problems: number
  open: number
  overdue: number
}

/** The rounds of the unit, of those below it, and of the branch that a group belongs to; the latest year first. */
export const roundsOf = async (tx: Acting, path: string, today: string): Promise<RoundLine[]> => {
  const { rows } = await sql<RoundLine>`
    select r.id, r.unit_id, u.name as unit_name, r.for_year, r.topic, r.meet_on,
      coalesce(r.groups_done_on, (select max(m.held_on) from meeting m
        join meeting_part p on p.organ_id = m.organ_id and p.meeting_id = m.id and p.kind = 'life-meeting'
        where m.organ_id = r.organ_id and m.unit_id = r.unit_id and m.stage in ('recorded', 'noted')
          and coalesce(p.for_year, extract(year from m.held_on)) = r.for_year)) as held_on,
      q.problems, q.open, q.overdue
    from life_round r
      join unit u on u.organ_id = r.organ_id and u.id = r.unit_id
      cross join lateral (
        select count(*)::int as problems, (count(*) filter (where closed_on is null))::int as open,
          (count(*) filter (where closed_on is null and due_on < ${today}::date))::int as overdue
        from life_problem p
        where p.organ_id = r.organ_id and (p.round_id = r.id or p.carried_into = r.id)) q
    where r.organ_id = (select acting_organ()) and (u.path ^@ ${path} or ${path} ^@ u.path)
    order by r.for_year desc, u.path`.execute(tx)
  return rows
}

type NewRound = {
  id: string
  unitId: string
  forYear: number
  form: Form
  topic: string
  meetOn: string | null
}

export const insertRound = (tx: Acting, round: NewRound) => tx.insertInto('lifeRound').values(round).execute()

/** What earlier years left open goes with the branch into this one, unless a later round took it over already. */
export const carryOver = (
  tx: Acting,
  { id, unitId, forYear }: { id: string; unitId: string; forYear: number },
) => {
  const earlier = tx
    .selectFrom('lifeRound')
    .select('id')
    .where('unitId', '=', unitId)
    .where('forYear', '<', forYear)
  return tx
    .updateTable('lifeProblem')
    .set((row) => ({ carriedInto: id, version: row('version', '+', 1) }))
    .where('unitId', '=', unitId)
    .where('roundId', 'in', earlier)
    .where((row) => row.or([row('carriedInto', 'is', null), row('carriedInto', 'in', earlier)]))
    .where('closedOn', 'is', null)
    .execute()
}

export const roundOfYear = (tx: Acting, unitId: string, forYear: number) =>
  tx
    .selectFrom('lifeRound')
    .select('id')
    .where('unitId', '=', unitId)
    .where('forYear', '=', forYear)
    .executeTakeFirst()

type Change = {
  form?: Form
  topic?: string
  meetOn?: string | null
  studies?: readonly Study[]
  boxOpenedOn?: string
  groupsDoneOn?: string | null
  reportSentOn?: string
  reportSentTo?: string
}

/** False where another hand changed the round since `version` was read. */
export const changeRound = async (
  tx: Acting,
  id: string,
  version: number,
  { studies, ...change }: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('lifeRound')
    .set({ ...change, ...(studies && { studies: JSON.stringify(studies) }), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The gatherings of the year at and below the unit, by their records in the meetings; the earliest first. */
export const sittingsOf = async (
  tx: Acting,
  path: string,
  forYear: number,
): Promise<LifeRound['sittings']> => {
  const { rows } = await sql<LifeRound['sittings'][number]>`
    select m.id, m.unit_id, u.name as unit_name, m.title, m.held_on, m.stage
    from unit u
      join meeting m on m.organ_id = u.organ_id and m.unit_id = u.id and m.stage <> 'cancelled'
      join meeting_part p on p.organ_id = m.organ_id and p.meeting_id = m.id and p.kind = 'life-meeting'
    where u.organ_id = (select acting_organ()) and u.path ^@ ${path}
      and coalesce(p.for_year, extract(year from m.held_on)) = ${forYear}
    order by m.held_on, m.id`.execute(tx)
  return rows
}

/** Who belongs to the branch on the day, by strokes, and whether a talk of hers is on record for the year. */
export const membersOf = async (tx: Acting, path: string, forYear: number, on: string) => {
  const { rows } = await sql<{ personId: string; name: string; talked: boolean }>`
    select m.person_id, p.name, exists (
        select from evidence e
        where e.organ_id = m.organ_id and e.person_id = m.person_id and e.kind in ('talk-committee', 'talk-member')
          and coalesce(e.for_year, extract(year from e.held_on)) = ${forYear}) as talked
    from membership m join person p on p.organ_id = m.organ_id and p.id = m.person_id
    where m.organ_id = (select acting_organ()) and m.path >= ${path} and m.path < ${path} || '~'
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status not in ('transferred-out', 'left', 'stopped')
    order by p.name collate strokes, m.person_id`.execute(tx)
  return rows
}

export const writeCheck = async (
  tx: Acting,
  round: { id: string; unitId: string },
  { text, finalOn, version }: { text: string; finalOn: string | null; version: number | null },
): Promise<boolean> => {
  if (version === null) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('lifeCheck')
      .values({ roundId: round.id, unitId: round.unitId, content: text, finalOn })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('lifeCheck')
    .set({ content: text, finalOn, version: version + 1 })
    .where('roundId', '=', round.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
