import { type DatedDay, surelyBefore } from './dated.ts'
import type { Doubt } from './roster.ts'

export type DaysOfLife = { birth: DatedDay | null; joined: DatedDay | null; becameFull: DatedDay | null }

/** Which of a member's days contradict each other (reasons) or are unusual enough to ask (doubts). */
export const judgeDays = (
  { birth, joined, becameFull }: DaysOfLife,
  today: DatedDay,
): { doubts: Doubt[]; reasons: string[] } => {
  const doubts: Doubt[] = []
  const reasons: string[] = []
  if (birth && joined && !surelyBefore(birth, joined)) reasons.push('出生日期不早于入党时间')
  else if (birth && joined && surelyBefore(joined, years(birth, 18))) {
    doubts.push({ field: 'joined', message: '入党时不满 18 周岁（党章第一条），请核对' })
  }
  if (joined && becameFull && surelyBefore(becameFull, joined)) reasons.push('转正时间早于入党时间')
  else if (joined && becameFull && isUnordered(joined, becameFull)) {
    doubts.push({ field: 'becameFull', message: '转正时间只写到月，与入党在同一个月，没有收' })
  } else if (joined && becameFull && isShortProbation(joined, becameFull)) {
    doubts.push({ field: 'becameFull', message: '入党到转正不满一年，请核对' })
  }
  if (birth && surelyBefore(today, birth)) reasons.push('出生日期还没有到')
  if (joined && surelyBefore(today, joined))
    doubts.push({ field: 'joined', message: '入党时间还没有到，请核对' })
  return { doubts, reasons }
}

/** A month that holds the other's day: neither is surely first, and kept as its first day it would stand before. */
export const isUnordered = (joined: DatedDay, becameFull: DatedDay): boolean =>
  !surelyBefore(becameFull, joined) && becameFull.on < joined.on

/** Probation was abolished in 1969 and restored by the Party constitution of August 1977. */
const PROBATION_RESTORED = '1977-08-18'

/** Registers often close the year on the day before its anniversary: a week is allowed. */
const isShortProbation = (joined: DatedDay, becameFull: DatedDay): boolean => {
  if (joined.on < PROBATION_RESTORED) return false
  const anniversary = years(joined, 1)
  if (becameFull.on >= anniversary.on) return false
  const allowed = joined.precision === 'month' ? anniversary.on : weekBefore(anniversary.on)
  return surelyBefore(becameFull, { ...anniversary, on: allowed })
}

const weekBefore = (on: string): string =>
  new Date(Date.parse(`${on.replace('-02-29', '-02-28')}T00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10)

/** The same day so many years on; a 29 February that does not exist still sorts between its neighbours. */
const years = ({ on, precision }: DatedDay, more: number): DatedDay => ({
  on: `${Number(on.slice(0, 4)) + more}${on.slice(4)}`,
  precision,
})
