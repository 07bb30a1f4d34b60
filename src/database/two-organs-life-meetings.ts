import type { Acting } from './acting.ts'

type Plant = (table: string, key: string, person?: string | null) => void

/** A round of 组织生活会 with a row in those of its tables that follow a unit's rights and hold nothing sealed. */
export const lifeRecords = async (
  tx: Acting,
  unitId: string,
  person: string,
  plant: Plant,
): Promise<void> => {
  const round = crypto.randomUUID()
  const opened = { forYear: 2026, form: 'members', topic: '主题' }
  await tx
    .insertInto('lifeRound')
    .values({ id: round, unitId, ...opened })
    .execute()
  const child = { roundId: round, unitId }
  await tx
    .insertInto('lifeCheck')
    .values({ ...child, content: '查摆' })
    .execute()
  plant('life_check', round)
  const problem = crypto.randomUUID()
  const found = { ordinal: 1, about: 'branch', problem: '通知太晚', ownerId: person, ownerName: '某同志' }
  await tx
    .insertInto('lifeProblem')
    .values({ id: problem, ...child, ...found })
    .execute()
  plant('life_problem', problem, person)
}
