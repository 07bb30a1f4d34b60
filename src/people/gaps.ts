import type { Post } from '../kernel/access.ts'
import type { UnitKind } from '../organs/contract.ts'

/** A post that ought to be held and is not, with the rules that ask for it. */
export type Gap = { post: Post; rules: readonly string[] }

/**
 * The vacant posts of a unit. A branch of seven full members or more has a committee with four fields of work (支部工作条例
 * art. 20); every branch and general branch of an organ has a secretary and a discipline member. `full` is null where the count is not known: then only
 * what holds for every branch is asked.
 */
export const gapsOf = (kind: UnitKind, full: number | null, held: readonly Post[]): Gap[] =>
  asked(kind, full).filter(({ post }) => !held.includes(post))

const SECRETARY: Gap = { post: 'secretary', rules: ['secretary.one'] }
const DISCIPLINE: Gap = { post: 'discipline', rules: ['discipline.member'] }
const FIELDS: readonly Gap[] = [
  { post: 'organization', rules: ['committee.posts', 'committee.required'] },
  { post: 'publicity', rules: ['committee.posts', 'committee.required'] },
]

const asked = (kind: UnitKind, full: number | null): readonly Gap[] => {
  if (kind === 'general-branch') return [SECRETARY, DISCIPLINE]
  if (kind !== 'branch') return []
  return full !== null && full >= 7 ? [SECRETARY, ...FIELDS, DISCIPLINE] : [SECRETARY, DISCIPLINE]
}
