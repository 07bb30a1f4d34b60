import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Delegate, Exclusion, Ground } from './facts.ts'
import type { Rostered } from './voters.ts'

/** Who stood on the roster of the unit and of those below it on a day, by strokes. */
export const rosterOn = async (tx: Acting, path: string, on: string): Promise<Rostered[]> => {
  const { rows } = await sql<Rostered>`
    select m.person_id, coalesce(p.name, '（名册中已查不到）') as name, coalesce(p.initials, '') as initials, m.status,
      coalesce(g.name, case when u.path <> ${path} then u.name end) as group_name
    from membership m
      join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
      left join person p on p.organ_id = m.organ_id and p.id = m.person_id
    where m.organ_id = (select acting_organ()) and m.path ^@ ${path}
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status not in ('transferred-out', 'left', 'stopped')
    order by p.name collate strokes, m.person_id`.execute(tx)
  return rows
}

type OfElection = { id: string; unitId: string }
type Excluding = Omit<Exclusion, 'name' | 'version' | 'passedOn' | 'ground'> & {
  ground: Ground
  name: string
}

/** Enters an exclusion, or changes it; one that has been changed must be passed again. */
export const putExclusion = (tx: Acting, { id, unitId }: OfElection, exclusion: Excluding) => {
  const { personId, name, ...stated } = exclusion
  return tx
    .insertInto('electionExclusion')
    .values({ electionId: id, unitId, personId, name, ...stated })
    .onConflict((conflict) =>
      conflict.columns(['organId', 'electionId', 'personId']).doUpdateSet((given) => ({
        ...stated,
        passedOn: null,
        version: given('electionExclusion.version', '+', 1) as never,
      })),
    )
    .execute()
}

export const removeExclusion = (tx: Acting, election: string, person: string) =>
  tx
    .deleteFrom('electionExclusion')
    .where('electionId', '=', election)
    .where('personId', '=', person)
    .execute()

/** The day on which the meeting passed the exclusions that had been approved; null takes it back. */
export const passExclusions = (tx: Acting, election: string, people: readonly string[], on: string | null) =>
  people.length === 0
    ? undefined
    : tx
        .updateTable('electionExclusion')
        .set({ passedOn: on })
        .where('electionId', '=', election)
        .where('personId', 'in', people)
        .execute()

export const addDelegates = (
  tx: Acting,
  { id, unitId }: OfElection,
  delegates: readonly Pick<Delegate, 'name' | 'fromUnit'>[],
) =>
  tx
    .insertInto('electionDelegate')
    .values(delegates.map((each) => ({ ...each, electionId: id, unitId })))
    .execute()

export const removeDelegate = (tx: Acting, election: string, id: string) =>
  tx.deleteFrom('electionDelegate').where('electionId', '=', election).where('id', '=', id).executeTakeFirst()
