import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { ChapterId } from './chapters.ts'

type Counted = { id: ChapterId; records: number }

/** How many records each chapter of the units' books would be drawn from, as far as the reader may see them. One statement. */
export const countsOf = async (
  tx: Acting,
  units: readonly string[],
  year: number,
  on: string,
): Promise<Counted[]> => {
  const within = sql`organ_id = (select acting_organ()) and unit_id = any (${units}::uuid[])`
  const first = sql`${`${year}-01-01`}::date`
  const last = sql`${`${year}-12-31`}::date`
  const { rows } = await sql<Counted>`
    with held as (
      select m.id from meeting m
      where m.${within} and m.held_on between ${first} and ${last} and m.stage not in ('cancelled', 'planned')),
    parts as (
      select p.kind, count(*)::int as records from held h
        join meeting_part p on p.organ_id = (select acting_organ()) and p.meeting_id = h.id
      group by p.kind)
    select 'members' as id, count(*)::int as records from membership
    where ${within} and since <= ${on}::date and (until is null or until >= ${on}::date)
      and status not in ('transferred-out', 'left', 'stopped')
    union all
    select 'committee', count(*)::int from post
    where ${within} and post in ('secretary', 'deputy-secretary', 'organization', 'publicity', 'discipline', 'committee-member')
      and since <= ${last} and (until is null or until >= ${first})
    union all
    select 'groups', count(*)::int from unit
    where organ_id = (select acting_organ()) and id = any (${units}::uuid[]) and kind = 'group'
    union all
    select case kind when 'general-meeting' then 'general-meetings' when 'committee-meeting' then 'committee-meetings'
        when 'group-meeting' then 'group-meetings' when 'lecture' then 'lectures' when 'theme-day' then 'theme-days'
        else kind end, records
    from parts where kind <> 'life-meeting'
    union all
    select 'follow-ups', count(*)::int from follow_up f join held h on h.id = f.meeting_id
    where f.organ_id = (select acting_organ())
    union all
    select 'life-meetings', count(*)::int from life_round where ${within} and for_year = ${year}
    union all
    select 'appraisals', count(*)::int from appraisal where ${within} and for_year = ${year}
    union all
    select 'talks', count(*)::int from talk where ${within} and stage = 'held' and held_on between ${first} and ${last}
    union all
    select 'analyses', count(*)::int from analysis where ${within} and done_on between ${first} and ${last}
    union all
    select 'study', count(*)::int from study_session
    where ${within} and withdrawn_at is null and held_on between ${first} and ${last}
    union all
    select 'outreach', count(*)::int from outreach_lecture
    where ${within} and withdrawn_at is null and held_on between ${first} and ${last}
    union all
    select 'conversions', count(*)::int from probation where ${within} and ends_on between ${first} and ${last}
    union all
    select 'transfers', (
      (select count(*) from transfer_out where ${within} and applied_on between ${first} and ${last})
      + (select count(*) from transfer_in where ${within} and brought_on between ${first} and ${last}))::int
    union all
    select 'floating', count(*)::int from floating
    where ${within} and since <= ${last} and (ended_on is null or ended_on >= ${first})
    union all
    select 'care', count(*)::int from care_visit where ${within} and visited_on between ${first} and ${last}
    union all
    select 'handovers', count(*)::int from handover
    where ${within} and stage <> 'withdrawn' and ends_on between ${first} and ${last}`.execute(tx)
  return rows
}
