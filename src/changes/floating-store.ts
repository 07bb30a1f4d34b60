import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { KeptFloating } from './away.ts'

type Whose = { path: string } | { id: string } | { person: string }

/** Members away and guests of a unit and all below it, one of them, or one person's; those still so first. */
export const floatingOf = async (tx: Acting, whose: Whose): Promise<KeptFloating[]> => {
  const { rows } = await sql<KeptFloating>`
    select f.id, f.unit_id, u.name as unit_name, u.path, f.direction, f.person_id, f.person_name, f.place, f.reason,
      f.since, f.expected_until, f.contact_name, f.certificate, f.ended_on, f.ended_how, f.version, c.last_on, c.by_name as last_by
    from floating f
      join unit u on u.organ_id = f.organ_id and u.id = f.unit_id
      left join floating_contact c on c.organ_id = f.organ_id and c.floating_id = f.id
    where f.organ_id = (select acting_organ()) and ${of(whose)}
    order by f.ended_on is not null, f.person_name collate strokes, f.since desc
    limit 300`.execute(tx)
  return rows
}

const of = (whose: Whose) => {
  if ('path' in whose) return sql`u.path >= ${whose.path} and u.path < ${`${whose.path}~`}`
  if ('id' in whose) return sql`f.id = ${whose.id}::uuid`
  return sql`f.person_id = ${whose.person}::uuid`
}

type NewFloating = {
  unitId: string
  direction: 'away' | 'guest'
  personId: string | null
  personName: string
  place: string
  reason: string
  since: string
  expectedUntil: string | null
  contactId: string | null
  contactName: string | null
  certificate: boolean
}

export const insertFloating = async (tx: Acting, floating: NewFloating): Promise<string> =>
  (await tx.insertInto('floating').values(floating).returning('id').executeTakeFirstOrThrow()).id

type Contact = { floatingId: string; unitId: string; lastOn: string; byPerson: string; byName: string }

/** The latest contact takes the place of the one before. */
export const keepContact = async (tx: Acting, contact: Contact): Promise<void> => {
  const { lastOn, byPerson, byName } = contact
  await tx
    .insertInto('floatingContact')
    .values(contact)
    .onConflict((before) =>
      before.columns(['organId', 'floatingId']).doUpdateSet((row) => ({
        ...{ lastOn, byPerson, byName },
        version: row('floatingContact.version', '+', 1),
      })),
    )
    .execute()
}

/** False where another hand changed it since `version` was read. */
export const endFloating = async (
  tx: Acting,
  id: string,
  version: number,
  end: { endedOn: string; endedHow: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('floating')
    .set({ ...end, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whoever was transferred is no longer away. */
export const endAbsence = async (tx: Acting, person: string, on: string): Promise<void> => {
  await tx
    .updateTable('floating')
    .set((row) => ({ endedOn: on, endedHow: 'transferred', version: row('version', '+', 1) }))
    .where('personId', '=', person)
    .where('endedOn', 'is', null)
    .where('since', '<=', on)
    .execute()
}
