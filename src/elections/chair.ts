import { citationOf } from '../rules/citation.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import type { Body } from './gathering.ts'
import { committeeOf } from './plenary.ts'
import { headTitle } from './titles.ts'
import { hasRoster } from './voters.ts'

export type Chairing = {
  /** Who may chair, the one to propose first. */
  people: { personId: string | null; name: string }[]
  /** Who chairs, in words, with its clause where the unit's line has one. */
  words: string
  citation: string | null
}

/** Somebody who held a post on the committee. */
export type InOffice = { personId: string; name: string; post: string }
type Chaired = Pick<Election, 'unitKind' | 'form' | 'kind' | 'results'>

/**
 * Who chairs (选举工作条例 art. 20): the members' meeting is led by the outgoing committee, and by the outgoing secretary where there
 * is none; the plenary of a by-election by the committee that goes on; the first plenary by one of the newly elected whom the outgoing committee recommends, once secretary among them first.
 */
export const chairingOf = (
  ruleOf: RuleOf,
  { unitKind, form, kind, results }: Chaired,
  body: Body,
  inOffice: readonly InOffice[],
): Chairing => {
  const rule = hasRoster(unitKind) ? ruleOf('election.chair') : undefined
  const citation = rule ? citationOf(rule) : null
  if (body === 'committee' && kind === 'by-election')
    return {
      people: committeeOf({ kind, results }, inOffice),
      words: '由现任委员会的成员主持，一般由书记出面',
      citation: null,
    }
  if (body === 'committee') {
    const before = new Map(inOffice.map(({ personId }, at) => [personId, at]))
    const at = (person: string | null) => before.get(person ?? '') ?? inOffice.length
    const people = results
      .map(({ personId, name }) => ({ personId, name }))
      .toSorted((one, other) => at(one.personId) - at(other.personId))
    return { people, words: '由上届委员会推荐的一名新当选委员主持', citation }
  }
  const led = inOffice.filter(({ post }) => form === 'committee' || post === 'secretary')
  const people = [...new Map(led.map(({ personId, name }) => [personId, { personId, name }])).values()]
  const head = headTitle(unitKind, 'secretary')
  const words =
    form === 'committee' ? `由上届委员会主持，一般由${head}出面` : `不设委员会的，由上届${head}主持`
  return { people, words, citation }
}

/** What speaks against a host; null where nothing does, or nobody can tell. */
export const hostFault = (
  { people, words, citation }: Chairing,
  host: { hostId: string | null; hostName: string | null },
): string | null => {
  if (host.hostName === null || citation === null || people.length === 0) return null
  const named = people.some(({ personId, name }) =>
    host.hostId === null ? name === host.hostName : personId === host.hostId,
  )
  return named ? null : `${host.hostName}不在可以主持的人里：${words}（${citation}）。请换人，或照实记录。`
}
