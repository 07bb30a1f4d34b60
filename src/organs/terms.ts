import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Book, Choices } from '../rules/standing.ts'
import { termDays } from '../rules/term.ts'
import type { Term, UnitKind } from './contract.ts'

type Kept = Pick<
  Term,
  'id' | 'unitId' | 'electedOn' | 'endedOn' | 'approvedUntil' | 'approvalNote' | 'version'
>

/** A term with its days by the rules of the unit's own line. Refused where such units have no terms. */
export const withDueDay = (book: Book, choices: Choices, kind: UnitKind, term: Kept): Term | Refusal => {
  const days = termDays(book, choices, kind, term)
  return days
    ? { ...term, ...days }
    : refuse('invalid', '党小组不设届次，不能登记。请选择设委员会或书记的组织。', { field: 'unit' })
}
