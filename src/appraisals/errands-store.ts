import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'

/** The open polls in which the one who acts has not voted, and the rounds that she leads and that are not at their end. */
export const roundsWaiting = async (tx: Acting): Promise<Errand[]> => {
  const { rows } = await sql<Errand>`
    with leads as (
      select a.id, a.for_year, a.unit_id, u.name as unit_name, a.closed_on,
        exists (select from appraisal_poll p where p.organ_id = a.organ_id and p.appraisal_id = a.id and p.state = 'closed') as polled,
        (select count(*)::int from appraisal_result r
         where r.organ_id = a.organ_id and r.appraisal_id = a.id and r.told_on is null) as untold
      from appraisal a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
      where a.organ_id = (select acting_organ()) and u.path ^@ any ((select may('appraisal.lead'))::text[]))
    select a.for_year || ' 年度民主测评，请投票' as title, a.unit_id, u.name as unit_name, null as by, null as citation,
      '/appraisals/' || a.id || '/ballot' as to, '去投票' as act, false as coming
    from appraisal a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
    where a.organ_id = (select acting_organ()) and a.id = any ((select my_open_polls())::uuid[])
      and not exists (select from appraisal_voted v
        where v.organ_id = a.organ_id and v.appraisal_id = a.id and v.person_id = (select acting_person()))
    union all
    select l.for_year || ' 年度民主评议：' || case
        when l.closed_on is not null then '还有人没有登记告知'
        when l.polled then '测评已结束，待组织评定和办结'
        else '自评、互评、测评进行中' end,
      l.unit_id, l.unit_name, null, null, '/appraisals/' || l.id, case when l.closed_on is null then '去办理' else '去登记' end, false
    from leads l where l.closed_on is null or l.untold > 0`.execute(tx)
  return rows
}
