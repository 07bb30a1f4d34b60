import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { OwnAppraisal } from './contract.ts'
import type { Form } from './kinds.ts'

type OwnRow = Omit<OwnAppraisal, 'self'> & { content: Buffer | null; handedInOn: string | null }

/** The rounds in which one takes part, the latest first; figures and grade only of those that are closed. */
export const ownRounds = async (tx: Acting): Promise<OwnRow[]> => {
  const { rows } = await sql<OwnRow>`
    select a.id, u.name as unit_name, a.for_year, s.role, s.because, a.closed_on is not null as closed, s.paper_on,
      f.content, f.handed_in_on, k.remark, p.valid,
      case when v.person_id is not null then 'voted'
        when a.id = any ((select my_open_polls())::uuid[]) then 'open' else 'none' end as ballot,
      case when r.person_id is null or a.closed_on is null then null else json_build_object('grade', r.grade,
        'opinion', r.opinion, 'improvement', r.improvement, 'toldOn', r.told_on, 'toldBy', r.told_by) end as result,
      case when c.person_id is null or a.closed_on is null then null else json_build_object('excellent', c.excellent,
        'qualified', c.qualified, 'basicallyQualified', c.basically_qualified, 'unqualified', c.unqualified,
        'abstained', c.abstained) end as counts
    from appraisal_seat s
      join appraisal a on a.organ_id = s.organ_id and a.id = s.appraisal_id
      join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
      left join appraisal_self f on ${of('f')} left join appraisal_voted v on ${of('v')}
      left join appraisal_result r on ${of('r')} left join appraisal_count c on ${of('c')}
      left join appraisal_remark k on ${of('k')} and a.closed_on is not null
      left join appraisal_poll p on p.organ_id = s.organ_id and p.appraisal_id = s.appraisal_id and a.closed_on is not null
    where s.organ_id = (select acting_organ()) and s.person_id = (select acting_person()) and s.role <> 'excluded'
    order by a.for_year desc limit 20`.execute(tx)
  return rows
}

const of = (table: string) =>
  sql.raw(
    `${table}.organ_id = s.organ_id and ${table}.appraisal_id = s.appraisal_id and ${table}.person_id = s.person_id`,
  )

/** One's own seat in a round; undefined where one has none. */
export const ownSeat = async (tx: Acting, id: string) => {
  const { rows } = await sql<{
    unitId: string
    forYear: number
    closed: boolean
    role: string
    mayVote: boolean
  }>`
    select a.unit_id, a.for_year, a.closed_on is not null as closed, s.role, s.may_vote
    from appraisal_seat s join appraisal a on a.organ_id = s.organ_id and a.id = s.appraisal_id
    where s.organ_id = (select acting_organ()) and s.appraisal_id = ${id}::uuid
      and s.person_id = (select acting_person()) and s.role <> 'excluded'`.execute(tx)
  return rows[0]
}

/** One's own words; `handedInOn` stays null while they are only kept. */
export const writeSelf = (
  tx: Acting,
  self: { appraisalId: string; personId: string; unitId: string; content: Buffer; handedInOn: string | null },
) =>
  tx
    .insertInto('appraisalSelf')
    .values(self)
    .onConflict((found) =>
      found
        .columns(['organId', 'appraisalId', 'personId'])
        .doUpdateSet({ content: self.content, ...(self.handedInOn && { handedInOn: self.handedInOn }) }),
    )
    .execute()

/** What a person handed in; undefined where she has not, or it is not the reader's. */
export const handedInSelf = (tx: Acting, id: string, person: string) =>
  tx
    .selectFrom('appraisalSelf')
    .select(['content', 'handedInOn'])
    .where('appraisalId', '=', id)
    .where('personId', '=', person)
    .where('handedInOn', 'is not', null)
    .executeTakeFirst()

/** A poll as whoever fills in a sheet knows it: the people by strokes, and whether she has handed one in. */
export const ballotOf = async (tx: Acting, id: string) => {
  const { rows } = await sql<{
    unitId: string
    unitName: string
    path: string
    forYear: number
    form: Form
    state: 'open' | 'closed'
    people: { personId: string; name: string }[]
    voters: number
    voted: boolean
    mine: boolean
  }>`
    select a.unit_id, u.name as unit_name, u.path, a.for_year, p.form, p.state,
      (select coalesce(json_agg(json_build_object('personId', s.person_id, 'name', s.name)
          order by s.name collate strokes, s.person_id), '[]')
       from appraisal_seat s where s.organ_id = a.organ_id and s.appraisal_id = a.id and s.role = 'graded') as people,
      (select count(*)::int from appraisal_seat s
       where s.organ_id = a.organ_id and s.appraisal_id = a.id and s.may_vote) as voters,
      exists (select from appraisal_voted v where v.organ_id = a.organ_id and v.appraisal_id = a.id
        and v.person_id = (select acting_person())) as voted,
      a.id = any ((select my_open_polls())::uuid[]) as mine
    from appraisal a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
      join appraisal_poll p on p.organ_id = a.organ_id and p.appraisal_id = a.id
    where a.organ_id = (select acting_organ()) and a.id = ${id}::uuid`.execute(tx)
  return rows[0]
}
