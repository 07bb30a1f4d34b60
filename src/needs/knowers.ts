import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Matter } from './matter.ts'

// Who may know of a sensitive matter: few, by name, and for as long as it needs them.

type Known = Pick<Matter, 'ownerId' | 'knowers' | 'state'>

/** Whether she is on the list now. */
export const knowsNow = ({ knowers }: Pick<Matter, 'knowers'>, person: string): boolean =>
  knowers.some(({ personId, until }) => personId === person && until === null)

/** Who asks, and for whom. */
type Asks = { person: string; leads: boolean; whom: string; ground: string | null }

/** Why she may not be let in; null where she may. */
export const letInBarred = (matter: Known, { person, leads, whom, ground }: Asks): Refusal | null => {
  const knows = knowsNow(matter, person)
  if (!knows && !leads)
    return refuse('not-permitted', '准许知悉由已经知悉的人或妇联分管领导来办。请与承办人联系。')
  if (knowsNow(matter, whom)) return refuse('conflict', '这位同志已经在知悉范围内。', { field: 'personId' })
  if (whom === person && ground === null)
    return refuse('invalid', '让自己知悉要选一个理由，会写进打开记录。', { field: 'ground' })
  return null
}

/** Why she may not be left out; null where she may. */
export const leaveOutBarred = (
  matter: Known,
  { person, leads, whom }: Omit<Asks, 'ground'>,
): Refusal | null => {
  if (!knowsNow(matter, person) && !leads)
    return refuse('not-permitted', '停止知悉由已经知悉的人或妇联分管领导来办。请与承办人联系。')
  if (matter.state === 'closed') return null
  if (matter.ownerId === whom) return refuse('conflict', '她是承办人，办理期间必须知悉。请先改派承办人。')
  if (matter.knowers.filter(({ until }) => until === null).length === 1)
    return refuse('conflict', '知悉的只剩这一位，还没有办结。请先准许接手的人知悉。')
  return null
}
