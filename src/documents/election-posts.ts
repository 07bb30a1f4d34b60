import type { PaperFacts, PaperRole } from './election-facts.ts'

/** How posts and voters are called in one line of organisations. */
type ElectionWords = Readonly<Record<PaperRole, string>> & {
  voters: string
  meeting: string
  committee: string
}

/** What the heads of each line of organisations are called. */
export const HEAD_TITLES = {
  party: { secretary: '书记', 'deputy-secretary': '副书记' },
  federation: { secretary: '主席', 'deputy-secretary': '副主席' },
  'women-committee': { secretary: '主任', 'deputy-secretary': '副主任' },
  union: { secretary: '主席', 'deputy-secretary': '副主席' },
} as const

const PARTY: ElectionWords = {
  ...HEAD_TITLES.party,
  member: '委员',
  voters: '有选举权的党员',
  meeting: '党员大会',
  committee: '委员会',
}

const FEDERATION: ElectionWords = {
  ...HEAD_TITLES.federation,
  member: '执行委员',
  voters: '有选举权的代表',
  meeting: '代表大会',
  committee: '执行委员会',
}

const WOMEN: ElectionWords = {
  ...FEDERATION,
  ...HEAD_TITLES['women-committee'],
  member: '委员',
  voters: '有选举权的妇女',
  meeting: '妇女大会',
  committee: '委员会',
}

const UNION: ElectionWords = {
  ...PARTY,
  ...HEAD_TITLES.union,
  voters: '有选举权的会员',
  meeting: '会员（代表）大会',
}

type Of = Pick<PaperFacts, 'unitKind' | 'line'>

/** The words of the unit's own line: none borrows from another. */
export const electionWords = ({ unitKind, line }: Of): ElectionWords => {
  if (unitKind === 'women-committee') return WOMEN
  return { party: PARTY, federation: FEDERATION, union: UNION }[line]
}

/** 第一党支部委员会, 市妇联执行委员会: the elected body by its whole name, no word said twice. */
export const committeeOf = (facts: Of & Pick<PaperFacts, 'unitName'>): string =>
  /(委员会|妇委会)$/.test(facts.unitName) ? facts.unitName : facts.unitName + electionWords(facts).committee

/** 分工, as the committee divides it. */
export const DUTY_WORDS = {
  organization: '组织',
  publicity: '宣传',
  discipline: '纪检',
  'united-front': '统战',
  'mass-work': '群团',
  youth: '青年',
} as const
export const dutyWords = (duties: readonly string[]): string =>
  duties.map((duty) => DUTY_WORDS[duty as keyof typeof DUTY_WORDS] ?? duty).join('、')

/** What a result holds: her title where one was recorded, else the post she was elected to. */
export const postOf = (
  facts: Of,
  { title, head }: { title: string | null; head: 'secretary' | 'deputy-secretary' | null },
): string => title ?? electionWords(facts)[head ?? 'member']
