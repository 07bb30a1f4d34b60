import { OUTCOME_NAMES } from '../needs/contract.ts'
import { type Figure, type Group, groupsOf, wholeOf } from './figures.ts'

/** How many were told what became of their matter, how many of them answered, and what. */
export type ToldCount = {
  feature: 'all' | 'quarter' | 'outcome'
  entry: string
  asked: number
  answered: number
  solved: number
  partlySolved: number
  satisfied: number
  fairlySatisfied: number
}

export type ToldQuestion = {
  id: 'solved' | 'satisfied'
  text: string
  whole: Figure
  byQuarter: Figure[]
  byOutcome: Figure[]
}

const QUESTIONS = [
  {
    id: 'solved',
    text: '事情解决了吗',
    counts: ({ answered, solved, partlySolved }: ToldCount) => [
      { id: 'yes', text: '解决了', count: solved },
      { id: 'partly', text: '解决了一部分', count: partlySolved },
      { id: 'no', text: '没有解决', count: answered - solved - partlySolved },
    ],
  },
  {
    id: 'satisfied',
    text: '对办理满意吗',
    counts: ({ answered, satisfied, fairlySatisfied }: ToldCount) => [
      { id: 'yes', text: '满意', count: satisfied },
      { id: 'fair', text: '一般', count: fairlySatisfied },
      { id: 'no', text: '不满意', count: answered - satisfied - fairlySatisfied },
    ],
  },
] as const

const NOBODY = {
  entry: '',
  asked: 0,
  answered: 0,
  solved: 0,
  partlySolved: 0,
  satisfied: 0,
  fairlySatisfied: 0,
}

/** The answers of those who were told, of all and by one feature at a time, small groups kept back. */
export const toldQuestions = (
  counts: readonly ToldCount[],
  quarters: number,
  threshold: number,
): ToldQuestion[] => {
  const all = counts.find(({ feature }) => feature === 'all') ?? { feature: 'all' as const, ...NOBODY }
  const ofQuarter = (at: number): ToldCount =>
    counts.find(({ feature, entry }) => feature === 'quarter' && entry === `Q${at}`) ?? {
      feature: 'quarter',
      ...NOBODY,
      entry: `Q${at}`,
    }
  const quartersOf = Array.from({ length: quarters }, (_, at) => ofQuarter(at + 1))
  const outcomes = counts.filter(({ feature }) => feature === 'outcome')
  return QUESTIONS.map(({ id, text, counts: countsOf }) => {
    const group = (count: ToldCount, label: string): Group => ({
      entry: count.entry,
      label,
      asked: count.asked,
      answered: count.answered,
      counts: countsOf(count),
    })
    return {
      id,
      text,
      whole: wholeOf(group(all, '全部已告知的'), threshold),
      byQuarter: groupsOf(
        quartersOf.map((count) => group(count, `${QUARTERS[count.entry]}告知的`)),
        threshold,
      ),
      byOutcome: groupsOf(
        outcomes.map((count) => group(count, OUTCOMES[count.entry] ?? '')),
        threshold,
      ),
    }
  })
}

const QUARTERS: Readonly<Record<string, string>> = { Q1: '一季度', Q2: '二季度', Q3: '三季度', Q4: '四季度' }
const OUTCOMES: Readonly<Record<string, string>> = { ...OUTCOME_NAMES, open: '重新办理中' }
