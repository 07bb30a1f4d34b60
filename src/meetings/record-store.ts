import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { AgendaItem } from './contract.ts'
import type { Held } from './held.ts'

/** Writes the rows of a record, each table in one statement. Gives the ids of the follow-ups in their order. */
export const insertRecord = async (tx: Acting, held: Held): Promise<string[]> => {
  const of = { meetingId: held.id, unitId: held.unitId }
  const placed = <T>(rows: readonly T[]) => rows.map((row, at) => ({ ...of, ...row, ordinal: at + 1 }))
  await insertAttendance(tx, held)
  if (held.agenda.length > 0) await tx.insertInto('agendaItem').values(placed(held.agenda)).execute()
  if (held.resolutions.length > 0)
    await tx
      .insertInto('resolution')
      .values(placed(held.resolutions).map((row) => ({ ...row, judgments: JSON.stringify(row.judgments) })))
      .execute()
  if (held.followUps.length === 0) return []
  const tasks = held.followUps.map(({ what, ownerId, ownerName, dueOn }) => ({
    what,
    ownerId,
    ownerName,
    dueOn,
  }))
  const written = await tx.insertInto('followUp').values(placed(tasks)).returning(['id', 'ordinal']).execute()
  return written.toSorted((one, other) => one.ordinal - other.ordinal).map(({ id }) => id)
}

// One array for each column instead of ten parameters for each person: the statement's text stays the same for any number.
const insertAttendance = (tx: Acting, { id, unitId, attendance }: Held) =>
  sql`insert into attendance (meeting_id, unit_id, person_id, name, initials, state, entitled, votes, because, reason, ordinal)
    select ${id}::uuid, ${unitId}::uuid, a.*
    from unnest(${attendance.map(({ personId }) => personId)}::uuid[], ${attendance.map(({ name }) => name)}::text[],
      ${attendance.map(({ initials }) => initials)}::text[], ${attendance.map(({ state }) => state)}::text[],
      ${attendance.map(({ entitled }) => entitled)}::boolean[], ${attendance.map(({ votes }) => votes)}::boolean[],
      ${attendance.map(({ because }) => because)}::text[], ${attendance.map(({ reason }) => reason)}::text[])
      with ordinality as a`.execute(tx)

type Amended = {
  meetingId: string
  unitId: string
  field: string
  subject: string | null
  was: string | null
  becomes: string
  reason: string
  byPerson: string
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

/** The actor's own name, for what she puts her hand to. */
export const nameOf = async (tx: Acting, person: string): Promise<string | null> =>
  (await tx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst())?.name ?? null
