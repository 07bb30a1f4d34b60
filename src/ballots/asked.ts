import type { Refusal } from '../kernel/outcome.ts'
import type { Tally } from './ballot.ts'
import { countFault, invalid, type NameOf, short } from './faults.ts'

/** What is asked of one vote with one kind of ballot. Candidates are names, or keys that `nameOf` and `order` can read. */
export type Asked = {
  /** 应到会有选举权人数: the base, frozen when the meeting opens. */
  entitled: number
  /** 实到会有选举权人数. Whoever is elected needs more than half of these, whether or not they took or handed in a ballot. */
  present: number
  seats: number
  candidates: readonly string[]
  /** Voters who took a ballot. */
  issued: number
  tally: Tally
  /** 1 for the vote itself; from 2 on a vote again, among the tied or for missing seats. */
  round: number
  /** Secretary and deputy: no difference between candidates and seats is demanded. */
  heads?: boolean
  /** How faults name a person, where the keys are not names. */
  nameOf?: NameOf
  /** Order in which the elected are told; by strokes of the name where nothing else was approved. */
  order?: (one: string, other: string) => number
}

/** The numbers that rules may ask for. */
export const knownOf = ({ entitled, present, seats, candidates, issued, tally }: Asked) => ({
  entitled,
  present,
  seats,
  candidates: candidates.length,
  issued,
  returned: tally.returned,
  void: tally.void,
  valid: tally.returned - tally.void,
})

export type Numbers = ReturnType<typeof knownOf>

/** What cannot be of any meeting: more present than entitled, more ballots out than people there, a candidate listed twice. */
export const meetingFault = (asked: Omit<Asked, 'tally'>): Refusal | undefined =>
  COUNTS.map(([field, label, least]) => countFault(field, label, asked[field], least)).find(
    (fault) => fault !== undefined,
  ) ??
  turnoutFault(asked) ??
  candidatesFault(asked)

const COUNTS = [
  ['entitled', '应到会', 1],
  ['present', '实到会', 0],
  ['seats', '应选', 1],
  ['issued', '发出选票', 0],
  ['round', '轮次', 1],
] as const

const turnoutFault = ({ entitled, present, issued }: Omit<Asked, 'tally'>): Refusal | undefined => {
  if (present > entitled)
    return invalid('present', `实到会 ${present} 人，多于应到会 ${entitled} 人。请核对签到和选举人名单。`)
  if (issued > present)
    return invalid(
      'issued',
      `发出选票 ${issued} 张，多于实到会有选举权的 ${present} 人：一人只能领一张，换发的应收回旧票后再计。请核对。`,
    )
  return undefined
}

const candidatesFault = ({
  candidates,
  seats,
  nameOf = (key) => key,
}: Omit<Asked, 'tally'>): Refusal | undefined => {
  if (candidates.some((candidate) => candidate.trim() === ''))
    return invalid('candidates', '候选人里有空的姓名，请删去或补上。')
  const twice = candidates.find((candidate, at) => candidates.indexOf(candidate) !== at)
  if (twice !== undefined)
    return invalid(
      'candidates',
      `候选人“${short(nameOf(twice))}”列了两次。同名的两人请加注区别，如“${short(nameOf(twice))}（女）”。`,
    )
  return candidates.length < seats
    ? invalid(
        'candidates',
        `候选人 ${candidates.length} 人，少于应选 ${seats} 人。请增补候选人，或减少应选名额。`,
      )
    : undefined
}
