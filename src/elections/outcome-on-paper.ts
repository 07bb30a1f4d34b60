import type { Outcome } from '../ballots/outcome.ts'
import type { Round } from './gathering.ts'

/** The judgment of a closed round as papers print it: people by the names on the ballot in place of the keys they were counted by. */
export const outcomeOnPaper = ({ outcome, names }: Pick<Round, 'outcome' | 'names'>): Outcome | null => {
  if (outcome === null) return null
  const kept = outcome as Outcome
  const named = new Map(names.map(({ id, name }) => [id, name]))
  const nameOf = (key: string): string => named.get(key) ?? key
  return {
    ...kept,
    votes: Object.fromEntries(Object.entries(kept.votes).map(([key, votes]) => [nameOf(key), votes])),
    elected: kept.elected.map(nameOf),
    runoff: kept.runoff && { ...kept.runoff, among: kept.runoff.among.map(nameOf) },
    because: kept.because.map((reason) =>
      reason.person === undefined ? reason : { ...reason, person: nameOf(reason.person) },
    ),
  }
}
