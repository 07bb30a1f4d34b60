import type { Figure, ShownRound } from './contract.ts'

/** 63%—95%, the ends rounded outward. */
export const rangeWords = ({ least, most }: { least: number; most: number }): string => `${least}%—${most}%`

/** 问了 40 人，31 人回答，9 人没有回答（23%）. */
export const askedWords = (
  { asked, answered }: Pick<Figure, 'asked' | 'answered'>,
  threshold: number,
): string => {
  if (asked === null || answered === null) return `回答不足 ${threshold} 人，或显示后能推算出别组，不显示。`
  const silent = asked - answered
  return `问了 ${asked} 人，${answered} 人回答，${silent} 人没有回答（${Math.round((silent * 100) / asked)}%）。`
}

/** What a round has come to, in one line. */
export const roundWords = (
  round: Pick<ShownRound, 'closedOn' | 'answered' | 'asked'>,
  threshold: number,
): string => {
  if (round.closedOn === null) return `进行中，发出 ${round.asked} 份；结束以后才显示结果`
  return round.answered === null
    ? `发出 ${round.asked} 份，收回不足 ${threshold} 份，不显示，回答已销毁`
    : `发出 ${round.asked} 份，收回 ${round.answered} 份`
}

/** What stands for a count that is kept back. */
export const KEPT_BACK = '隐'

export const cellWords = (count: number | null): string => (count === null ? KEPT_BACK : String(count))
