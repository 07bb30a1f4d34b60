import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { InOffice } from './chair.ts'
import type { Gathering, Matter, Motion, Officer, Seat } from './gathering.ts'

type OfElection = { id: string; unitId: string }

/** What is said of a meeting before it: when, where, who chairs. */
export type GatheringPlan = Pick<
  Gathering,
  'heldOn' | 'startsAt' | 'place' | 'guests' | 'hostId' | 'hostName' | 'recorderName'
>

export const insertGathering = async (
  tx: Acting,
  { id, unitId }: OfElection,
  plan: GatheringPlan & Pick<Gathering, 'body' | 'ordinal'>,
): Promise<string> => {
  const { id: gathering } = await tx
    .insertInto('electionGathering')
    .values({ electionId: id, unitId, ...plan })
    .returning('id')
    .executeTakeFirstOrThrow()
  return gathering
}

type Change = Partial<GatheringPlan & Pick<Gathering, 'endsAt' | 'closedOn' | 'failedReason'>> & {
  openedAt?: string | null
}

export const changeGathering = (tx: Acting, gathering: string, change: Change) =>
  tx
    .updateTable('electionGathering')
    .set((given) => ({ ...change, version: given('version', '+', 1) as never }))
    .where('id', '=', gathering)
    .execute()

/** Freezes the list of a meeting. */
export const insertSeats = (
  tx: Acting,
  { id, unitId }: OfElection,
  gathering: string,
  seats: readonly Omit<Seat, 'id' | 'state' | 'reason'>[],
) =>
  tx
    .insertInto('electionSeat')
    .values(seats.map((seat) => ({ ...seat, gatheringId: gathering, electionId: id, unitId })))
    .execute()

/** Takes the list back, and with it what was entered upon it. */
export const removeSeats = async (tx: Acting, gathering: string): Promise<void> => {
  await tx.deleteFrom('electionSeat').where('gatheringId', '=', gathering).execute()
  await tx.deleteFrom('electionOfficer').where('gatheringId', '=', gathering).execute()
  await tx.deleteFrom('electionMotion').where('gatheringId', '=', gathering).execute()
}

/** Who came, who excused herself, who did not come: all that is told, in one statement. */
export const stateSeats = async (
  tx: Acting,
  gathering: string,
  stated: readonly Pick<Seat, 'id' | 'state' | 'reason'>[],
): Promise<void> => {
  await sql`
    update election_seat s set state = t.state, reason = t.reason
    from jsonb_to_recordset(${JSON.stringify(stated)}::jsonb) as t(id uuid, state text, reason text)
    where s.organ_id = (select acting_organ()) and s.gathering_id = ${gathering}::uuid and s.id = t.id`.execute(
    tx,
  )
}

/** Who left the base, or came back to it, by the vote on exclusions. */
export const settleSeats = async (
  tx: Acting,
  gathering: string,
  settled: readonly Pick<Seat, 'id' | 'entitled' | 'because'>[],
): Promise<void> => {
  await sql`
    update election_seat s set entitled = t.entitled, because = t.because
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as t(id uuid, entitled boolean, because text)
    where s.organ_id = (select acting_organ()) and s.gathering_id = ${gathering}::uuid and s.id = t.id`.execute(
    tx,
  )
}

export const putMotion = (tx: Acting, { id, unitId }: OfElection, gathering: string, motion: Motion) => {
  const { matter, ...told } = motion
  return tx
    .insertInto('electionMotion')
    .values({ gatheringId: gathering, electionId: id, unitId, matter, ...told })
    .onConflict((conflict) => conflict.columns(['organId', 'gatheringId', 'matter']).doUpdateSet(told))
    .execute()
}

export const removeMotion = (tx: Acting, gathering: string, matter: Matter) =>
  tx
    .deleteFrom('electionMotion')
    .where('gatheringId', '=', gathering)
    .where('matter', '=', matter)
    .executeTakeFirst()

/** Puts other people in the places of scrutineers and tellers. */
export const replaceOfficers = async (
  tx: Acting,
  { id, unitId }: OfElection,
  gathering: string,
  officers: readonly Omit<Officer, 'id'>[],
): Promise<void> => {
  await tx.deleteFrom('electionOfficer').where('gatheringId', '=', gathering).execute()
  if (officers.length > 0)
    await tx
      .insertInto('electionOfficer')
      .values(officers.map((each) => ({ ...each, gatheringId: gathering, electionId: id, unitId })))
      .execute()
}

/** Who was on the committee of the unit on a day, the secretary first. */
export const inOfficeOn = async (tx: Acting, unit: string, on: string): Promise<InOffice[]> => {
  const posts = COMMITTEE_POSTS as unknown as string[]
  const { rows } = await sql<InOffice>`
    select o.person_id, p.name, o.post
    from post o join person p on p.organ_id = o.organ_id and p.id = o.person_id
    where o.organ_id = (select acting_organ()) and o.unit_id = ${unit}::uuid and o.post = any(${posts}::text[])
      and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)
    order by array_position(${posts}::text[], o.post), o.person_id`.execute(tx)
  return rows
}
