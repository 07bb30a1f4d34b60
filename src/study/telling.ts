import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Told } from './contract.ts'
import { hoursOf } from './hours.ts'
import { isTraining } from './kinds.ts'

// What a session as told may be, before anything is asked of the database.

const LONGEST_DAYS = 400

/** What is wrong with what was told, with the field and the remedy; null where nothing is. */
export const faultOf = (
  told: Pick<Told, 'kind' | 'heldOn' | 'untilOn' | 'audience' | 'groupId' | 'personIds' | 'level'>,
  today: string,
): Refusal | null => {
  const { kind, heldOn, untilOn, audience, groupId, personIds, level } = told
  const last = untilOn ?? heldOn
  if (last > today)
    return refuse('invalid', `${last} 在今天之后。请先列入学习计划，学过以后再登记。`, {
      field: untilOn === null ? 'heldOn' : 'untilOn',
    })
  if (last < heldOn) return refuse('invalid', '结束日期早于开始日期。请改正其中一个。', { field: 'untilOn' })
  if (daysBetween(heldOn, last) > LONGEST_DAYS)
    return refuse('invalid', '起止相隔一年以上。请检查年份。', { field: 'untilOn' })
  if (audience === 'group' && groupId === null)
    return refuse('invalid', '请选择是哪个党小组。', { field: 'groupId' })
  if (audience === 'named' && personIds.length === 0)
    return refuse('invalid', '请选择参加的人员。', { field: 'personIds' })
  if (!isTraining(kind) && level !== 'own' && level !== 'superior')
    return refuse('invalid', '县级以上党组织举办的，请把类型选为集中培训或任职培训。', { field: 'kind' })
  return null
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

export type Expected = { personId: string; name: string }

/** Everyone expected with whether she took part and her hours; a refusal where the exceptions name somebody else. */
export const attendeesOf = (
  circle: readonly Expected[],
  { absentIds, ownHours, hours }: Pick<Told, 'absentIds' | 'ownHours' | 'hours'>,
) => {
  const known = new Set(circle.map(({ personId }) => personId))
  if (circle.length === 0)
    return refuse('invalid', '那一天没有应参加的人员。请检查日期和范围。', { field: 'audience' })
  if (absentIds.some((id) => !known.has(id)))
    return refuse('invalid', '未参加人员里有人不在应参加的范围。请重新选择。', { field: 'absentIds' })
  const absent = new Set(absentIds)
  const taking = circle.filter(({ personId }) => !absent.has(personId))
  if (taking.length === 0)
    return refuse('invalid', '没有人参加，就没有可登记的学习。请检查未参加人员。', { field: 'absentIds' })
  if (ownHours.some(({ personId }) => !known.has(personId) || absent.has(personId)))
    return refuse('invalid', '另记学时的人里有人没有参加。请重新选择。', { field: 'ownHours' })
  return circle.map(({ personId, name }) => ({
    personId,
    name,
    tookPart: !absent.has(personId),
    hours: absent.has(personId) ? null : hoursOf(hours, ownHours, personId),
  }))
}

// The grace of the duties that hours go to; see study.member-hours.
const GRACE_DAYS = 15

export const isLate = (lastDay: string, recordedOn: string): boolean =>
  daysBetween(lastDay, recordedOn) > GRACE_DAYS
