import { ruleIdFor } from '../ballots/election-rules.ts'
import { type RuleOf, type Told, toldBy } from '../rules/standing.ts'
import type { Seat } from './gathering.ts'

/** Who is expected and who came, of those with a vote. Missing is not absent: whoever is not stated is counted apart. */
export type Presence = {
  entitled: number
  present: number
  unstated: number
  excused: number
  absent: number
}

export const presenceOf = (seats: readonly Pick<Seat, 'entitled' | 'state'>[]): Presence => {
  const voters = seats.filter(({ entitled }) => entitled)
  const those = (state: Seat['state']) => voters.filter((seat) => seat.state === state).length
  return {
    entitled: voters.length,
    present: those('present'),
    unstated: those('not-stated'),
    excused: those('excused'),
    absent: those('absent'),
  }
}

/** Whether enough voters are there, by the rule of the unit's own line; null where it has none or nobody is expected. */
export const quorumOf = (ruleOf: RuleOf, unitKind: string, presence: Presence): Told | null => {
  const { entitled, present } = presence
  if (entitled === 0) return null
  return toldBy(ruleOf, ruleIdFor(unitKind, 'quorum') ?? null, { entitled, present })
}
