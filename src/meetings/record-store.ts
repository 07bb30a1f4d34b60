import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { AgendaItem } from './contract.ts'
import type { Held } from './held.ts'

/**
 * Turns a meeting into a record: its row and all rows of it in one statement, which is why recording is quick. Gives the ids
 * of the follow-ups in their order; null, and nothing is written, where another hand changed it since `version` was read.
 */
export const writeRecord = async (tx: Acting, held: Held, version: number): Promise<string[] | null> => {
  const { rows } = await sql<{ recorded: boolean; tasks: string[] }>`
    with recorded as (
      update meeting set title = ${held.title}, held_on = ${held.heldOn}::date, starts_at = ${held.startsAt}::time,
        ends_at = ${held.endsAt}::time, place = ${held.place}, guests = ${held.guests},
        host_id = ${held.hostId}::uuid, host_name = ${held.hostName},
        recorder_id = ${held.recorderId}::uuid, recorder_name = ${held.recorderName},
        stage = 'recorded', draft = null, recorded_on = ${held.recordedOn}::date, late_reason = ${held.lateReason},
        sequence = ${held.sequence}, version = version + 1
      where organ_id = (select acting_organ()) and id = ${held.id}::uuid and version = ${version}
      returning id, unit_id),
    listed as (
      insert into attendance (meeting_id, unit_id, person_id, name, initials, state, entitled, votes, because, reason, ordinal)
      select r.id, r.unit_id, n.* from recorded r, rows from (
        jsonb_to_recordset(${JSON.stringify(held.attendance.map(inColumns))}::jsonb)
          as (person_id uuid, name text, initials text, state text, entitled boolean, votes boolean, because text, reason text)
        ) with ordinality n),
    discussed as (
      insert into agenda_item (meeting_id, unit_id, part, title, points, differing, ordinal)
      select r.id, r.unit_id, n.* from recorded r, rows from (
        jsonb_to_recordset(${JSON.stringify(held.agenda)}::jsonb) as (part int, title text, points text, differing text)
        ) with ordinality n),
    resolved as (
      insert into resolution (meeting_id, unit_id, part, text, entitled, present, approve, oppose, abstain, passed, judgments, ordinal)
      select r.id, r.unit_id, n.* from recorded r, rows from (
        jsonb_to_recordset(${JSON.stringify(held.resolutions)}::jsonb)
          as (part int, text text, entitled int, present int, approve int, oppose int, abstain int, passed boolean, judgments jsonb)
        ) with ordinality n),
    undertaken as (
      insert into follow_up (meeting_id, unit_id, what, owner_id, owner_name, due_on, ordinal)
      select r.id, r.unit_id, n.* from recorded r, rows from (
        jsonb_to_recordset(${JSON.stringify(held.followUps.map(taskInColumns))}::jsonb)
          as (what text, owner_id uuid, owner_name text, due_on date)
        ) with ordinality n
      returning id, ordinal),
    heard as (
      select n.* from rows from (
        jsonb_to_recordset(${JSON.stringify(spokenOf(held))}::jsonb)
          as (follow_up_id uuid, what text, owner_name text, was_due_on date, due_on date, outcome text, note text)
        ) with ordinality n (follow_up_id, what, owner_name, was_due_on, due_on, outcome, note, ordinal)),
    returned as (
      insert into follow_up_return (meeting_id, unit_id, follow_up_id, what, owner_name, was_due_on, due_on, outcome, note, ordinal)
      select r.id, r.unit_id, h.follow_up_id, h.what, h.owner_name, h.was_due_on, h.due_on, h.outcome, h.note, h.ordinal
      from recorded r, heard h),
    gone_on as (
      update follow_up f set version = f.version + 1,
        done_on = case when h.outcome = 'done' then ${held.heldOn}::date end,
        done_note = case when h.outcome = 'done' then h.note end,
        due_on = coalesce(h.due_on, f.due_on)
      from recorded r, heard h
      where f.organ_id = (select acting_organ()) and f.id = h.follow_up_id and f.done_on is null)
    select exists (select from recorded) as recorded,
      (select coalesce(json_agg(id order by ordinal), '[]') from undertaken) as tasks`.execute(tx)
  return rows[0]?.recorded ? rows[0].tasks : null
}

