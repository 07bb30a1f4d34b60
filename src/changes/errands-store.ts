import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Pending } from './errands.ts'

/** Open probations, approvals awaited, letters on their way, members away: in one statement. */
export const pendingOf = async (tx: Acting, on: string): Promise<Pending[]> => {
  const { rows } = await sql<Pending>`
    with pending as (
      select case when c.submitted_on is null then 'probation' else 'approval' end as kind, m.person_id as id, m.unit_id,
        coalesce(c.submitted_on, c.began_on, case when p.joined_precision = 'day' then p.joined_on end) as began,
        c.ends_on as until, null::int as days, null::int as number, null::date as last_on
      from membership m
        join person p on p.organ_id = m.organ_id and p.id = m.person_id
        left join probation c on c.organ_id = m.organ_id and c.person_id = m.person_id and c.approved_on is null
      where m.organ_id = (select acting_organ()) and m.status = 'probationary'
        and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
        and (c.outcome is null or c.submitted_on is not null)
      union all
      select 'letter', t.id, t.unit_id, l.issued_on, null, l.valid_days, l.number, null
      from transfer_out t
        join introduction_letter l on l.organ_id = t.organ_id and l.transfer_id = t.id and l.void_on is null
      where t.organ_id = (select acting_organ()) and t.received_on is null and t.withdrawn_on is null
      union all
      select 'away', f.id, f.unit_id, f.since, null, null, null, c.last_on
      from floating f left join floating_contact c on c.organ_id = f.organ_id and c.floating_id = f.id
      where f.organ_id = (select acting_organ()) and f.direction = 'away' and f.ended_on is null)
    select w.*, u.name as unit_name, u.path
    from pending w join unit u on u.organ_id = (select acting_organ()) and u.id = w.unit_id
    order by u.path, w.kind, w.began, w.id`.execute(tx)
  return rows
}
