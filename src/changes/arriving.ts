import type { Day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'

type Unit = { name: string; kind: string; foundedOn: string }
type Arriving = {
  letterOn: string
  broughtOn: string
  acceptedOn: string
  joinedOn: string | null
  fullOn: string | null
}

/** The days of an arrival in their order, none in the future; and a branch to arrive in. */
export const arrivalFault = (
  { letterOn, broughtOn, acceptedOn, joinedOn, fullOn }: Arriving,
  unit: Unit,
  today: Day,
): Refusal | null => {
  if (unit.kind !== 'branch')
    return refuse('invalid', `党员编入党支部，「${unit.name}」不是党支部。请选择党支部。`, { field: 'unit' })
  if (broughtOn < letterOn)
    return refuse('invalid', `介绍信 ${letterOn} 才开出，不会在 ${broughtOn} 交来。请核对日期。`, {
      field: 'broughtOn',
    })
  if (acceptedOn < broughtOn || acceptedOn > today.toString())
    return refuse('invalid', `办理的日子应在交来的 ${broughtOn} 至今天之间。`, { field: 'acceptedOn' })
  if (acceptedOn < unit.foundedOn)
    return refuse('invalid', `「${unit.name}」${unit.foundedOn} 才成立。请核对日期。`, {
      field: 'acceptedOn',
    })
  if (joinedOn !== null && (joinedOn > acceptedOn || joinedOn < '1921-07-01'))
    return refuse('invalid', `入党日期 ${joinedOn} 不在可能的范围内。请核对日期。`, { field: 'joinedOn' })
  if (fullOn !== null && (fullOn > acceptedOn || (joinedOn !== null && fullOn < joinedOn)))
    return refuse('invalid', `转正日期 ${fullOn} 不在可能的范围内。请核对日期。`, { field: 'fullOn' })
  return null
}
