import { compareByStrokes } from '../kernel/strokes.ts'
import { keysOf, type Pair, pairKey, type Reading, type Who } from './needs.ts'

export type Candidate = Who & { name: string; group: string | null }

export type Proposed = Pair & { kind: 'committee' | 'committee-member' | 'member'; because: string }

export type Proposal = {
  pairs: Proposed[]
  /** Who could not be given a talk, since nobody is left to have it with. */
  unmet: string[]
}

export type Asked = {
  people: readonly Candidate[]
  /** Held or planned this year: never proposed again. */
  known: readonly Pair[]
  /** Left out this time: on long leave, away. */
  without: readonly string[]
  reading: Reading
}

/**
 * Talks that would fill what 支部工作条例第十九条 asks of this year, with the load spread evenly: each committee member gets as many
 * members as the others, counted with those she has talked with already, and members are matched two and two, within their
 * group where they can be. The same facts in any order give the same proposal; each pair says why.
 */
export const propose = ({ people, known, without, reading }: Asked): Proposal => {
  const here = people.filter(({ id }) => !without.includes(id)).toSorted((one, other) => byName(one, other))
  const met = keysOf(known)
  const committee = here.filter((who) => who.committee)
  const members = here.filter((who) => !who.committee)
  const has = (one: Who, other: Who) => met.has(pairKey(one.id, other.id))
  // Whoever is left out may have talked already: a talk with her counts all the same.
  const board = people.filter((who) => who.committee)
  const comrades = people.filter((who) => !who.committee)

  const within = withinCommittee(committee, has)
  const across =
    reading === 'pair'
      ? { pairs: everyPair(committee, members, has), unmet: [] }
      : oneEach(
          committee,
          members.filter((member) => !board.some((one) => has(member, one))),
          (one) => comrades.filter((member) => has(one, member)).length,
        )
  const between = matched(
    members.filter((one) => !comrades.some((other) => other.id !== one.id && has(one, other))),
    members,
    (one) => comrades.filter((other) => other.id !== one.id && has(one, other)).length,
  )
  return {
    pairs: [...within, ...across.pairs, ...between.pairs],
    unmet: [...new Set([...across.unmet, ...between.unmet])],
  }
}

const byName = (one: Candidate, other: Candidate): number =>
  compareByStrokes(one.name, other.name) || (one.id < other.id ? -1 : 1)

type Has = (one: Who, other: Who) => boolean

/** Every two of the committee; who begins is whoever has begun fewer. */
const withinCommittee = (committee: readonly Candidate[], has: Has): Proposed[] => {
  const begun = new Map<string, number>()
  const begins = (who: Candidate) => begun.get(who.id) ?? 0
  return committee.flatMap((one, at) =>
    committee.slice(at + 1).flatMap((other) => {
      if (has(one, other)) return []
      const [talker, partner] = begins(other) < begins(one) ? [other, one] : [one, other]
      begun.set(talker.id, begins(talker) + 1)
      return [pair('committee', talker, partner, '同为支委，今年还没有谈过')]
    }),
  )
}

const everyPair = (committee: readonly Candidate[], members: readonly Candidate[], has: Has): Proposed[] =>
  committee.flatMap((one) =>
    members.flatMap((member) =>
      has(one, member)
        ? []
        : [pair('committee-member', one, member, '按对计，每位委员与每名党员各谈一次，今年还没有谈过')],
    ),
  )

type Share = { pairs: Proposed[]; unmet: string[] }

/** One of the committee for each member: first each one's fair number, then who, with those of her own group before others. */
const oneEach = (
  committee: readonly Candidate[],
  members: readonly Candidate[],
  before: (one: Candidate) => number,
): Share => {
  if (committee.length === 0) return { pairs: [], unmet: members.map(({ id }) => id) }
  const load = new Map(committee.map((one) => [one.id, before(one)]))
  const room = new Map(committee.map((one) => [one.id, 0]))
  for (const _ of members) {
    const next = leastOf(committee, (one) => load.get(one.id)! + room.get(one.id)!)
    room.set(next.id, room.get(next.id)! + 1)
  }
  const chosen = new Map<string, { one: Candidate; because: string }>()
  const take = (member: Candidate, among: readonly Candidate[], why: (one: Candidate) => string) => {
    const free = among.filter((one) => room.get(one.id)! > 0)
    if (free.length === 0) return
    const one = leastOf(free, (each) => -room.get(each.id)!)
    room.set(one.id, room.get(one.id)! - 1)
    load.set(one.id, load.get(one.id)! + 1)
    chosen.set(member.id, { one, because: why(one) })
  }
  for (const member of members)
    if (member.group !== null)
      take(
        member,
        committee.filter(({ group }) => group === member.group),
        () => '同一党小组，今年还没有委员与本人谈过',
      )
  for (const member of members)
    if (!chosen.has(member.id))
      take(member, committee, (one) => `今年还没有委员与本人谈过，${one.name}安排到第 ${load.get(one.id)} 人`)
  const pairs = members.map((member) => {
    const { one, because } = chosen.get(member.id)!
    return pair('committee-member', one, member, because)
  })
  return { pairs, unmet: [] }
}

/** The first of those with the least. */
const leastOf = (people: readonly Candidate[], of: (one: Candidate) => number): Candidate =>
  people.reduce((least, each) => (of(each) < of(least) ? each : least))

/** Members two and two, each once; one left over joins two others, or talks with whoever has talked least. */
const matched = (
  open: readonly Candidate[],
  all: readonly Candidate[],
  before: (one: Candidate) => number,
): Share => {
  const groups = [...Map.groupBy(open, ({ group }) => group ?? '')].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const rest: Candidate[] = []
  const pairs: Proposed[] = []
  for (const [group, people] of groups) {
    const even = group === '' ? 0 : people.length - (people.length % 2)
    for (let at = 0; at < even; at += 2)
      pairs.push(pair('member', people[at]!, people[at + 1]!, '同一党小组，今年都还没有与党员谈过'))
    rest.push(...people.slice(even))
  }
  rest.sort(byName)
  for (let at = 0; at + 1 < rest.length; at += 2)
    pairs.push(pair('member', rest[at]!, rest[at + 1]!, '今年都还没有与党员谈过'))
  const last = rest.length % 2 === 1 ? rest.at(-1)! : null
  if (last === null) return { pairs, unmet: [] }
  const others = all.filter(({ id }) => id !== last.id)
  if (others.length === 0) return { pairs, unmet: [last.id] }
  const isNew = new Set(pairs.flatMap(({ talkerId, partnerId }) => [talkerId, partnerId]))
  const near = (other: Candidate) => (other.group !== null && other.group === last.group ? 0 : 1)
  const least = leastOf(others, (other) => 2 * (before(other) + (isNew.has(other.id) ? 1 : 0)) + near(other))
  return {
    pairs: [...pairs, pair('member', last, least, '人数是单数，多出的一人与已安排的人再谈一次')],
    unmet: [],
  }
}

const pair = (kind: Proposed['kind'], talker: Candidate, partner: Candidate, because: string): Proposed => ({
  talkerId: talker.id,
  partnerId: partner.id,
  kind,
  because,
})
