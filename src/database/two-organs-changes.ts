import type { Acting } from './acting.ts'

type Plant = (table: string, key: string, person?: string | null) => void

/** One of each record of members' changes and of care in a unit, about somebody of its own. */
export const changeRecords = async (tx: Acting, unitId: string, plant: Plant) => {
  const person = crypto.randomUUID()
  await tx.insertInto('person').values({ id: person, name: '某人', unitId }).execute()
  plant('person', person, person)
  const whom = { unitId, personId: person, personName: '某人' }

  const probation = crypto.randomUUID()
  await tx
    .insertInto('probation')
    .values({ id: probation, ...whom, beganOn: '2025-11-25', endsOn: '2026-11-25' })
    .execute()
  plant('probation', probation, person)

  const transfer = crypto.randomUUID()
  const going = { toUnit: '某街道', reason: 'work', appliedOn: '2026-04-01', duesMonth: '2026-04-01' }
  await tx
    .insertInto('transferOut')
    .values({ id: transfer, ...whom, status: 'full', ...going })
    .execute()
  plant('transfer_out', transfer, person)
  const letter = crypto.randomUUID()
  const numbered = { year: 2026, number: 1, issuedOn: '2026-04-02', validDays: 90 }
  await tx
    .insertInto('introductionLetter')
    .values({ id: letter, unitId, transferId: transfer, ...numbered })
    .execute()
  plant('introduction_letter', letter, person)

  const arrival = crypto.randomUUID()
  const brought = { letterOn: '2026-03-01', validDays: 90, broughtOn: '2026-03-10', acceptedOn: '2026-03-10' }
  await tx
    .insertInto('transferIn')
    .values({ id: arrival, unitId, name: '某人', fromUnit: '某局', personId: person, ...brought })
    .execute()
  plant('transfer_in', arrival, person)

  const floating = crypto.randomUUID()
  const away = { direction: 'away', place: '省城', reason: 'work', since: '2026-05-01' }
  await tx
    .insertInto('floating')
    .values({ id: floating, ...whom, ...away })
    .execute()
  plant('floating', floating, person)
  await tx
    .insertInto('floatingContact')
    .values({ floatingId: floating, unitId, lastOn: '2026-05-10', byName: '某人' })
    .execute()
  plant('floating_contact', floating)

  const visit = crypto.randomUUID()
  await tx
    .insertInto('careVisit')
    .values({ id: visit, ...whom, year: 2026, occasion: 'hardship', content: Buffer.from('sealed') })
    .execute()
  plant('care_visit', visit)
}
