import type { Rule, Source } from './rule.ts'

const DIGITS = '零一二三四五六七八九'

/** Chinese numerals up to 999: 7 → 七, 12 → 十二, 105 → 一百零五. */
export const numeral = (number: number): string => {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : ''
  const tail = ones > 0 ? DIGITS[ones] : ''
  if (tens === 0) return head + (head && tail ? `零${tail}` : tail) || DIGITS[0]!
  return `${head}${tens === 1 && !head ? '' : DIGITS[tens]}十${tail}`
}

/** The clause as people cite it: 《中国共产党支部工作条例（试行）》第十一条第二款. */
export const citationOf = (rule: Pick<Rule, 'source' | 'paragraph' | 'item'>): string =>
  titled(rule.source) +
  articles(rule.source.article) +
  (rule.paragraph ? `第${numeral(rule.paragraph)}款` : '') +
  (rule.item ? `第${numeral(rule.item)}项` : '')

const titled = ({ form, title }: Source): string =>
  form === 'regulation' || form === 'plan' ? `《${title}》` : title

const articles = (article: string | undefined): string => {
  if (article === undefined) return ''
  const [first, last] = article.split('-').map(Number)
  return `第${numeral(first!)}条${last === undefined ? '' : `至第${numeral(last)}条`}`
}
