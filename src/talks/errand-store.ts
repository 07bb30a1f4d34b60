import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type Waits = {
  what: 'planned' | 'matter' | 'opinion'
  unitId: string
  unitName: string
  by: string | null
  count: number
}

/** What of talks waits on the one who acts, by branch: her planned ones up to a day; on a secretary, also what she must see to. */
export const talksWaiting = async (tx: Acting, on: string, until: string): Promise<Waits[]> => {
  const { rows } = await sql<Waits>`
    with secretary as (
      select o.unit_id from post o
      where o.organ_id = (select acting_organ()) and o.person_id = (select acting_person()) and o.post = 'secretary'
        and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date))
    select w.what, w.unit_id, u.name as unit_name, w.by, w.count
    from (
      select 'planned' as what, t.unit_id, min(t.planned_by) as by, count(*)::int as count
      from talk t
      where t.organ_id = (select acting_organ()) and (select acting_person()) in (t.talker_id, t.partner_id)
        and t.stage = 'planned' and t.planned_by <= ${until}::date
      group by t.unit_id
      union all
      select 'matter', m.unit_id, null, count(*)::int
      from talk_matter m
      where m.organ_id = (select acting_organ()) and m.withdrawn_on is null
        and m.unit_id in (select unit_id from secretary)
        and not m.settled
      group by m.unit_id
      union all
      select 'opinion', o.unit_id, null, count(*)::int
      from talk_opinion o
      where o.organ_id = (select acting_organ()) and o.agreed_on is not null and o.answered_on is null
        and o.unit_id in (select unit_id from secretary)
      group by o.unit_id) w
      join unit u on u.organ_id = (select acting_organ()) and u.id = w.unit_id
    order by w.by nulls first, w.what`.execute(tx)
  return rows
}
