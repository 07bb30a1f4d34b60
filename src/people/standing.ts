import { COMMITTEE_POSTS, type Post, RIGHTS_POSTS } from '../kernel/access.ts'
import { type Day, day, isAfter, isBefore } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { UnitKind } from '../organs/contract.ts'

/** The posts that a unit of the kind has. A group has its leader and nothing else. */
export const postsIn = (kind: UnitKind): readonly Post[] =>
  kind === 'group' ? ['group-leader'] : [...COMMITTEE_POSTS, ...RIGHTS_POSTS, 'superior', 'operator']

type Unit = { name: string; foundedOn: string }

/** A day on which something began in a unit: not before the unit was founded, not in the future. */
export const beganFault = (since: string, unit: Unit, today: Day): Refusal | null => {
  if (isBefore(day(since), day(unit.foundedOn)))
    return refuse('invalid', `起始日期早于「${unit.name}」成立的 ${unit.foundedOn}。请核对日期。`, {
      field: 'since',
    })
  if (isAfter(day(since), today))
    return refuse('invalid', `起始日期 ${since} 在今天之后。请在当天或之后登记。`, { field: 'since' })
  return null
}

/** The days of joining and of becoming full: in their order, none in the future, none before there was a Party to join. */
export const joiningFault = (
  { joinedOn, fullOn }: { joinedOn: string | null; fullOn: string | null },
  today: Day,
): Refusal | null => {
  for (const [on, field, name] of [
    [joinedOn, 'joinedOn', '入党日期'],
    [fullOn, 'fullOn', '转正日期'],
  ] as const) {
    if (on && (isAfter(day(on), today) || on < '1921-07-01'))
      return refuse('invalid', `${name} ${on} 不在可能的范围内。请核对日期。`, { field })
  }
  if (joinedOn && fullOn && fullOn < joinedOn)
    return refuse('invalid', `转正日期 ${fullOn} 早于入党日期 ${joinedOn}。请核对两个日期。`, {
      field: 'fullOn',
    })
  return null
}
