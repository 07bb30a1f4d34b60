import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { PASSES, Round } from './gathering.ts'

type Pass = (typeof PASSES)[number]
type Kept = { pass: string; finished: boolean; begunBy: string | null; tellerName: string }

// Two readings are independent: whoever enters one does not see the other before both are finished.

/** Whoever stands on the ballot does not read it. */
export const standsHerself = ({ names }: Pick<Round, 'names'>, person: string): Refusal | undefined =>
  names.some(({ personId }) => personId === person)
    ? refuse(
        'not-permitted',
        '您是这次投票的候选人，不能读票、核对。请由不是候选人的人用自己的账号登录录入，或者改按总数计票。',
      )
    : undefined

/** One person enters the second pass only after she has finished the first. */
export const unfinishedOwn = (readings: readonly Kept[], pass: Pass, person: string): Refusal | undefined => {
  const other = readings.find((each) => each.pass !== pass && each.begunBy === person && !each.finished)
  return other
    ? refuse(
        'conflict',
        `您正在录${other.tellerName}读的另一遍，两遍不能由同一人同时录。请先结束那一遍，或由另一人用自己的账号录这一遍。`,
      )
    : undefined
}

/** A pass is opened and written by whoever began it, until both are finished; hers is closed to her while she enters the other. */
export const notHersToOpen = (readings: readonly Kept[], pass: Pass, person: string): Refusal | undefined => {
  if (readings.length === 2 && readings.every(({ finished }) => finished)) return undefined
  const own = readings.find((each) => each.pass === pass)
  return own && own.begunBy !== null && own.begunBy !== person
    ? refuse(
        'not-permitted',
        '这一遍由另一人录入，两遍都结束前只有她能打开。她不能继续的，请先在“计票”里作废这一遍，再由您重新开始。',
      )
    : unfinishedOwn(readings, pass, person)
}
