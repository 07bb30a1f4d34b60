import { COMMITTEE_POSTS } from '../kernel/access.ts'
import type { Facts } from './facts.ts'
import type { Concern } from './today.ts'

const COMMITTEE: ReadonlySet<string> = new Set(COMMITTEE_POSTS)

/**
 * Which units' duties are a person's to see to: those in whose committee she sits, the group she leads, and, for a
 * committee, groups of its branch that nobody leads. Units further down see to themselves.
 */
export const concernOf = (
  person: string,
  held: readonly { post: string; unitId: string }[],
  { units, places, posts }: Pick<Facts, 'units' | 'places' | 'posts'>,
  on: string,
): Concern => {
  const led = new Set(
    posts
      .filter(
        ({ post, since, until }) => post === 'group-leader' && since <= on && (until === null || until >= on),
      )
      .map(({ unitId }) => unitId),
  )
  const seated = new Set(held.filter(({ post }) => COMMITTEE.has(post)).map(({ unitId }) => unitId))
  const groups = new Set(units.filter(({ kind }) => kind === 'group').map(({ id }) => id))
  const leaderless = places
    .filter(
      ({ unitId, parentId, since, until }) =>
        groups.has(unitId) &&
        !led.has(unitId) &&
        parentId !== null &&
        seated.has(parentId) &&
        since <= on &&
        (until === null || until >= on),
    )
    .map(({ unitId }) => unitId)
  const leading = held.filter(({ post }) => post === 'group-leader').map(({ unitId }) => unitId)
  return { person, units: new Set([...seated, ...leading, ...leaderless]) }
}
