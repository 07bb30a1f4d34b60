const DIGITS = '一二三四五六七八九'

/**
 * One step of a unit's path in its tree. Paths are what rosters and trees are ordered by, so a numbered unit's number comes
 * first: 第二党小组 before 第十党小组, and both before those without a number. The id keeps the units of an organ apart.
 */
export const stepOf = (id: string, name: string): string =>
  `${String(ordinalIn(name)).padStart(4, '0')}${id.replaceAll('-', '').slice(0, 12)}`

const UNNUMBERED = 9999

/** The number in 第十二党小组 or 3支部; below ten thousand, since no one numbers more units than that. */
const ordinalIn = (name: string): number => {
  const arabic = /\d{1,4}/.exec(name)
  if (arabic) return Number(arabic[0])
  const chinese = /第([一二三四五六七八九]?十?[一二三四五六七八九]?)/.exec(name)?.[1]
  if (!chinese) return UNNUMBERED
  const [tens, ones] = chinese.includes('十') ? chinese.split('十') : ['', chinese]
  const ten = chinese.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens ?? '') + 1) : 0
  return ten * 10 + DIGITS.indexOf(ones || '零') + 1
}
