import type { UnitKind } from '../organs/contract.ts'
import type { Result } from './facts.ts'

type Head = NonNullable<Result['head']>

/** What those elected are called in each kind of unit. Only the Party's titles are posts that give access here. */
type Titles = {
  secretary: string
  'deputy-secretary': string
  /** The first is the usual one; the others are chosen at the division of work. */
  members: readonly string[]
}

const PARTY: Titles = { secretary: '书记', 'deputy-secretary': '副书记', members: ['委员'] }
const FEDERATION: Titles = { secretary: '主席', 'deputy-secretary': '副主席', members: ['执委', '常委'] }

const TITLES: Partial<Record<UnitKind, Titles>> = {
  branch: PARTY,
  'general-branch': PARTY,
  'committee-unit': PARTY,
  'federation-city': FEDERATION,
  'federation-district': FEDERATION,
  'federation-town': FEDERATION,
  'federation-village': FEDERATION,
  'women-committee': { secretary: '主任', 'deputy-secretary': '副主任', members: ['委员'] },
  union: { secretary: '主席', 'deputy-secretary': '副主席', members: ['委员'] },
}

export const headTitle = (unitKind: UnitKind, head: Head): string => (TITLES[unitKind] ?? PARTY)[head]

export const memberTitles = (unitKind: UnitKind): readonly string[] => (TITLES[unitKind] ?? PARTY).members

/** What somebody elected is called: by her office, else as was chosen, else as members of such a committee are. */
export const titleOf = (unitKind: UnitKind, { head, title }: Pick<Result, 'head' | 'title'>): string =>
  head ? headTitle(unitKind, head) : (title ?? memberTitles(unitKind)[0] ?? '')
