import type { Acting } from './acting.ts'

type Plant = (table: string, key: string, person?: string | null) => void

/** One of each record of an election in a unit. */
export const electionRecords = async (tx: Acting, unitId: string, plant: Plant) => {
  const whole = { unitId, name: '某人' }
  const person = crypto.randomUUID()
  await tx
    .insertInto('person')
    .values({ id: person, ...whole })
    .execute()
  plant('person', person, person)
  const personId = person
  const electionId = crypto.randomUUID()
  await tx
    .insertInto('election')
    .values({ id: electionId, unitId, kind: 'renewal', form: 'committee', seats: 3 })
    .execute()
  plant('election', electionId)
  const of = { electionId, unitId }
  await tx
    .insertInto('electionStep')
    .values({ ...of, step: 'decision', doneOn: '2026-01-05' })
    .execute()
  plant('election_step', electionId)
  await tx
    .insertInto('electionExclusion')
    .values({ ...of, personId, name: '某人', ground: 'away', reason: '借调外地' })
    .execute()
  plant('election_exclusion', electionId)
  await tx
    .insertInto('electionDelegate')
    .values({ ...of, name: '某代表' })
    .execute()
  plant('election_delegate', electionId)
  await tx
    .insertInto('electionNomination')
    .values({
      ...of,
      groupId: unitId,
      groupName: '某小组',
      heldOn: '2026-02-01',
      entitled: 5,
      present: 4,
    })
    .execute()
  plant('election_nomination', electionId)
  await tx
    .insertInto('electionNominee')
    .values({ ...of, groupId: unitId, personId, name: '某人', support: 4 })
    .execute()
  plant('election_nominee', electionId)
  const candidateId = crypto.randomUUID()
  await tx
    .insertInto('electionCandidate')
    .values({ ...of, id: candidateId, role: 'member', personId, name: '某人', proposedOn: '2026-02-10' })
    .execute()
  plant('election_candidate', candidateId)
  const gatheringId = crypto.randomUUID()
  await tx
    .insertInto('electionGathering')
    .values({ ...of, id: gatheringId, body: 'members', heldOn: '2026-03-20' })
    .execute()
  plant('election_gathering', gatheringId)
  const at = { ...of, gatheringId }
  await tx
    .insertInto('electionSeat')
    .values({ ...at, personId, name: '某人', entitled: true })
    .execute()
  plant('election_seat', gatheringId)
  const tellerId = crypto.randomUUID()
  await tx
    .insertInto('electionOfficer')
    .values({ ...at, id: tellerId, role: 'teller', name: '某人' })
    .execute()
  plant('election_officer', gatheringId)
  const votes = { entitled: 5, present: 5, approve: 5, oppose: 0, abstain: 0 }
  await tx
    .insertInto('electionMotion')
    .values({ ...at, matter: 'method', ...votes, passed: true })
    .execute()
  plant('election_motion', gatheringId)
  const roundId = crypto.randomUUID()
  await tx
    .insertInto('electionRound')
    .values({ ...at, id: roundId, role: 'member', seats: 3 })
    .execute()
  plant('election_round', roundId)
  await tx
    .insertInto('electionName')
    .values({ ...of, roundId, ordinal: 1, name: '某人', candidateId })
    .execute()
  plant('election_name', roundId)
  await tx
    .insertInto('electionReading')
    .values({
      ...of,
      roundId,
      pass: 'first',
      tellerId,
      tellerName: '某人',
      content: Buffer.from('sealed'),
    })
    .execute()
  plant('election_reading', roundId)
  await tx
    .insertInto('electionResult')
    .values({ ...of, personId, name: '某人', ordinal: 1 })
    .execute()
  plant('election_result', electionId)
}
