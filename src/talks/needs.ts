/** A person as the matrix counts her. */
export type Who = { id: string; committee: boolean }
export type Pair = { talkerId: string; partnerId: string }
/** 按人计: one of the committee suffices for each member; 按对计: each of the committee with each member. */
export type Reading = 'person' | 'pair'

export type Need = {
  kind: 'committee' | 'committee-member' | 'member'
  /** Pairs, or people, as `by` says. */
  needed: number
  done: number
  by: 'pair' | 'person'
  /** Who still lacks a talk, and with whom where it is a certain one. */
  lacking: { personId: string; withId: string | null }[]
}

export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`

export const keysOf = (pairs: readonly Pair[]): Set<string> =>
  new Set(pairs.map(({ talkerId, partnerId }) => pairKey(talkerId, partnerId)))

/**
 * The three readings of 支部工作条例第十九条 for a branch: committee members with each other by pairs, the committee with members
 * as the organ counts it, members with each other by person. In the order of `people`.
 */
export const needsOf = (people: readonly Who[], held: readonly Pair[], reading: Reading): Need[] => {
  const met = keysOf(held)
  const has = (one: Who, other: Who) => met.has(pairKey(one.id, other.id))
  const committee = people.filter((who) => who.committee)
  const members = people.filter((who) => !who.committee)

  const within = committee.flatMap((one, at) => committee.slice(at + 1).map((other) => [one, other] as const))
  const across = members.flatMap((member) => committee.map((one) => [member, one] as const))
  const untold = members.filter((member) => !committee.some((one) => has(member, one)))
  const alone = members.filter((one) => !members.some((other) => other !== one && has(one, other)))
  return [
    byPair('committee', within, has),
    reading === 'pair'
      ? byPair('committee-member', across, has)
      : byPerson('committee-member', committee.length === 0 ? [] : members, untold),
    byPerson('member', members.length < 2 ? [] : members, alone),
  ]
}

const byPair = (
  kind: Need['kind'],
  pairs: readonly (readonly [Who, Who])[],
  has: (one: Who, other: Who) => boolean,
): Need => {
  const open = pairs.filter(([one, other]) => !has(one, other))
  return {
    kind,
    by: 'pair',
    needed: pairs.length,
    done: pairs.length - open.length,
    lacking: open.map(([one, other]) => ({ personId: one.id, withId: other.id })),
  }
}

const byPerson = (kind: Need['kind'], owing: readonly Who[], lacking: readonly Who[]): Need => {
  const open = owing.length === 0 ? [] : lacking
  return {
    kind,
    by: 'person',
    needed: owing.length,
    done: owing.length - open.length,
    lacking: open.map(({ id }) => ({ personId: id, withId: null })),
  }
}
