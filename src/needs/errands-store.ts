import { type RawBuilder, sql } from 'kysely'
import type { OpenNeed } from './errands.ts'

// More than a day's work; what lies further off stands in the queue.
const MOST = 40

/** What the actor may see of matters that are due until the day, or have risen: no word, only the frame. */
export const openNeedsRead = (today: string, until: string): RawBuilder<OpenNeed> =>
  sql<OpenNeed>`
    select n.id, n.year, n.number, n.state, n.level, n.due_on, n.unit_id, u.name as unit_name, u.path as unit_path,
      n.owner_id is not distinct from (select acting_person()) as is_mine, n.raised_to,
      array(select o.post from post o
        where o.organ_id = (select acting_organ()) and o.person_id = (select acting_person())
          and o.post in ('rights-head', 'federation-leader')
          and o.since <= ${today}::date and (o.until is null or o.until >= ${today}::date)) as posts
    from need n join unit u on u.organ_id = n.organ_id and u.id = n.unit_id
    where n.organ_id = (select acting_organ()) and n.state <> 'closed' and n.due_on <= ${until}::date
    order by n.due_on, n.id limit ${MOST}`
