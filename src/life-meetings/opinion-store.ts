import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { About, Source } from './contract.ts'

export type SealedOpinion = {
  id: string
  source: Source
  about: About
  aboutId: string | null
  content: Buffer
  cameOn: string
  passedOn: string | null
  version: number
}

/** The round's opinions as the reader may see them, by kind and day. Those out of the box share a day and stand as taken out. */
export const opinionsOf = async (tx: Acting, round: string): Promise<SealedOpinion[]> => {
  const { rows } = await sql<SealedOpinion>`
    select id, source, about, about_id, content, came_on, passed_on, version from life_opinion
    where organ_id = (select acting_organ()) and round_id = ${round}::uuid
    order by about, came_on, source, id`.execute(tx)
  return rows
}

type NewOpinion = {
  id: string
  roundId: string
  unitId: string
  source: Source
  about: About
  aboutId: string | null
  content: Buffer
  cameOn: string
}

export const insertOpinions = (tx: Acting, opinions: readonly NewOpinion[]) =>
  tx.insertInto('lifeOpinion').values(opinions).execute()

export const opinionOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('lifeOpinion as o')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'o.organId').onRef('u.id', '=', 'o.unitId'),
    )
    .select(['o.id', 'o.roundId', 'o.about', 'o.aboutId', 'o.passedOn', 'o.version', 'u.path'])
    .where('o.id', '=', id)
    .executeTakeFirst()

export const passOpinion = async (
  tx: Acting,
  id: string,
  version: number,
  { aboutId, on }: { aboutId: string; on: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('lifeOpinion')
    .set({ aboutId, passedOn: on, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const removeOpinion = (tx: Acting, id: string) =>
  tx.deleteFrom('lifeOpinion').where('id', '=', id).execute()

export const insertBox = (tx: Acting, round: { id: string; unitId: string }, content: Buffer) =>
  tx.insertInto('lifeBox').values({ roundId: round.id, unitId: round.unitId, content }).execute()

/** The sealed box, held until the transaction ends, so that two slips dropped at once both stay. */
export const takeBox = async (tx: Acting, round: string): Promise<Buffer | undefined> => {
  const { rows } = await sql<{ content: Buffer }>`
    select content from life_box
    where organ_id = (select acting_organ()) and round_id = ${round}::uuid for update`.execute(tx)
  return rows[0]?.content
}

/** Nothing but the content changes, so the trail has no line of it. */
export const putBox = (tx: Acting, round: string, content: Buffer) =>
  tx.updateTable('lifeBox').set({ content }).where('roundId', '=', round).execute()
