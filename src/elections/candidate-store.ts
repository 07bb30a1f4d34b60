import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { GONE } from '../kernel/status.ts'
import type { Known } from './candidates.ts'
import type { Candidate, Election, Nomination } from './facts.ts'

type Of = Pick<Election, 'id' | 'unitId'>

/** Everybody on the roster of the unit and those below it on a day, by strokes. */
export const rosterOn = async (tx: Acting, path: string, on: string): Promise<Known[]> => {
  const { rows } = await sql<Known>`
    select p.id, p.name, p.initials, m.status, p.full_on, g.name as group_name, m.path,
      exists (select from post o where o.organ_id = m.organ_id and o.person_id = m.person_id
        and o.unit_id = m.group_id and o.post = 'group-leader'
        and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)) as leads
    from membership m
      join person p on p.organ_id = m.organ_id and p.id = m.person_id
      left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
    where m.organ_id = (select acting_organ()) and m.path >= ${path} and m.path < ${`${path}~`}
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
      and m.status <> all (${GONE as string[]}::text[])
    order by p.name collate strokes, p.id`.execute(tx)
  return rows
}

/** Who nominates: the units next below, as they were on the day. */
export const nominatorsOf = async (tx: Acting, path: string, on: string) => {
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    select u.id, coalesce(p.name, u.name) as name, u.path
    from unit u
      left join unit_place p on p.organ_id = u.organ_id and p.unit_id = u.id
        and p.since <= ${on}::date and (p.until is null or p.until >= ${on}::date)
    where u.organ_id = (select acting_organ()) and u.path ^@ ${path}
      and substr(u.path, ${path.length + 1}) ~ '^[^/]+/$'
      and u.kind in ('group', 'branch', 'general-branch')
      and u.founded_on <= ${on}::date and (u.dissolved_on is null or u.dissolved_on >= ${on}::date)
    order by coalesce(p.name, u.name) collate strokes, u.id`.execute(tx)
  return rows
}

/** A nomination as a whole: what was kept of it before goes. */
export const writeNomination = async (
  tx: Acting,
  { id, unitId }: Of,
  { groupId, nominees, ...nomination }: Omit<Nomination, 'version'>,
): Promise<void> => {
  const of = { electionId: id, groupId, unitId }
  const { heldOn, hostName, entitled, present } = nomination
  await tx
    .insertInto('electionNomination')
    .values({ ...of, ...nomination })
    .onConflict((there) =>
      there.columns(['organId', 'electionId', 'groupId']).doUpdateSet((row) => ({
        ...{ heldOn, hostName, entitled, present },
        version: row('electionNomination.version', '+', 1),
      })),
    )
    .execute()
  await removeNominees(tx, id, groupId)
  await tx
    .insertInto('electionNominee')
    .values(nominees.map((each) => ({ ...of, ...each })))
    .execute()
}

const removeNominees = (tx: Acting, id: string, group: string) =>
  tx.deleteFrom('electionNominee').where('electionId', '=', id).where('groupId', '=', group).execute()

export const removeNomination = async (tx: Acting, id: string, group: string): Promise<boolean> => {
  await removeNominees(tx, id, group)
  const { numDeletedRows } = await tx
    .deleteFrom('electionNomination')
    .where('electionId', '=', id)
    .where('groupId', '=', group)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

type NewCandidate = Pick<Candidate, 'role' | 'personId' | 'name' | 'ordinal' | 'proposedOn' | 'replacesId'>

export const insertCandidates = (tx: Acting, { id, unitId }: Of, candidates: readonly NewCandidate[]) =>
  tx
    .insertInto('electionCandidate')
    .values(candidates.map((each) => ({ electionId: id, unitId, ...each })))
    .execute()

/** Numbers the candidates of one role in the order given, in one statement. */
export const orderCandidates = (tx: Acting, id: string, order: readonly string[]) =>
  sql`update election_candidate c set ordinal = o.ordinal, version = c.version + 1
    from unnest(${order as string[]}::uuid[]) with ordinality as o (id, ordinal)
    where c.organ_id = (select acting_organ()) and c.election_id = ${id}::uuid and c.id = o.id`.execute(tx)

export const introduceAll = (tx: Acting, id: string, introducedOn: string | null) =>
  tx
    .updateTable('electionCandidate')
    .set((row) => ({ introducedOn, version: row('version', '+', 1) }))
    .where('electionId', '=', id)
    .where('withdrawnOn', 'is', null)
    .execute()

export const withdrawCandidate = (
  tx: Acting,
  candidate: string,
  withdrawn: { withdrawnOn: string; withdrawnReason: string },
) =>
  tx
    .updateTable('electionCandidate')
    .set((row) => ({ ...withdrawn, version: row('version', '+', 1) }))
    .where('id', '=', candidate)
    .execute()

export const removeCandidate = (tx: Acting, candidate: string) =>
  tx.deleteFrom('electionCandidate').where('id', '=', candidate).execute()
