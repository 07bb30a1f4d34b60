import { HEAD_TITLES } from '../documents/election-posts.ts'
import type { UnitKind } from '../organs/contract.ts'
import type { Election, Result } from './facts.ts'
import type { Role } from './gathering.ts'

type Head = NonNullable<Result['head']>

/** What those elected are called in each kind of unit. Only the Party's titles are posts that give access here. */
type Titles = {
  secretary: string
  'deputy-secretary': string
  /** The first is the usual one; the others are chosen at the division of work. */
  members: readonly string[]
}

const PARTY: Titles = { ...HEAD_TITLES.party, members: ['委员'] }
const FEDERATION: Titles = { ...HEAD_TITLES.federation, members: ['执委', '常委'] }

const TITLES: Partial<Record<UnitKind, Titles>> = {
  branch: PARTY,
  'general-branch': PARTY,
  'committee-unit': PARTY,
  'federation-city': FEDERATION,
  'federation-district': FEDERATION,
  'federation-town': FEDERATION,
  'federation-village': FEDERATION,
  'women-committee': { ...HEAD_TITLES['women-committee'], members: ['委员'] },
  union: { ...HEAD_TITLES.union, members: ['委员'] },
}

export const headTitle = (unitKind: UnitKind, head: Head): string => (TITLES[unitKind] ?? PARTY)[head]

export const memberTitles = (unitKind: UnitKind): readonly string[] => (TITLES[unitKind] ?? PARTY).members

/** What those who stand for a role are called: 委员, 书记, 副书记; 主席 in a federation or a union, 主任 in a 妇委会. */
export const roleWords = (unitKind: UnitKind, role: Role): string =>
  role === 'member' ? '委员' : headTitle(unitKind, role)

/** 书记、副书记 as the unit's own line calls them. */
export const headsWords = (unitKind: UnitKind): string =>
  `${headTitle(unitKind, 'secretary')}、${headTitle(unitKind, 'deputy-secretary')}`

export const formWords = (unitKind: UnitKind): Record<Election['form'], string> => ({
  committee: `选举委员会，由新一届委员会选举${headsWords(unitKind)}`,
  direct: `不设委员会，由大会直接选举${headsWords(unitKind)}`,
})

/** What somebody elected is called: by her office, else as was chosen, else as members of such a committee are. */
export const titleOf = (unitKind: UnitKind, { head, title }: Pick<Result, 'head' | 'title'>): string =>
  head ? headTitle(unitKind, head) : (title ?? memberTitles(unitKind)[0] ?? '')
