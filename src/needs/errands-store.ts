import { type RawBuilder, sql } from 'kysely'
import type { OpenNeed } from './errands.ts'

// More than a day's work; what lies further off stands in the queue.
const MOST = 40

/**
 * What the actor may see of matters that are due until the day, or have risen, and of those closed from `since` on of which she who
 * asked said, once she was told, that they are not solved: no word, only the frame. A matter that was reopened is closed no longer.
 */
export const openNeedsRead = (today: string, until: string, since: string): RawBuilder<OpenNeed> =>
  sql<OpenNeed>`
    select n.id, n.year, n.number, n.state, n.level, n.on_day as due_on, n.unit_id, u.name as unit_name, u.path as unit_path,
      n.owner_id is not distinct from (select acting_person()) as is_mine, n.raised_to,
      array(select o.post from post o
        where o.organ_id = (select acting_organ()) and o.person_id = (select acting_person())
          and o.post in ('rights-head', 'federation-leader')
          and o.since <= ${today}::date and (o.until is null or o.until >= ${today}::date)) as posts
    from (
      (select o.*, o.due_on as on_day from need o
        where o.organ_id = (select acting_organ()) and o.state <> 'closed' and o.due_on <= ${until}::date
        order by o.due_on, o.id limit ${MOST})
      union all
      (select c.*, c.closed_on as on_day from need c
        where c.organ_id = (select acting_organ()) and c.state = 'closed' and c.closed_on >= ${since}::date
          and exists (select from need_answer a
            where a.organ_id = c.organ_id and a.need_id = c.id and a.solved = 'no' and a.answered_on >= c.told_on)
        order by c.closed_on desc, c.id desc limit ${MOST})) n
      join unit u on u.organ_id = n.organ_id and u.id = n.unit_id
    order by n.on_day, n.id`
