import { day } from '../kernel/day.ts'
import type { NeedLine } from './contract.ts'

/** How near the day is that something is due: said by a word and a shape, never by colour alone. */
export type Nearness = 'overdue' | 'near' | 'later' | 'none'

const NEAR_DAYS = 3

export const nearnessOf = ({ dueOn, state }: Pick<NeedLine, 'dueOn' | 'state'>, today: string): Nearness => {
  if (dueOn === null || state === 'closed') return 'none'
  if (dueOn < today) return 'overdue'
  return daysTo(dueOn, today) <= NEAR_DAYS ? 'near' : 'later'
}

/** 逾期 3 天, 今天到期, 还有 2 天. */
export const dueWords = (line: Pick<NeedLine, 'dueOn' | 'state'>, today: string): string => {
  if (line.dueOn === null || line.state === 'closed') return '没有期限'
  const days = daysTo(line.dueOn, today)
  if (days < 0) return `逾期 ${-days} 天`
  return days === 0 ? '今天到期' : `还有 ${days} 天`
}

const daysTo = (on: string, today: string): number => day(today).until(day(on), { largestUnit: 'days' }).days
