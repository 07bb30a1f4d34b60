import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

type Division = { result: string; duties: readonly string[]; title: string | null }

/** What each of the committee is charged with. One statement. */
export const saveDivision = async (tx: Acting, members: readonly Division[]): Promise<void> => {
  await sql`
    update election_result r set title = d.title, version = r.version + 1,
      duties = array(select jsonb_array_elements_text(d.duties))
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as d(result uuid, duties jsonb, title text)
    where r.organ_id = (select acting_organ()) and r.id = d.result`.execute(tx)
}

/** On which day the unit above approved each of these; the others of the election stand without. */
export const saveApproval = async (
  tx: Acting,
  election: string,
  approved: readonly string[],
  on: string,
): Promise<void> => {
  await sql`
    update election_result set version = version + 1,
      approved_on = case when id = any (${approved as string[]}::uuid[]) then ${on}::date end
    where organ_id = (select acting_organ()) and election_id = ${election}::uuid`.execute(tx)
}

/** The unit above has not answered after all. One statement. */
export const takeBackApproval = (tx: Acting, election: string) =>
  tx
    .updateTable('electionResult')
    .set((row) => ({ approvedOn: null, version: row('version', '+', 1) }))
    .where('electionId', '=', election)
    .where('approvedOn', 'is not', null)
    .execute()

/** The work is not divided after all. One statement. */
export const takeBackDivision = (tx: Acting, election: string) =>
  tx
    .updateTable('electionResult')
    .set((row) => ({ duties: [], title: null, version: row('version', '+', 1) }))
    .where('electionId', '=', election)
    .execute()

/** What everybody elected is called from now on. */
export const saveTitles = async (
  tx: Acting,
  titles: readonly { id: string; title: string }[],
): Promise<void> => {
  await sql`
    update election_result r set title = t.title, version = r.version + 1
    from jsonb_to_recordset(${JSON.stringify(titles)}::jsonb) as t(id uuid, title text)
    where r.organ_id = (select acting_organ()) and r.id = t.id`.execute(tx)
}

/** Who of these can sign in. */
export const accountsOf = async (tx: Acting, people: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${people as string[]}::uuid[]) as p(id) where person_has_account(p.id)`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** What an election proved already, by kind. */
export const provedBy = async (tx: Acting, election: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('evidence')
    .select('kind')
    .where('sourceKind', '=', 'election')
    .where('sourceId', '=', election)
    .execute()
  return rows.map(({ kind }) => kind)
}
