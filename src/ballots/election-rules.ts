import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Check, Rule } from '../rules/rule.ts'

/** What a rule decides in an election: the last part of its id, the same in every family. */
export const ROLES = [
  'quorum',
  'surplus',
  'validity',
  'ballot',
  'abstainer-write-in',
  'majority',
  'elected-most',
  'runoff',
  'shortfall',
] as const
export type Role = (typeof ROLES)[number]

/** The rules of an election by what they decide, as they stand for its unit on its day. A role without a rule is not judged. */
export type ElectionRules = Readonly<Partial<Record<Role, Check>>>

/** The rules that a kind of unit elects by. Each line has its own charter: none borrows from another. */
const FAMILIES: Readonly<Record<string, string>> = {
  branch: 'election',
  'general-branch': 'election',
  'committee-unit': 'election',
  'federation-city': 'federation-election',
  'federation-district': 'federation-election',
  'federation-town': 'federation-election',
  'federation-village': 'federation-election',
  'women-committee': 'federation-election',
  union: 'union-election',
}

/** The kinds of unit that elect, by their public names. */
export const ELECTING_KINDS: readonly string[] = Object.keys(FAMILIES)

/** The id of the rule that has this role for a kind of unit; undefined for a kind that elects nobody. */
export const ruleIdFor = (unitKind: string, role: string): string | undefined =>
  Object.hasOwn(FAMILIES, unitKind) ? `${FAMILIES[unitKind]}.${role}` : undefined

/** The rules for a kind of unit, from the rules as they stand on the day. */
export const rulesFor = (ruleOf: (id: string) => Rule | undefined, unitKind: string): ElectionRules => {
  const found = ROLES.flatMap((role) => {
    const id = ruleIdFor(unitKind, role)
    const rule = id === undefined ? undefined : ruleOf(id)
    return rule?.kind === 'check' ? [[role, rule] as const] : []
  })
  return Object.fromEntries(found)
}

export type Decisive = ElectionRules & { quorum: Check; majority: Check }

/** The rules, once it is sure that those without which nobody can be declared elected are there. */
export const decisive = (rules: ElectionRules): Decisive | Refusal => {
  const { quorum, majority } = rules
  if (quorum && majority) return { ...rules, quorum, majority }
  const missing = [...(quorum ? [] : ['到会人数（quorum）']), ...(majority ? [] : ['当选票数（majority）'])]
  return refuse(
    'rule',
    `这类组织在选举之日没有关于${missing.join('、')}的规则，无法判定当选。请先补录规则，其他系统的规定不能代用。`,
    { field: 'unit' },
  )
}
