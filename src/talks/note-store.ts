import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Outcome } from './kinds.ts'

export type NoteRow = {
  content: Buffer
  writtenBy: string
  writtenOn: string
  version: number
}

/** The note of a talk as it lies there; undefined where there is none or the reader is not one of the two. */
export const noteOf = (tx: Acting, talk: string): Promise<NoteRow | undefined> =>
  tx
    .selectFrom('talkNote')
    .select(['content', 'writtenBy', 'writtenOn', 'version'])
    .where('talkId', '=', talk)
    .executeTakeFirst()

export const insertNote = async (
  tx: Acting,
  talkId: string,
  content: Buffer,
  writtenOn: string,
): Promise<boolean> => {
  const rows = await tx
    .insertInto('talkNote')
    .values({ talkId, content, writtenOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('talkId')
    .execute()
  return rows.length === 1
}

/** False where the other one wrote since `version` was read. */
export const changeNote = async (
  tx: Acting,
  talk: string,
  note: { content: Buffer; writtenBy: string; writtenOn: string },
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('talkNote')
    .set({ ...note, version: version + 1 })
    .where('talkId', '=', talk)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type OpinionRow = {
  id: string
  talkId: string
  unitId: string
  speakerId: string
  draftedBy: string
  content: Buffer
  wording: string | null
  agreedOn: string | null
  agreedBy: string | null
  outcome: string | null
  answer: string | null
  answeredOn: string | null
  version: number
}

const OPINION = [
  'id',
  'talkId',
  'unitId',
  'speakerId',
  'draftedBy',
  'content',
  'wording',
  'agreedOn',
  'agreedBy',
  'outcome',
  'answer',
  'answeredOn',
  'version',
] as const

/** The opinions of a talk as far as the reader may see them: drafts only for the two. */
export const opinionsOf = (tx: Acting, talk: string): Promise<OpinionRow[]> =>
  tx.selectFrom('talkOpinion').select(OPINION).where('talkId', '=', talk).orderBy('id').execute()

export const opinionOf = (tx: Acting, id: string): Promise<OpinionRow | undefined> =>
  tx.selectFrom('talkOpinion').select(OPINION).where('id', '=', id).executeTakeFirst()

/** What was passed on in a branch in a year, the latest first, with the name of who said it. */
export const releasedOf = async (tx: Acting, branch: string, year: number) => {
  const { rows } = await sql<OpinionRow & { speakerName: string }>`
    select o.id, o.talk_id, o.wording, o.agreed_on, o.agreed_by, o.outcome, o.answer, o.answered_on, o.version,
      coalesce(p.name, '（已不在名册）') as speaker_name
    from talk_opinion o left join person p on p.organ_id = o.organ_id and p.id = o.speaker_id
    where o.organ_id = (select acting_organ()) and o.unit_id = ${branch}::uuid
      and o.agreed_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by o.answered_on is not null, o.agreed_on desc, o.id`.execute(tx)
  return rows
}

type NewOpinion = { id: string; talkId: string; unitId: string; speakerId: string; content: Buffer }

export const insertOpinion = (tx: Acting, opinion: NewOpinion) =>
  tx.insertInto('talkOpinion').values(opinion).execute()

export const dropDraft = async (tx: Acting, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('talkOpinion')
    .where('id', '=', id)
    .where('agreedOn', 'is', null)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

type Change =
  | { wording: string; agreedBy: string; agreedOn: string }
  | { outcome: Outcome; answer: string; answeredOn: string }

/** False where it was changed since `version` was read. */
export const changeOpinion = async (
  tx: Acting,
  id: string,
  change: Change,
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('talkOpinion')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
