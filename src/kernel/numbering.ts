const DIGITS = '一二三四五六七八九'
const NUMERALS = /[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g
const collator = new Intl.Collator('zh', { numeric: true })

/** Orders names by the numbers written in them: 第一党小组, 第二党小组, 第十党小组, 第十一党小组; else as dictionaries do. */
export const byNumber = (one: string, other: string): number =>
  collator.compare(inFigures(one), inFigures(other))

const inFigures = (name: string): string =>
  name.replaceAll(NUMERALS, (numeral) => {
    const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral]
    return String((tens === '' ? 1 : digit(tens)) * 10 + digit(ones))
  })

const digit = (numeral = ''): number => (numeral === '' ? 0 : DIGITS.indexOf(numeral) + 1)
