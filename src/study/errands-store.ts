import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type OwnMatter = {
  kind: 'task' | 'question' | 'told-back'
  what: string
  unitId: string
  unitName: string
  dueOn: string | null
}

/** What the person took on in study and what she is to answer, as far as it is open. One statement. */
export const ownMatters = async (tx: Acting, person: string): Promise<OwnMatter[]> => {
  const { rows } = await sql<OwnMatter>`
    select 'task' as kind, f.what, f.unit_id, coalesce(u.name, '') as unit_name, f.due_on
    from study_follow_up f
      join study_session s on s.organ_id = f.organ_id and s.id = f.session_id and s.withdrawn_at is null
      left join unit u on u.organ_id = f.organ_id and u.id = f.unit_id
    where f.organ_id = (select acting_organ()) and f.owner_id = ${person}::uuid and f.done_on is null
    union all
    select case when q.answered_on is null then 'question' else 'told-back' end, l.topic, q.unit_id, coalesce(u.name, ''),
      q.due_on
    from outreach_question q
      join outreach_lecture l on l.organ_id = q.organ_id and l.id = q.lecture_id and l.withdrawn_at is null
      left join unit u on u.organ_id = q.organ_id and u.id = q.unit_id
    where q.organ_id = (select acting_organ()) and q.owner_id = ${person}::uuid and q.told_back_on is null
    order by 5 nulls last`.execute(tx)
  return rows
}
