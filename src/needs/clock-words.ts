import { day, readable } from '../kernel/day.ts'
import type { ShownClock } from './clock-contract.ts'

/** Till when, and how far that is, in words. */
export const dayWords = ({
  state,
  lastOn,
  keptOn,
  daysLeft,
}: Pick<ShownClock, 'state' | 'lastOn' | 'keptOn' | 'daysLeft'>): string => {
  if (state === 'paused' || lastOn === null) return '暂停中'
  const last = readable(day(lastOn))
  if (keptOn !== null)
    return `${readable(day(keptOn))}办到${state === 'kept-late' ? `，晚于期限（${last}）` : ''}`
  const left = daysLeft ?? 0
  if (left < 0) return `应在${last}前，已过 ${-left} 天`
  return left === 0 ? `最后一天是今天` : `最后一天${last}，还有 ${left} 天`
}
