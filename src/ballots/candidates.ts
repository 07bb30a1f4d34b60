import { day, isBefore, readable } from '../kernel/day.ts'
import { isRefusal, type Judgment } from '../kernel/outcome.ts'
import type { Status } from '../kernel/status.ts'
import { citationOf } from '../rules/citation.ts'
import type { Limit, Rule } from '../rules/rule.ts'
import { boundOf } from '../rules/span.ts'
import { ruleIdFor } from './election-rules.ts'
import { mayVote } from './eligibility.ts'
import { compareNames } from './order.ts'
import { reasonBy } from './reason.ts'

type RuleOf = (id: string) => Rule | undefined

/** What speaks against a candidate or an officer of the vote. Red is a must, amber a usual demand that one may answer. */
export type Finding = Pick<Judgment, 'rule' | 'citation'> & { level: 'red' | 'amber'; words: string }

export type Standee = {
  role: 'member' | 'secretary' | 'deputy-secretary'
  /** Her status on the roster; null where no roster knows her, and nothing is judged. */
  status: Status | null
  /** The day she became a full member; null where it is not recorded. */
  fullOn: string | null
  /** The day of the election. */
  on: string
}

/**
 * What speaks against a candidate of a Party organisation: no right to be elected (党章 arts. 7, 41; 选举工作条例 art. 5), and for a
 * secretary less than the usual year since she became a full member (支部工作条例 art. 23, 一般: amber).
 */
export const candidateFaults = (ruleOf: RuleOf, { role, status, fullOn, on }: Standee): Finding[] => {
  if (status === null) return []
  const { votes, because } = mayVote(ruleOf, status)
  if (!votes) {
    const gone: Finding = {
      rule: '',
      citation: '',
      level: 'red',
      words: '不在本组织党员名册上，不能作候选人。',
    }
    const told = because.map(
      ({ rule, citation, words }): Finding => ({ rule, citation, words, level: 'red' }),
    )
    return told.length > 0 ? told : [gone]
  }
  const rule = role === 'secretary' ? ruleOf('secretary.seniority') : undefined
  return rule?.kind === 'limit' ? seniority(rule, fullOn, on) : []
}

const seniority = (rule: Limit, fullOn: string | null, on: string): Finding[] => {
  const citation = citationOf(rule)
  const level = rule.hardness === 'must' ? 'red' : 'amber'
  const found = (words: string): Finding[] => [{ rule: rule.id, citation, level, words }]
  if (fullOn === null) return found(`没有记下转正日期，无法核对党龄。${rule.says}请补记，或说明理由。`)
  const bound = boundOf(rule, day(fullOn))
  const first = 'first' in bound ? bound.first : bound.last
  if (!isBefore(day(on), first)) return []
  return found(
    `${readable(day(fullOn))}转正，自 ${readable(first)}起符合：${rule.says}（${citation}）请另提人选，或说明理由。`,
  )
}

export type Officers = {
  scrutineers: readonly string[]
  tellers: readonly string[]
  candidates: readonly string[]
}

/**
 * 监票人 and 计票人 who stand as candidates: the first is a must (选举工作条例 art. 22), the second a usual demand (art. 23, where the
 * organ chooses by `election.counter` only between members and staff). By the rules of the unit's own line.
 */
export const officerFaults = (ruleOf: RuleOf, unitKind: string, officers: Officers): Finding[] => [
  ...officersBy(ruleOf(ruleIdFor(unitKind, 'scrutineer') ?? ''), 'scrutineers', officers),
  ...officersBy(ruleOf(ruleIdFor(unitKind, 'teller') ?? ''), 'tellers', officers),
]

const officersBy = (
  rule: Rule | undefined,
  role: 'scrutineers' | 'tellers',
  { candidates, ...officers }: Officers,
): Finding[] => {
  const people = officers[role]
  if (rule?.kind !== 'check' || people.length === 0) return []
  const alsoStanding = people.filter((person) => candidates.includes(person)).length
  const reason = reasonBy(rule, {
    [role]: people.length,
    candidates: alsoStanding,
  })
  if (isRefusal(reason) || reason.holds) return []
  const { id, hardness } = rule
  return [
    {
      rule: id,
      citation: reason.citation,
      level: hardness === 'must' ? 'red' : 'amber',
      words: `${reason.words}请换不是候选人的人。`,
    },
  ]
}

/**
 * Candidates as the ballot lists them (选举工作条例 art. 24): those for a committee by strokes of the surname, those for secretary and
 * deputy in the order approved above, which `ordinal` tells.
 */
export const inBallotOrder = <C extends { name: string; ordinal: number }>(
  candidates: readonly C[],
  role: Standee['role'],
): C[] =>
  candidates.toSorted((one, other) =>
    role === 'member' ? compareNames(one.name, other.name) : one.ordinal - other.ordinal,
  )
