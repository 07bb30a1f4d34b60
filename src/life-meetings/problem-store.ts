import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { About, Problem } from './contract.ts'

export type ProblemRow = Omit<Problem, 'overdue'> & {
  roundId: string
  carriedInto: string | null
  unitId: string
  unitName: string
  path: string
}

const select = sql`
  select p.id, p.round_id, p.carried_into, p.unit_id, u.name as unit_name, u.path, r.for_year, p.about, p.problem, p.measure,
    p.owner_id, p.owner_name, p.due_on, p.done_text, p.meeting_id, m.title as meeting_title, p.closed_on, p.reopened_on,
    p.reopen_reason, p.version
  from life_problem p
    join life_round r on r.organ_id = p.organ_id and r.id = p.round_id
    join unit u on u.organ_id = p.organ_id and u.id = p.unit_id
    left join meeting m on m.organ_id = p.organ_id and m.id = p.meeting_id`

/** Everything on the list of these rounds: found in one of them, or taken over into one. The oldest first. */
export const problemsOf = async (tx: Acting, rounds: readonly string[]): Promise<ProblemRow[]> => {
  const { rows } = await sql<ProblemRow>`${select}
    where p.organ_id = (select acting_organ())
      and (p.round_id = any(${rounds as string[]}::uuid[]) or p.carried_into = any(${rounds as string[]}::uuid[]))
    order by r.for_year, p.ordinal, p.id`.execute(tx)
  return rows
}

export const problemOf = async (tx: Acting, id: string): Promise<ProblemRow | undefined> => {
  const { rows } = await sql<ProblemRow>`${select}
    where p.organ_id = (select acting_organ()) and p.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** What a person took on: what is open, and what was closed in the last year. */
export const measuresOf = async (tx: Acting, person: string, since: string): Promise<ProblemRow[]> => {
  const { rows } = await sql<ProblemRow>`${select}
    where p.organ_id = (select acting_organ()) and p.owner_id = ${person}::uuid
      and (p.closed_on is null or p.closed_on >= ${since}::date)
    order by p.closed_on nulls first, p.due_on nulls last, p.id`.execute(tx)
  return rows
}

/** What is open of the branch and its committee; what is a person's own is left out. */
export const openProblems = (tx: Acting, unit: string) =>
  tx
    .selectFrom('lifeProblem')
    .select(['problem', 'dueOn', 'ownerName'])
    .where('unitId', '=', unit)
    .where('closedOn', 'is', null)
    .where('about', '<>', 'person')
    .orderBy('dueOn')
    .orderBy('id')
    .execute()

export type Promised = {
  about: About
  problem: string
  measure: string | null
  ownerId: string | null
  ownerName: string | null
  dueOn: string | null
}

export const insertProblem = (tx: Acting, round: { id: string; unitId: string }, promised: Promised) =>
  sql`insert into life_problem (round_id, unit_id, ordinal, about, problem, measure, owner_id, owner_name, due_on)
    select ${round.id}::uuid, ${round.unitId}::uuid,
      1 + coalesce((select max(ordinal) from life_problem
        where organ_id = (select acting_organ()) and round_id = ${round.id}::uuid), 0),
      ${promised.about}, ${promised.problem}, ${promised.measure}::text, ${promised.ownerId}::uuid,
      ${promised.ownerName}::text, ${promised.dueOn}::date`.execute(tx)

type Change = Partial<Omit<Promised, 'about'>> & {
  doneText?: string
  meetingId?: string | null
  closedOn?: string | null
  reopenedOn?: string
  reopenReason?: string
}

/** False where another hand changed it since `version` was read. */
export const changeProblem = async (
  tx: Acting,
  id: string,
  version: number,
  change: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('lifeProblem')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
