import { ruleIdFor } from '../ballots/election-rules.ts'
import { mayVote } from '../ballots/eligibility.ts'
import type { Status } from '../kernel/status.ts'
import { citationOf } from '../rules/citation.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import type { BallotName, Gathering, Officer } from './gathering.ts'
import { confirmed } from './officers.ts'
import { hasRoster } from './voters.ts'

// What stands in the way of a ballot because of the people in it: who may be elected, who watches and counts, who signs.

type Somebody = Pick<BallotName, 'personId' | 'name'>

export const isOne = (one: Somebody, other: Somebody): boolean =>
  one.personId === null || other.personId === null ? one.name === other.name : one.personId === other.personId

/**
 * Whoever had no right to be elected on the day, by the status with which the list of the meeting was frozen. Whoever is only not
 * counted in the base (ill, abroad) keeps that right.
 */
export const withoutRight = (
  ruleOf: RuleOf,
  { seats }: Pick<Gathering, 'seats'>,
  people: readonly Somebody[],
): string | null => {
  for (const person of people) {
    const seat = seats.find((each) => isOne(each, person))
    if (!seat?.status || seat.entitled) continue
    const { votes, because } = mayVote(ruleOf, seat.status as Status)
    if (!votes)
      return `“${person.name}”选举之日没有被选举权：${because.map(({ words }) => words).join('') || '不在党员名册。'}`
  }
  return null
}

/** The shows of hands that go before a ballot: the method in the Party's line, and who watches and counts everywhere. */
export const unconfirmed = (ruleOf: RuleOf, election: Election, gathering: Gathering): string | null => {
  const { officers, motions, body } = gathering
  const passed = (matter: 'method' | 'officers') =>
    motions.some((motion) => motion.matter === matter && motion.passed)
  if (body === 'members' && hasRoster(election.unitKind) && !passed('method'))
    return '选举办法还没有经大会表决通过，不能选举。请先在“大会”里登记对选举办法的举手表决。'
  if (!officers.some(({ role }) => role !== 'teller'))
    return '还没有推选监票人，不能选举。请先在“大会”里选定监票人、计票人，再登记举手表决。'
  if (passed('officers')) return null
  const told = confirmed(ruleOf, election.unitKind, gathering)
  return `${told?.words ?? '监票人要经会议表决通过。'}请先在“大会”里登记对监票人、计票人的举手表决。`
}

/** Who watches or counts and stands on the same ballot. */
export const standingOfficer = (
  ruleOf: RuleOf,
  { unitKind }: Pick<Election, 'unitKind'>,
  { officers }: Pick<Gathering, 'officers'>,
  among: readonly Somebody[],
): string | null => {
  const own = officers.find((officer) => among.some((each) => isOne(officer, each)))
  if (!own) return null
  const watches = own.role !== 'teller'
  const rule = ruleOf(ruleIdFor(unitKind, watches ? 'scrutineer' : 'teller') ?? '')
  const by = rule ? `依${citationOf(rule)}，` : ''
  return `${own.name}是这次投票的候选人，${by}不能同时是${watches ? '监票人' : '计票人'}。请先在“大会”里换人，经举手表决通过后再投票。`
}

/** A signer whose own election the sheet tells: elected, or tied and to be voted on again. */
export const ownSigner = (
  signers: readonly Officer[],
  { officers }: Pick<Gathering, 'officers'>,
  concerned: readonly Somebody[],
): string | null => {
  const isConcerned = (officer: Officer) => concerned.some((each) => isOne(officer, each))
  const own = signers.find(isConcerned)
  if (!own) return null
  const left = officers.some((officer) => officer.role !== 'teller' && !isConcerned(officer))
  return `${own.name}在这次投票中当选或者得票相等，不能给自己的计票结果签字。${
    left
      ? '请由其他监票人签字。'
      : '没有别的监票人了：请先取消这次投票的登记，在“大会”里另推监票人并登记举手表决，再录入得票、由其签字。'
  }`
}
