import type { Tally } from '../ballots/ballot.ts'
import type { ElectionRules } from '../ballots/election-rules.ts'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { Election } from './facts.ts'
import type { Round } from './gathering.ts'
import { differencesOf, type Person, pileTally, type Sheet, sheetsIn, writtenIn } from './pile.ts'
import { type Pass, type SealedReading, sealedReadings } from './reading-store.ts'
import type { Placed } from './round-jobs.ts'
import { replaceWrittenIn, writeSums } from './round-store.ts'

type Asked = { tx: Acting; sealed: Sealed }

/** The very place a reading belongs to: moved to another round or pass it can no longer be read. */
export const readingPlace = (round: string, pass: Pass): string => `election_reading ${round} ${pass} content`

export const sheetsOf = (sealed: Sealed, round: string, { pass, content }: SealedReading): Sheet[] =>
  sheetsIn(sealed.reveal(content, readingPlace(round, pass)))

export type Both = { first: SealedReading & { pile: Sheet[] }; second: SealedReading & { pile: Sheet[] } }

/** Both readings, once both are finished; before that neither is shown beside the other. */
export const bothReadings = async (
  { tx, sealed }: Asked,
  round: Pick<Round, 'id'>,
): Promise<Both | Refusal> => {
  const [first, second] = await sealedReadings(tx, round.id)
  if (!first?.finished || !second?.finished)
    return refuse('conflict', '两名计票人都读完、结束读票后才能核对。')
  const opened = (reading: SealedReading) => ({ ...reading, pile: sheetsOf(sealed, round.id, reading) })
  return { first: opened(first), second: opened(second) }
}

/** The round with what both tellers read alike, written in and summed up; refused while they differ. */
export const readSheets = async (
  asked: Asked,
  election: Election,
  { round, gathering }: Placed,
  rules: ElectionRules,
): Promise<(Placed & { tally: Tally }) | Refusal> => {
  const both = await bothReadings(asked, round)
  if (isRefusal(both)) return both
  const { first, second } = both
  const differing = differencesOf(first.pile, second.pile)
  if (differing.length > 0)
    return refuse(
      'conflict',
      `两次读票有 ${differing.length} 张不一致：第 ${differing
        .map(({ place }) => place)
        .slice(0, 10)
        .join('、')} 张。请对照选票认定后再封定。`,
    )
  const sheets = first.pile
  if (round.returned !== null && round.returned !== sheets.length)
    return refuse(
      'invalid',
      `开箱清点收回 ${round.returned} 张，两次读票都是 ${sheets.length} 张。请核对清点数，或再读漏录的票。`,
      { field: 'returned' },
    )
  const { tx } = asked
  const on = round.names.filter((name) => !name.writtenIn)
  const people = writtenIn(sheets)
  const of = { electionId: election.id, unitId: election.unitId }
  const ids = await replaceWrittenIn(
    tx,
    of,
    round.id,
    on.length + 1,
    people.map((person) => ({ ...person, approve: 0 })),
  )
  const keys = new Map(people.map((person, at) => [keyed(person), ids[at]!]))
  const tally = pileTally(rules, {
    sheets,
    seats: round.seats,
    names: on.map(({ id }) => id),
    keyOf: (person) => keys.get(keyed(person))!,
  })
  const written = people.map((person) => {
    const id = keys.get(keyed(person))!
    return { ...person, id, approve: tally.writeIns[id] ?? 0 }
  })
  await writeSums(tx, [
    ...on.map(({ id }) => ({ id, ...tally.votes[id]! })),
    ...written.map(({ id, approve }) => ({ id, approve, oppose: null, abstain: null })),
  ])
  const names = [
    ...on.map((name) => ({ ...name, ...tally.votes[name.id]! })),
    ...written.map((each, at) => ({
      ...each,
      ordinal: on.length + 1 + at,
      candidateId: null,
      writtenIn: true,
      oppose: null,
      abstain: null,
    })),
  ]
  return { gathering, round: { ...round, names, returned: tally.returned, void: tally.void }, tally }
}

const keyed = ({ personId, name }: Person): string => personId ?? name
