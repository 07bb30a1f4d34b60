import { sql } from 'kysely'
import type { Matter } from './contract.ts'

/** What waits on someone outside the duties: meetings at a stage, and tasks resolved on. */
export type Waiting = {
  id: string
  kind: 'planned' | 'draft' | 'recorded' | 'follow-up'
  title: string
  unitId: string
  unitName: string
  path: string
  on: string | null
  ownerId: string | null
  /** The kinds of a meeting's parts. */
  kinds: readonly string[]
}

/** Meetings not yet noted and follow-ups not yet done, as far as the reader may see them, up to a day: two reads. */
export const waitingUntil = (until: string) => ({
  meetings: sql<Waiting>`
    select m.id, m.stage as kind, m.title, m.unit_id, u.name as unit_name, u.path, m.held_on as "on",
      null::uuid as owner_id,
      array(select p.kind from meeting_part p where p.organ_id = m.organ_id and p.meeting_id = m.id) as kinds
    from meeting m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
    where m.organ_id = (select acting_organ()) and m.stage in ('planned', 'draft', 'recorded')
      and m.held_on <= ${until}::date
    order by m.held_on desc limit 200`,
  tasks: sql<Waiting>`
    select f.meeting_id as id, 'follow-up' as kind, f.what as title, f.unit_id, u.name as unit_name, u.path,
      f.due_on as "on", f.owner_id, '{}'::text[] as kinds
    from follow_up f join unit u on u.organ_id = f.organ_id and u.id = f.unit_id
    where f.organ_id = (select acting_organ()) and f.owner_id = (select acting_person()) and f.done_on is null
    order by f.due_on nulls last limit 200`,
})

export const matterOf = ({ id, kind, title, unitId, unitName, on }: Waiting): Matter => ({
  kind: kind === 'follow-up' ? 'follow-up' : kind === 'recorded' ? 'noting' : 'meeting',
  title,
  unitId,
  unitName,
  by: on,
  state: null,
  rule: null,
  citation: null,
  meetingId: id,
  plan: null,
  to: null,
  act: null,
})
