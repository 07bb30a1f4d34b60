import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'

type Post = { post: string; since: string; until: string | null; personId: string }
type Passing = { toId: string; endsOn: string; beginsOn: string }

/** Why a post cannot pass in this way; null when it can. A unit has one secretary at a time, so hers never overlap. */
export const passingFault = (held: Post, { toId, endsOn, beginsOn }: Passing, today: Day): Refusal | null => {
  if (toId === held.personId)
    return refuse('invalid', '移交人和接任人是同一个人。请另选接任人。', { field: 'toId' })
  if (endsOn < held.since)
    return refuse('invalid', `「任至」早于任职开始的 ${held.since}。请核对日期。`, { field: 'endsOn' })
  if (held.until !== null && endsOn > held.until)
    return refuse('invalid', `这项任职已登记到 ${held.until} 为止。「任至」请填这一天或更早。`, {
      field: 'endsOn',
    })
  if (beginsOn < endsOn || (held.post === 'secretary' && beginsOn === endsOn))
    return refuse('invalid', `「到任」须在移交人任职届满 ${endsOn} 之后。请核对日期。`, { field: 'beginsOn' })
  if (today.until(day(beginsOn), { largestUnit: 'days' }).days > 366)
    return refuse('invalid', '「到任」在一年以后。请核对日期。', { field: 'beginsOn' })
  return null
}
