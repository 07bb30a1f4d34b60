import type { ShownRule } from './contract.ts'

/** What the rules page is narrowed to; `all` leaves a side open. */
export type Filter = { kind: string; regulation: string; confidence: string }

export const KINDS = [
  { value: 'duty', label: '应做事项' },
  { value: 'check', label: '判定' },
  { value: 'limit', label: '期限' },
  { value: 'guidance', label: '提示' },
]

export const filtered = (
  rules: readonly ShownRule[],
  { kind, regulation, confidence }: Filter,
): ShownRule[] => {
  const fits = (wanted: string, value: string) => wanted === 'all' || wanted === value
  return rules.filter(
    (rule) => fits(kind, rule.kind) && fits(regulation, rule.regulation) && fits(confidence, rule.confidence),
  )
}

/** Each regulation once, in the order met. */
export const regulationsOf = (rules: readonly ShownRule[]): { value: string; label: string }[] =>
  [...new Set(rules.map(({ regulation }) => regulation))].map((title) => ({ value: title, label: title }))
