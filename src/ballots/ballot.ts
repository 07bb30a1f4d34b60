/** What one ballot says of one candidate. */
export type Choice = 'approve' | 'oppose' | 'abstain'

export const CHOICES: readonly Choice[] = ['approve', 'oppose', 'abstain']

/**
 * One sheet of paper as a teller reads it, without voter, number or time. Keys are candidates; a candidate not named counts
 * as abstained, so an empty sheet is a valid ballot. `writeIns` are people the voter named in place of a candidate.
 */
export type Ballot = { choices: Readonly<Record<string, Choice>>; writeIns: readonly string[] }

/** What the valid ballots say of one person. */
export type Votes = Record<Choice, number>

/** What a box of ballots adds up to. `votes` and `writeIns` come from the valid ballots alone. */
export type Tally = {
  returned: number
  void: number
  votes: Record<string, Votes>
  writeIns: Record<string, number>
  /** Write-ins that did not stand; known where the sheets were counted, not where totals were told. */
  fallenWriteIns?: number
}
