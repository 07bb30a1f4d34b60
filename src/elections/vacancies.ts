/** A post of a committee, as it was held; the days of both ends belong to it. */
export type PostHeld = { post: string; personId: string; name: string; since: string; until: string | null }

/** A seat of the committee that fell empty within its term: whose, as what, and from when. */
export type Vacancy = { post: string; name: string; on: string }

/**
 * The seats that fell empty since the committee began: a post that ended, whose holder sits no longer, and which nobody has
 * taken since. Posts that ended when the committee took over are those of the one before.
 */
export const vacanciesOf = (posts: readonly PostHeld[], electedOn: string, today: string): Vacancy[] => {
  const took = posts
    .map(({ since }) => since)
    .filter((since) => since >= electedOn)
    .toSorted()[0]
  const began = took ?? electedOn
  const sitting = new Set(posts.filter((held) => sits(held, today)).map(({ personId }) => personId))
  const gone = posts.filter(
    ({ until, personId }) => until !== null && until >= began && until < today && !sitting.has(personId),
  )
  return [...Map.groupBy(gone, ({ post }) => post)].flatMap(([post, ended]) => {
    const inOrder = ended.toSorted((one, other) => (one.until! < other.until! ? -1 : 1))
    const taken = posts.filter((held) => held.post === post && held.since > inOrder[0]!.until!).length
    return inOrder.slice(taken).map(({ name, until }) => ({ post, name, on: until! }))
  })
}

const sits = ({ since, until }: PostHeld, on: string): boolean =>
  since <= on && (until === null || until >= on)

/** How many people sit on the committee on the day, and how many of them as deputies. */
export const sittingOf = (posts: readonly PostHeld[], on: string): { seats: number; deputies: number } => {
  const held = posts.filter((post) => sits(post, on))
  const people = (of: readonly PostHeld[]) => new Set(of.map(({ personId }) => personId)).size
  return { seats: people(held), deputies: people(held.filter(({ post }) => post === 'deputy-secretary')) }
}