const inColumns = ({ personId, ...row }: Held['attendance'][number]) => ({ ...row, person_id: personId })

const taskInColumns = ({ what, ownerId, ownerName, dueOn }: Held['followUps'][number]) => ({
  what,
  owner_id: ownerId,
  owner_name: ownerName,
  due_on: dueOn,
})

/** 回头看: what was said of, as it stood then. */
const spokenOf = ({ returns }: Held) =>
  returns
    .filter(({ outcome }) => outcome !== null)
    .map(({ followUpId, what, ownerName, wasDueOn, dueOn, outcome, note }) => ({
      follow_up_id: followUpId,
      what,
      owner_name: ownerName,
      was_due_on: wasDueOn,
      due_on: dueOn,
      outcome,
      note,
    }))

type Amended = {
  meetingId: string
  unitId: string
  field: string
  subject: string | null
  was: string | null
  becomes: string
  reason: string
  byPerson: string
  at: string
}

/** The row beside the record. The name is read in the same statement: it is the actor's own. */
export const insertAmendment = (tx: Acting, { byPerson, ...amendment }: Amended) =>
  tx
    .insertInto('amendment')
    .values((row) => ({
      ...amendment,
      byPerson,
      byName: row.selectFrom('person').select('name').where('id', '=', byPerson),
    }))
    .execute()

export const amendAttendance = (
  tx: Acting,
  meeting: string,
  person: string,
  change: { state: string; reason: string | null },
) =>
  tx
    .updateTable('attendance')
    .set(change)
    .where('meetingId', '=', meeting)
    .where('personId', '=', person)
    .execute()

export const amendAgenda = (
  tx: Acting,
  meeting: string,
  ordinal: number,
  change: Partial<Pick<AgendaItem, 'points' | 'differing'>>,
) =>
  tx
    .updateTable('agendaItem')
    .set(change)
    .where('meetingId', '=', meeting)
    .where('ordinal', '=', ordinal)
    .execute()

/** Whether hours of study stand that were declared from the record of this meeting. */
export const hasStudyHours = async (tx: Acting, meeting: string): Promise<boolean> =>
  (await tx
    .selectFrom('studySession')
    .select('id')
    .where('meetingId', '=', meeting)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()) !== undefined

/** All resolutions as they are judged after an amendment; their number never changes. */
export const amendResolutions = async (tx: Acting, { id, resolutions }: Held): Promise<void> => {
  const rows = resolutions.map((row, at) => ({ ...row, ordinal: at + 1 }))
  await sql`update resolution r
    set text = n.text, present = n.present, approve = n.approve, oppose = n.oppose, abstain = n.abstain,
      passed = n.passed, judgments = n.judgments
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (ordinal int, text text, present int, approve int, oppose int, abstain int, passed boolean, judgments jsonb)
    where r.organ_id = (select acting_organ()) and r.meeting_id = ${id}::uuid and r.ordinal = n.ordinal`.execute(
    tx,
  )
}

/** A follow-up as it stands; its owner may read it even where the meeting is not hers to see. */
export const followUpOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('followUp')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'followUp.organId').onRef('unit.id', '=', 'followUp.unitId'),
    )
    .select(['followUp.id', 'what', 'ownerId', 'dueOn', 'doneOn', 'doneNote', 'followUp.version', 'path'])
    .where('followUp.id', '=', id)
    .executeTakeFirst()

/** False where it was changed since `version` was read. */
export const finishFollowUp = async (
  tx: Acting,
  id: string,
  version: number,
  done: { doneOn: string; doneNote: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('followUp')
    .set({ ...done, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
