import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type OwnRow = {
  id: string
  unitId: string
  unitName: string
  forYear: number
  topic: string
  meetOn: string | null
  boxOpenedOn: string | null
  notes: { id: string; content: string; handedInOn: string | null; version: number } | null
  onPaper: boolean
  opinions: { id: string; content: string; passedOn: string }[]
  remarks: { id: string; content: string; giverId: string; receiverId: string }[]
}

const HEX = (column: string) => sql.raw(`encode(${column}, 'hex')`)

/**
 * The two latest rounds of the branch a person belongs to, with what is hers in them. The boxes still open are held, if nobody
 * else holds them: they are put back anew by every look, see own-routes.ts.
 */
export const ownRounds = async (tx: Acting, person: string, round?: string): Promise<OwnRow[]> => {
  const { rows } = await sql<OwnRow>`
    select r.id, r.unit_id, u.name as unit_name, r.for_year, r.topic, r.meet_on, r.box_opened_on,
      (select json_build_object('id', n.id, 'content', ${HEX('n.content')}, 'handedInOn', n.handed_in_on, 'version', n.version)
       from life_notes n where n.organ_id = r.organ_id and n.round_id = r.id and n.person_id = ${person}::uuid
         and not n.on_paper) as notes,
      exists (select from life_notes n where n.organ_id = r.organ_id and n.round_id = r.id and n.person_id = ${person}::uuid
        and n.on_paper) as on_paper,
      (select coalesce(json_agg(json_build_object('id', o.id, 'content', ${HEX('o.content')}, 'passedOn', o.passed_on)
        order by o.passed_on, o.id), '[]')
       from life_opinion o where o.organ_id = r.organ_id and o.round_id = r.id and o.about_id = ${person}::uuid
         and o.passed_on is not null) as opinions,
      (select coalesce(json_agg(json_build_object('id', k.id, 'content', ${HEX('k.content')}, 'giverId', k.giver_id,
        'receiverId', k.receiver_id) order by k.id), '[]')
       from life_remark k where k.organ_id = r.organ_id and k.round_id = r.id
         and ${person}::uuid in (k.giver_id, k.receiver_id)) as remarks
    from life_round r join unit u on u.organ_id = r.organ_id and u.id = r.unit_id
    where r.organ_id = (select acting_organ()) and ${round ? sql`r.id = ${round}::uuid` : sql`true`}
      and exists (select from membership m
        where m.organ_id = r.organ_id and m.person_id = ${person}::uuid and m.path ^@ u.path
          and m.until is null and m.status not in ('transferred-out', 'left', 'stopped'))
    order by r.for_year desc limit 2`.execute(tx)
  return rows
}

/** Boxes that take slips yet, of these rounds; what another transaction holds is left out. */
export const openBoxes = async (tx: Acting, rounds: readonly string[]) => {
  const { rows } = await sql<{ roundId: string; content: Buffer }>`
    select b.round_id, b.content from life_box b
    where b.organ_id = (select acting_organ()) and b.round_id = any(${rounds as string[]}::uuid[])
    for update skip locked`.execute(tx)
  return rows
}

export const insertNotes = (
  tx: Acting,
  notes: { id: string; roundId: string; unitId: string; personId: string; content: Buffer },
) => tx.insertInto('lifeNotes').values(notes).execute()

export const changeNotes = async (
  tx: Acting,
  id: string,
  version: number,
  change: { content?: Buffer; handedInOn?: string | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('lifeNotes')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What was handed in for the round: by whom and how, never with its text. A private text of one's own is left out, too. */
export const handedIn = (tx: Acting, round: string) =>
  tx
    .selectFrom('lifeNotes')
    .select(['id', 'personId', 'onPaper', 'handedInOn'])
    .where('roundId', '=', round)
    .where('handedInOn', 'is not', null)
    .execute()

export const markOnPaper = (
  tx: Acting,
  round: { id: string; unitId: string },
  personIds: readonly string[],
  on: string,
) =>
  tx
    .insertInto('lifeNotes')
    .values(
      personIds.map((personId) => ({
        roundId: round.id,
        unitId: round.unitId,
        personId,
        onPaper: true,
        handedInOn: on,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** False where no such mark stands. */
export const unmarkOnPaper = async (tx: Acting, round: string, person: string): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('lifeNotes')
    .where('roundId', '=', round)
    .where('personId', '=', person)
    .where('onPaper', '=', true)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Notes that were handed in, with whose they are; undefined where they are private or on paper. */
export const notesOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('lifeNotes')
    .select(['id', 'personId', 'content', 'handedInOn'])
    .where('id', '=', id)
    .where('handedInOn', 'is not', null)
    .where('onPaper', '=', false)
    .executeTakeFirst()
