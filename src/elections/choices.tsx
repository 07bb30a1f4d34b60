import type { PersonChoice } from '../ui/choosing.ts'
import type { Candidates } from './candidate-contract.ts'

/** Those of the roster who may be elected, as pickers offer them. */
export const choicesOf = (
  people: Candidates['people'],
  without: readonly (string | null)[] = [],
): PersonChoice[] =>
  people
    .filter(({ id, votes }) => votes && !without.includes(id))
    .map(({ group, id, name, initials }) => ({ id, name, initials, ...(group ? { group } : {}) }))
