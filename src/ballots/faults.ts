import { type Refusal, refuse } from '../kernel/outcome.ts'
import { MOST } from '../rules/line.ts'
import { type Ballot, CHOICES, type Tally, type Votes } from './ballot.ts'

/** How faults name a candidate or a person written in, where the keys are not their names. */
export type NameOf = (key: string) => string

const itself: NameOf = (key) => key

type Sheets = { candidates: readonly string[]; ballots: readonly Ballot[]; nameOf?: NameOf }

/**
 * What no sheet of this election can say: a person who is no candidate, a mark that is none of the three, a candidate's own
 * name written in, where only the tellers can say what the voter meant. Undefined where every sheet can be counted.
 */
export const ballotsRefusal = ({ candidates, ballots, nameOf = itself }: Sheets): Refusal | undefined => {
  const known = new Set(candidates)
  for (const [at, { choices, writeIns }] of ballots.entries()) {
    const sheet = `第 ${at + 1} 张选票`
    const field = `ballots.${at}`
    for (const [person, choice] of Object.entries(choices)) {
      if (!known.has(person))
        return invalid(field, `${sheet}上的“${short(nameOf(person))}”不是候选人。另选他人请记在“写入”。`)
      if (!CHOICES.includes(choice))
        return invalid(
          field,
          `${sheet}对“${short(nameOf(person))}”的选择应是 ${CHOICES.join('、')} 之一，所给为${shown(choice)}。`,
        )
    }
    for (const person of writeIns) {
      if (person.trim() === '') return invalid(field, `${sheet}的“写入”有空的姓名，请删去或补上。`)
      if (known.has(person))
        return invalid(
          field,
          `${sheet}写入的“${short(nameOf(person))}”就是候选人，不是另选他人。请由监票人认定：按对该候选人的赞成记，或不记。`,
        )
    }
  }
  return undefined
}

export type Totals = { seats: number; candidates: readonly string[]; tally: Tally; nameOf?: NameOf }

/**
 * Why totals cannot come from any box of ballots: the first sum that does not add up, by its field and with its numbers.
 * Undefined where they can. More returned than issued is no fault of the sums: it voids the election.
 */
export const tallyFaults = ({ seats, candidates, tally, nameOf = itself }: Totals): Refusal | undefined =>
  wholesFault(tally) ??
  sheetsFault(tally) ??
  peopleFault(candidates, tally, nameOf) ??
  votesFault(candidates, tally, nameOf) ??
  writeInsFault(seats, tally, nameOf) ??
  choicesFault(seats, tally)

const wholesFault = ({ returned, void: voided }: Tally): Refusal | undefined =>
  countFault('returned', '收回选票', returned) ?? countFault('void', '作废选票', voided)

const sheetsFault = ({ returned, void: voided }: Tally): Refusal | undefined =>
  voided > returned
    ? invalid('void', `作废选票 ${voided} 张，多于收回的 ${returned} 张。请核对两个数。`)
    : undefined

const peopleFault = (
  candidates: readonly string[],
  { votes, writeIns }: Tally,
  nameOf: NameOf,
): Refusal | undefined => {
  const stranger = Object.keys(votes).find((person) => !candidates.includes(person))
  if (stranger !== undefined)
    return invalid(
      `votes.${stranger}`,
      `得票中的“${short(nameOf(stranger))}”不是候选人。另选他人请记在另选票数。`,
    )
  const uncounted = candidates.find((candidate) => !Object.hasOwn(votes, candidate))
  if (uncounted !== undefined)
    return invalid(
      `votes.${uncounted}`,
      `缺少候选人“${short(nameOf(uncounted))}”的得票。请补上赞成、反对、弃权三个数。`,
    )
  const both = candidates.find((candidate) => Object.hasOwn(writeIns, candidate))
  if (both !== undefined)
    return invalid(
      `writeIns.${both}`,
      `“${short(nameOf(both))}”是候选人，不能又记在另选票数。请并入其赞成票或删去。`,
    )
  return undefined
}

const votesFault = (candidates: readonly string[], tally: Tally, nameOf: NameOf): Refusal | undefined => {
  const valid = tally.returned - tally.void
  for (const candidate of candidates) {
    const of = tally.votes[candidate]!
    const field = `votes.${candidate}`
    const name = short(nameOf(candidate))
    for (const choice of CHOICES) {
      const fault = countFault(`${field}.${choice}`, `“${name}”的${WORDS[choice]}票`, of[choice])
      if (fault) return fault
    }
    const sum = of.approve + of.oppose + of.abstain
    if (sum !== valid)
      return invalid(
        field,
        `“${name}”赞成 ${of.approve}、反对 ${of.oppose}、弃权 ${of.abstain}，合计 ${sum} 票，与有效票 ${valid} 张（收回 ${tally.returned} 减作废 ${tally.void}）不符。`,
      )
  }
  return undefined
}

const WORDS: Record<keyof Votes, string> = { approve: '赞成', oppose: '反对', abstain: '弃权' }

const writeInsFault = (seats: number, { votes, writeIns }: Tally, nameOf: NameOf): Refusal | undefined => {
  const opposed = sumOf(Object.values(votes).map(({ oppose }) => oppose))
  for (const [person, times] of Object.entries(writeIns)) {
    const field = `writeIns.${person}`
    const name = short(nameOf(person))
    if (person.trim() === '') return invalid('writeIns', '另选票数里有空的姓名，请删去或补上。')
    const fault = countFault(field, `另选“${name}”的票`, times)
    if (fault) return fault
    if (times > opposed)
      return invalid(
        field,
        `另选“${name}” ${times} 票，多于全部反对票 ${opposed} 票；另选他人的选票上至少有一个反对。请核对。`,
      )
  }
  const written = sumOf(Object.values(writeIns))
  return written > opposed * seats
    ? invalid(
        'writeIns',
        `另选合计 ${written} 票，多于反对票 ${opposed} 票乘应选 ${seats} 人的 ${opposed * seats}：投反对票的选票最多这些张，每张所选不多于应选人数。请核对。`,
      )
    : undefined
}

const choicesFault = (
  seats: number,
  { returned, void: voided, votes, writeIns }: Tally,
): Refusal | undefined => {
  const valid = returned - voided
  const approved = sumOf(Object.values(votes).map(({ approve }) => approve))
  const written = sumOf(Object.values(writeIns))
  return approved + written > valid * seats
    ? invalid(
        'votes',
        `赞成与另选合计 ${approved + written} 票，多于有效票 ${valid} 张乘应选 ${seats} 人的 ${valid * seats}：有效票所选不多于应选人数。请核对。`,
      )
    : undefined
}

/** Why a number cannot be a count of people or sheets; undefined where it can. */
export const countFault = (field: string, label: string, value: unknown, least = 0): Refusal | undefined => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    return invalid(field, `${label}应是不小于 ${least} 的整数，所给为${shown(value)}。`)
  return value > MOST ? invalid(field, `${label}不能大于 ${MOST}，所给为 ${value}。`) : undefined
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

export const invalid = (field: string, message: string): Refusal => refuse('invalid', message, { field })

/** A name on one line and short, however long the input was. */
export const short = (name: string): string => {
  const line = name.replace(/\s+/g, ' ')
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}

/** What was given, on one line and short, as it follows on Chinese words. */
export const shown = (value: unknown): string => {
  if (Array.isArray(value)) return '一个列表'
  if (typeof value === 'object' && value !== null) return '一个对象'
  return typeof value === 'string' ? `“${short(value)}”` : ` ${String(value)}`
}
