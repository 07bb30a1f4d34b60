import type { Settled } from '../rules/parameters.ts'

/** To whom requests of members go, by the organ's own choice of the chain; where that is a unit above, by its name. */
export const superiorOf = (settled: Settled, above: string | null): string | null => {
  const chain = settled['org.superiorChain'] ?? 'leading-body'
  if (chain === 'general-branch') return above
  return chain === 'committee-unit' ? '机关党委' : '市级机关工委'
}
