import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Standing } from './seats.ts'
import type { Rostered } from './store.ts'

type Head = {
  rosterOn?: string
  meetingId?: string | null
  reportMeetingId?: string | null
  studiedOn?: string | null
  studyNote?: string | null
  decidedBy?: string | null
  decidedOn?: string | null
  considered?: string[]
  superiorOpinion?: string | null
  superiorOn?: string | null
  closedOn?: string | null
  lateReason?: string | null
}

/** Undefined where the branch has a round of that year. */
export const insertRound = async (tx: Acting, round: { unitId: string; forYear: number; rosterOn: string }) =>
  (
    await tx
      .insertInto('appraisal')
      .values(round)
      .onConflict((found) => found.doNothing())
      .returning('id')
      .executeTakeFirst()
  )?.id

/** False where another hand changed the round since `version` was read. */
export const changeRound = async (
  tx: Acting,
  id: string,
  version: number,
  change: Head,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('appraisal')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Of = { id: string; unitId: string }
export type NewSeat = Rostered & Standing

/** The people of the round: these, and nobody of whom nothing was recorded yet. A role that was changed by hand stays. */
export const seat = async (tx: Acting, { id, unitId }: Of, seats: readonly NewSeat[]): Promise<void> => {
  if (seats.length === 0) return
  await tx
    .insertInto('appraisalSeat')
    .values(seats.map((each) => ({ ...each, appraisalId: id, unitId })))
    .onConflict((found) =>
      found.columns(['organId', 'appraisalId', 'personId']).doUpdateSet((row) => ({
        groupId: row.ref('excluded.groupId'),
        groupName: row.ref('excluded.groupName'),
        role: row
          .case()
          .when('appraisalSeat.status', '=', row.ref('excluded.status'))
          .then(row.ref('appraisalSeat.role'))
          .else(row.ref('excluded.role'))
          .end(),
        mayVote: row
          .case()
          .when('appraisalSeat.status', '=', row.ref('excluded.status'))
          .then(row.ref('appraisalSeat.mayVote'))
          .else(row.ref('excluded.mayVote'))
          .end(),
        because: row
          .case()
          .when('appraisalSeat.status', '=', row.ref('excluded.status'))
          .then(row.ref('appraisalSeat.because'))
          .else(row.ref('excluded.because'))
          .end(),
        status: row.ref('excluded.status'),
      })),
    )
    .execute()
}

/** Takes off the list whoever is no longer on the roster and has no word in the round, hers or about her; a grade goes with her. */
export const unseat = async (tx: Acting, id: string, stays: readonly string[]): Promise<void> => {
  const leaves = sql`
    s.organ_id = (select acting_organ()) and s.appraisal_id = ${id}::uuid
      and not s.person_id = any(${stays as string[]}::uuid[]) and s.paper_on is null
      and not s.person_id = any((select self_appraised(${id}::uuid))::uuid[])
      and not exists (select from appraisal_remark k
        where k.organ_id = s.organ_id and k.appraisal_id = s.appraisal_id and k.person_id = s.person_id)`
  await sql`
    delete from appraisal_result r using appraisal_seat s
    where r.organ_id = s.organ_id and r.appraisal_id = s.appraisal_id and r.person_id = s.person_id
      and ${leaves}`.execute(tx)
  await sql`delete from appraisal_seat s where ${leaves}`.execute(tx)
}

/** Whoever is not graded any more has no grade either. */
export const dropGrades = async (tx: Acting, id: string): Promise<void> => {
  await sql`
    delete from appraisal_result r using appraisal_seat s
    where r.organ_id = (select acting_organ()) and r.appraisal_id = ${id}::uuid
      and s.organ_id = r.organ_id and s.appraisal_id = r.appraisal_id and s.person_id = r.person_id
      and s.role <> 'graded'`.execute(tx)
}

export const changeSeat = async (
  tx: Acting,
  { id, person, version }: { id: string; person: string; version: number },
  standing: Standing,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('appraisalSeat')
    .set({ ...standing, version: version + 1 })
    .where('appraisalId', '=', id)
    .where('personId', '=', person)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const markPaper = (tx: Acting, id: string, people: readonly string[], paperOn: string | null) =>
  tx
    .updateTable('appraisalSeat')
    .set({ paperOn })
    .where('appraisalId', '=', id)
    .where('personId', 'in', people)
    .execute()

export type NewResult = {
  personId: string
  grade: string
  opinion: string | null
  improvement: string | null
}

/** The grades as decided; whoever is not among them has none. Whoever was told of another grade is to be told anew. */
export const writeGrades = async (
  tx: Acting,
  { id, unitId }: Of,
  results: readonly NewResult[],
): Promise<void> => {
  const kept = results.map(({ personId }) => personId)
  await sql`delete from appraisal_result where organ_id = (select acting_organ()) and appraisal_id = ${id}::uuid
    and not person_id = any(${kept}::uuid[])`.execute(tx)
  if (results.length === 0) return
  await tx
    .insertInto('appraisalResult')
    .values(results.map((result) => ({ ...result, appraisalId: id, unitId })))
    .onConflict((found) =>
      found.columns(['organId', 'appraisalId', 'personId']).doUpdateSet((row) => ({
        grade: row.ref('excluded.grade'),
        opinion: row.ref('excluded.opinion'),
        improvement: row.ref('excluded.improvement'),
        toldOn: row
          .case()
          .when('appraisalResult.grade', '=', row.ref('excluded.grade'))
          .then(row.ref('appraisalResult.toldOn'))
          .else(null)
          .end(),
        toldBy: row
          .case()
          .when('appraisalResult.grade', '=', row.ref('excluded.grade'))
          .then(row.ref('appraisalResult.toldBy'))
          .else(null)
          .end(),
      })),
    )
    .execute()
}

export const markTold = (
  tx: Acting,
  id: string,
  people: readonly string[],
  told: { toldOn: string | null; toldBy: string | null },
) =>
  tx
    .updateTable('appraisalResult')
    .set(told)
    .where('appraisalId', '=', id)
    .where('personId', 'in', people)
    .execute()

export const insertReopening = (
  tx: Acting,
  reopening: { appraisalId: string; unitId: string; reason: string; byName: string | null; onDay: string },
) => tx.insertInto('appraisalReopening').values(reopening).execute()
