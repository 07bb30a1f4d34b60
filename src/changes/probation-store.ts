import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Kept } from './probation.ts'
import type { Candidate, Outcome } from './probation-shape.ts'

type Whose = { path: string } | { person: string }

/**
 * Everyone on probation as of the day, with what was recorded of its end, and those whose probation was decided before; by
 * strokes. Of a unit with all below it, or of one person.
 */
export const probationsOf = async (tx: Acting, whose: Whose, on: string): Promise<Kept[]> => {
  const where =
    'path' in whose
      ? sql`m.path >= ${whose.path} and m.path < ${`${whose.path}~`}`
      : sql`m.person_id = ${whose.person}::uuid`
  const { rows } = await sql<Kept>`
    select c.id, p.id as person_id, coalesce(c.person_name, p.name) as person_name, b.id as unit_id, b.name as unit_name,
      g.name as group_name, case when p.joined_precision = 'day' then p.joined_on end as joined_on,
      c.began_on, c.ends_on as kept_end, coalesce(c.extensions, 0) as extensions, c.applied_on, c.group_opinion_on,
      c.contacts_opinion_on, c.publicity_from, c.publicity_to, c.meeting_id, c.discussed_on, c.outcome, c.extended_to,
      c.submitted_on, c.approved_on, c.approval_number, coalesce(c.version, 0) as version
    from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      join unit b on b.organ_id = m.organ_id and b.id = m.unit_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
      left join probation c on c.organ_id = m.organ_id and c.person_id = m.person_id
    where m.organ_id = (select acting_organ()) and ${where}
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and (m.status = 'probationary' or c.id is not null)
    order by p.name collate strokes, p.id, c.ends_on desc`.execute(tx)
  return rows
}

/** The resolutions of the branch's recorded members' meetings since the day, the latest first. */
export const candidatesOf = async (tx: Acting, unit: string, since: string): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`
    select m.id as meeting_id, m.title, m.held_on, r.ordinal as resolution, r.text, r.entitled, r.present, r.approve,
      r.oppose, r.abstain, r.passed, r.judgments
    from meeting m
      join resolution r on r.organ_id = m.organ_id and r.meeting_id = m.id
      join meeting_part t on t.organ_id = r.organ_id and t.meeting_id = r.meeting_id and t.ordinal = r.part
    where m.organ_id = (select acting_organ()) and m.unit_id = ${unit}::uuid and m.held_on >= ${since}::date
      and m.stage in ('recorded', 'noted') and t.kind = 'general-meeting'
    order by m.held_on desc, r.ordinal
    limit 60`.execute(tx)
  return rows
}

export type Handed = {
  beganOn: string
  endsOn: string
  appliedOn: string | null
  groupOpinionOn: string | null
  contactsOpinionOn: string | null
  publicityFrom: string | null
  publicityTo: string | null
}

export const insertProbation = async (
  tx: Acting,
  probation: { unitId: string; personId: string; personName: string; extensions?: number } & Partial<Handed> &
    Pick<Handed, 'beganOn' | 'endsOn'>,
): Promise<void> => {
  await tx.insertInto('probation').values(probation).execute()
}

type Change = Partial<Handed> & {
  meetingId?: string
  resolution?: number
  discussedOn?: string
  outcome?: Outcome
  extendedTo?: string | null
  submittedOn?: string
  approvedOn?: string
  approvalNumber?: string | null
}

/** False where another hand changed it since `version` was read. */
export const changeProbation = async (
  tx: Acting,
  id: string,
  version: number,
  change: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('probation')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The resolution by which somebody's probation was decided, for its papers. */
export const resolutionOf = async (tx: Acting, id: string) => {
  const { rows } = await sql<Candidate & { place: string | null; hostName: string | null; unitKind: string }>`
    select m.id as meeting_id, m.title, m.held_on, m.place, m.host_name, r.ordinal as resolution, r.text, r.entitled, r.present,
      r.approve, r.oppose, r.abstain, r.passed, r.judgments
    from probation c
      join meeting m on m.organ_id = c.organ_id and m.id = c.meeting_id
      join resolution r on r.organ_id = c.organ_id and r.meeting_id = c.meeting_id and r.ordinal = c.resolution
    where c.organ_id = (select acting_organ()) and c.id = ${id}::uuid`.execute(tx)
  return rows[0]
}
