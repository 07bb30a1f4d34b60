/** Somebody with the majority, and by how many votes. */
export type Passed = { person: string; approve: number }

/** Who takes the seats; or, where votes are equal at the last of them, among whom the seats left are voted on again. */
export type Seating = { elected: string[]; tied: string[]; left: number }

/**
 * Fills the seats from those who have the majority, by votes (基层组织选举工作条例 art. 28). A tie at the cut is never broken here,
 * neither by the order of names nor by any other number: those above it are elected, and the tied wait for another vote.
 */
export const seating = (passed: readonly Passed[], seats: number): Seating => {
  const inVotes = passed.map(({ approve }) => approve).toSorted((one, other) => other - one)
  // Where fewer passed than there are seats, there is no cut.
  const cut = inVotes[seats - 1] ?? 0
  const above = named(passed.filter(({ approve }) => approve > cut))
  const level = named(passed.filter(({ approve }) => approve === cut))
  const left = seats - above.length
  return level.length > left
    ? { elected: above, tied: level, left }
    : { elected: [...above, ...level], tied: [], left: left - level.length }
}

const named = (passed: readonly Passed[]): string[] => passed.map(({ person }) => person)
