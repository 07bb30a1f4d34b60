import type { Judgment } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import type { Rule } from '../rules/rule.ts'

/** The duties that ask for hours of a year: 党员 and 书记、委员 (the plan of 2024, and that of 2019 before it). */
export const HOURS_RULES = ['study.member-hours', 'study.committee-hours'] as const

/** What the recorder declared for one person and one session; none declared is not zero. */
export type Declared = { personId: string; hours: number | null }

/** What a person owes in the year, by the posts she holds in it. */
export type Owed = { personId: string; rule: string; needed: number }

export type Tally = {
  declared: number
  /** Sessions she took part in for which no hours were declared. */
  undeclared: number
  sessions: number
}

export const NOTHING: Tally = { declared: 0, undeclared: 0, sessions: 0 }

/** The sum of what was declared, person by person. */
export const tallied = (declared: readonly Declared[]): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>()
  for (const { personId, hours } of declared) {
    const { declared: sum, undeclared, sessions } = tallies.get(personId) ?? NOTHING
    tallies.set(personId, {
      declared: sum + (hours ?? 0),
      undeclared: undeclared + (hours === null ? 1 : 0),
      sessions: sessions + 1,
    })
  }
  return tallies
}

/** Hours that a person has for a session: her own number where one was given, else that of the session. */
export const hoursOf = (
  session: number | null,
  own: readonly { personId: string; hours: number }[],
  personId: string,
): number | null => own.find((each) => each.personId === personId)?.hours ?? session

/** The duty that asks most of the person: who is of the committee owes 56, which holds the 32 of every member. */
export const heaviest = (owed: readonly Owed[], personId: string): Owed | undefined =>
  owed
    .filter((each) => each.personId === personId)
    .reduce<Owed | undefined>((most, each) => (most && most.needed >= each.needed ? most : each), undefined)

export const lacking = (needed: number, declared: number): number => Math.max(0, needed - declared)

/** The judgment with clause and numbers; null where the rule asks for no amount. */
export const hoursJudged = (rule: Rule | undefined, declared: number): Judgment | null =>
  rule?.kind !== 'duty' || rule.least === undefined
    ? null
    : {
        rule: rule.id,
        holds: declared >= rule.least.amount,
        needed: rule.least.amount,
        numbers: { declared },
        citation: citationOf(rule),
        hardness: rule.hardness,
        confidence: rule.confidence,
      }
