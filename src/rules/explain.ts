import type { Judgment } from '../kernel/outcome.ts'
import { lineFor } from './line.ts'
import type { Check, Fact } from './rule.ts'

/**
 * A judgment in one plain sentence, for pages and minutes:
 * 应到会 29 人，实到会 15 人，依《中国共产党支部工作条例（试行）》第十一条，实到会须达到 15 人：符合。
 */
export const explain = (judgment: Judgment, rule: Check): string => {
  const line = lineFor(rule)
  const measured = rule.facts[line.measured]!
  const numbers = Object.entries(rule.facts).map(([name, fact]) => told(fact, judgment.numbers[name]!))
  const modal = MODAL[rule.hardness]
  const wanted =
    measured.kind === 'yes-no'
      ? `${measured.name}${modal}为${answer(judgment.needed)}`
      : `${measured.name}${modal}${BOUND[line.sense]} ${judgment.needed} ${measured.unit}`
  return `${numbers.join('，')}，依${judgment.citation}，${wanted}：${judgment.holds ? '符合' : '不符合'}。`
}

const MODAL: Record<Judgment['hardness'], string> = { must: '须', default: '一般应', may: '可', aim: '宜' }
const BOUND = { least: '达到', most: '不超过', exactly: '为' }

const answer = (value: number): string => (value === 1 ? '“是”' : '“否”')

const told = (fact: Fact, value: number): string =>
  fact.kind === 'yes-no' ? `${fact.name}：${value === 1 ? '是' : '否'}` : `${fact.name} ${value} ${fact.unit}`
