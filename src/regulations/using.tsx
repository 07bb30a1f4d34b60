import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import type { RuleText } from '../ui/WhyPanel.tsx'
import { listRules, type ShownRule } from './contract.ts'

/** The rules of these ids that are in force on the day, as 依据 shows them; empty until they are read. Read once a visit. */
export const useRules = (ids: readonly string[], on?: string): readonly RuleText[] => {
  const { data } = useQuery({
    queryKey: ['rules', on ?? 'today'],
    queryFn: () => call(listRules, { query: { ...(on ? { on } : {}) } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return ids.flatMap((id) => data?.rules.find((rule) => rule.id === id) ?? []).map(asText)
}

const asText = ({ facts, ...rule }: ShownRule): RuleText => ({
  ...rule,
  facts: Object.fromEntries(facts.map(({ name, title, unit }) => [name, { name: title, unit }])),
})
