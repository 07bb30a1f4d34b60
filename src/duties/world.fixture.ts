import type { EvidenceFact, Facts } from './facts.ts'

// A branch of eight with a group, for the tests of this slice: small enough to hold in the head.

const since = '2010-01-01'
const MEMBERS = ['林岚', '周启明', '沈秋月', '何畅', '顾青', '宋知远', '陆小满', '叶桐']

/** 示例支部: secretary 林岚 and a committee of three elected 2024-03-01, eight full members, one group. */
export const world = (changes: Partial<Facts> = {}): Facts => ({
  units: [
    { id: 'branch', kind: 'branch', name: '示例支部', foundedOn: since, dissolvedOn: null },
    { id: 'group', kind: 'group', name: '第一党小组', foundedOn: since, dissolvedOn: null },
  ],
  places: [
    { unitId: 'branch', parentId: null, since, until: null },
    { unitId: 'group', parentId: 'branch', since, until: null },
  ],
  memberships: MEMBERS.map((personId) => ({
    personId,
    unitId: 'branch',
    status: 'full',
    since,
    until: null,
  })),
  posts: ['secretary', 'organization', 'publicity'].map((post, at) => ({
    personId: MEMBERS[at]!,
    unitId: 'branch',
    post,
    since: '2024-03-01',
    until: null,
  })),
  terms: [{ id: 'term', unitId: 'branch', electedOn: '2024-03-01', endedOn: null, approvedUntil: null }],
  people: MEMBERS.map((id) => ({ id, name: id, joinedOn: since, fullOn: '2011-01-01' })),
  evidence: [],
  excuses: [],
  ...changes,
})

/** A record held and, unless said otherwise, entered on that day. */
export const held = (kind: string, heldOn: string, more: Partial<EvidenceFact> = {}): EvidenceFact => ({
  id: `${kind} of ${heldOn}`,
  kind,
  unitId: 'branch',
  personId: null,
  heldOn,
  recordedOn: heldOn,
  forYear: null,
  amount: null,
  title: kind,
  sourceKind: 'meeting',
  sourceId: `${kind} of ${heldOn}`,
  ...more,
})
