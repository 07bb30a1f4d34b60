import type { Acting } from '../database/acting.ts'
import { initialsOf } from './initials.ts'
import { insertMembership, insertPerson } from './store.ts'

type Newcomer = {
  name: string
  sex: 'female' | 'male' | null
  phone: string | null
  joinedOn: string | null
  fullOn: string | null
  groupId: string | null
  status: 'full' | 'probationary'
  since: string
  reason: string | null
}

/** One person more on the roster of a branch: herself and her first membership. Whoever calls it forgets grants. */
export const enrol = async (tx: Acting, unitId: string, newcomer: Newcomer): Promise<string> => {
  const { groupId, status, since, reason, ...fields } = newcomer
  const initials = initialsOf(fields.name)
  const personId = await insertPerson(tx, { ...fields, initials, unitId: groupId ?? unitId })
  await insertMembership(tx, { personId, unitId, groupId, status, since, reason })
  return personId
}
