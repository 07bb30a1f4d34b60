import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type StudyMatter = { what: string; by: string | null; owner: string | null }

/** How many sessions a unit recorded in the year, and what of study and outreach is open. */
export const studyStanding = async (tx: Acting, unitId: string, year: number) => {
  const { rows: counted } = await sql<{ sessions: number }>`
    select count(*)::int as sessions from study_session
    where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid and withdrawn_at is null
      and extract(year from held_on) = ${year}`.execute(tx)
  const { rows: open } = await sql<StudyMatter>`
    select what, due_on as by, owner_name as owner from study_follow_up
    where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid and done_on is null
    union all
    select '宣讲带回的问题待告知提问人', due_on, owner_name from outreach_question
    where organ_id = (select acting_organ()) and unit_id = ${unitId}::uuid and told_back_on is null
    order by by nulls last, what`.execute(tx)
  return { sessions: counted[0]!.sessions, open }
}
