import { sql } from 'kysely'
import type { Acting, Database } from '../database/acting.ts'
import type { Tally } from './survey.ts'

export type Round = {
  id: string
  survey: string
  audience: string
  slips: number
  sheets: number
  fromOn: string
  untilOn: string
  closedOn: string | null
  bySlip: number | null
  bySheet: number | null
  content: Buffer | null
  openedByName: string
  version: number
  figures: { question: string; choice: string; count: number }[]
}

const SELECTED = `select r.id, r.survey, r.audience, r.slips, r.sheets, r.from_on, r.until_on, r.closed_on, r.by_slip, r.by_sheet,
    r.content, r.opened_by_name, r.version,
    (select coalesce(json_agg(json_build_object('question', f.question, 'choice', f.choice, 'count', f.count)), '[]')
      from survey_figure f where f.organ_id = r.organ_id and f.round_id = r.id) as figures
  from survey_round r`

/** The latest first. */
export const roundsOf = async (tx: Acting): Promise<Round[]> => {
  const { rows } = await sql<Round>`${sql.raw(SELECTED)} where r.organ_id = (select acting_organ())
    order by r.from_on desc, r.id limit 40`.execute(tx)
  return rows
}

export const roundOf = async (tx: Acting, id: string): Promise<Round | undefined> => {
  const { rows } =
    await sql<Round>`${sql.raw(SELECTED)} where r.organ_id = (select acting_organ()) and r.id = ${id}::uuid`.execute(
      tx,
    )
  return rows[0]
}

type New = Pick<
  Round,
  'id' | 'survey' | 'audience' | 'slips' | 'sheets' | 'fromOn' | 'untilOn' | 'openedByName'
>

export const insertRound = async (
  tx: Acting,
  round: New,
  digests: readonly Buffer[],
  urn: Buffer,
): Promise<void> => {
  await tx.insertInto('surveyRound').values(round).execute()
  const roundId = round.id
  if (digests.length > 0)
    await tx
      .insertInto('surveySlip')
      .values(digests.map((digest) => ({ roundId, digest })))
      .execute()
  await tx.insertInto('surveyUrn').values({ roundId, content: urn }).execute()
}

/** The urn, held until the transaction ends; undefined where the round is over. */
export const takeUrn = async (tx: Acting, roundId: string): Promise<Buffer | undefined> =>
  (
    await tx
      .selectFrom('surveyUrn')
      .select('content')
      .where('roundId', '=', roundId)
      .forUpdate()
      .executeTakeFirst()
  )?.content

export const putUrnBack = (tx: Acting, roundId: string, content: Buffer) =>
  tx.updateTable('surveyUrn').set({ content }).where('roundId', '=', roundId).execute()

/** False where the slip was used before. */
export const markUsed = async (tx: Acting, digest: Buffer): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('surveySlip')
    .set({ used: true })
    .where('digest', '=', digest)
    .where('used', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Close = { closedOn: string; bySlip: number; bySheet: number; content: Buffer | null }

/** Closes the round: figures stay where enough answered; slips and urn go. False where somebody else was quicker. */
export const closeRound = async (
  tx: Acting,
  roundId: string,
  version: number,
  close: Close,
  tally: Tally | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('surveyRound')
    .set({ ...close, version: version + 1 })
    .where('id', '=', roundId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  const figures = Object.entries(tally ?? {}).flatMap(([question, counts]) =>
    Object.entries(counts).map(([choice, count]) => ({ roundId, question, choice, count })),
  )
  if (figures.length > 0) await tx.insertInto('surveyFigure').values(figures).execute()
  await tx.deleteFrom('surveySlip').where('roundId', '=', roundId).execute()
  await tx.deleteFrom('surveyUrn').where('roundId', '=', roundId).execute()
  return true
}

export type BehindSlip = {
  organId: string
  roundId: string
  survey: string
  audience: string
  used: boolean
  fromOn: string
  untilOn: string
  closedOn: string | null
}

/** What a slip's code leads to, before anybody acts. */
export const behindSlip = async (database: Database, digest: Buffer): Promise<BehindSlip | undefined> => {
  const { rows } = await sql<BehindSlip>`
    select organ_id, round_id, survey, audience, used, from_on, until_on, closed_on from survey_behind(${digest})`.execute(
    database,
  )
  return rows[0]
}
