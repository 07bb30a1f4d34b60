import { isDay } from '../kernel/day.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import type { Settled } from '../rules/parameters.ts'
import type { Asked } from './asked.ts'
import { type Ballot, CHOICES, type Choice, type Tally, type Votes } from './ballot.ts'
import { ELECTING_KINDS } from './election-rules.ts'
import { invalid, short, shown } from './faults.ts'

/** The key under which a ballot of a case lists whom its voter wrote in. */
export const WRITE_INS = '写入'

/** One vote as an auditor writes it down, read and known to be of the right shape; its numbers are judged later. */
export type CountCase = {
  on: string
  unit: string
  parameters: Settled
  asked: Omit<Asked, 'tally'>
  box: { ballots: readonly Ballot[] } | { tally: Tally }
}

const REQUIRED = ['on', 'unit', 'entitled', 'present', 'seats', 'candidates', 'issued'] as const
const OPTIONAL = ['ballots', 'totals', 'round', 'heads', 'parameters'] as const
/** More candidates than any electing meeting has; a longer list is no list of candidates. */
const MOST_CANDIDATES = 1000
const MOST_WRITTEN = 200

type Json = Readonly<Record<string, unknown>>

/** Reads a case, or says in one line what is wrong with its shape: the first fault, with what would put it right. */
export const readCase = (given: unknown): CountCase | Refusal => {
  if (!isObject(given)) return invalid('case', '一次投票应写成一个 JSON 对象，写法见运维手册“复核一次计票”。')
  const fault = keysFault('case', '', given, REQUIRED, OPTIONAL) ?? headFault(given)
  if (fault) return fault
  const candidates = namesOf('candidates', '候选人', given.candidates, MOST_CANDIDATES)
  if (isRefusal(candidates)) return candidates
  const parameters = parametersOf(given.parameters ?? {})
  if (isRefusal(parameters)) return parameters
  const box = boxOf(given)
  if (isRefusal(box)) return box

  // Whether these are counts at all is told by `meetingFault`, with everything else that numbers can be at fault in.
  const { entitled, present, seats, issued, round = 1 } = given as Record<string, number>
  return {
    on: String(given.on),
    unit: String(given.unit),
    parameters,
    asked: {
      entitled: entitled!,
      present: present!,
      seats: seats!,
      candidates,
      issued: issued!,
      round,
      heads: given.heads === true,
    },
    box,
  }
}

const headFault = ({ on, unit, heads }: Json): Refusal | undefined => {
  if (typeof on !== 'string' || !isDay(on))
    return invalid('on', `on 应是日历上有的日期，如 "2026-11-20"，所给为${shown(on)}。`)
  if (typeof unit !== 'string' || !ELECTING_KINDS.includes(unit))
    return invalid('unit', `unit 应是 ${ELECTING_KINDS.join('、')} 之一，所给为${shown(unit)}。`)
  if (heads !== undefined && typeof heads !== 'boolean')
    return invalid('heads', `heads 只能写 true（选举书记、副书记）或 false，所给为${shown(heads)}。`)
  return undefined
}

const parametersOf = (given: unknown): Settled | Refusal => {
  if (!isObject(given))
    return invalid('parameters', `parameters 应是一个对象，如 {"election.quorum.share": "5/6"}。`)
  const odd = Object.entries(given).find(([, value]) => typeof value !== 'string')
  return odd === undefined
    ? (given as Settled)
    : invalid('parameters', `parameters 中“${short(odd[0])}”的值应是文字，如 "5/6"，所给为${shown(odd[1])}。`)
}

const boxOf = ({ ballots, totals }: Json): CountCase['box'] | Refusal => {
  const hasBallots = ballots !== undefined && ballots !== null
  const hasTotals = totals !== undefined && totals !== null
  if (hasBallots && hasTotals)
    return invalid('ballots', 'ballots（逐张）和 totals（汇总）只能写一样，另一样写 null 或不写。')
  if (hasBallots) {
    const read = ballotsOf(ballots)
    return isRefusal(read) ? read : { ballots: read }
  }
  if (!hasTotals) return invalid('ballots', '请写出 ballots（逐张）或 totals（汇总）中的一样。')
  const tally = tallyOf(totals)
  return isRefusal(tally) ? tally : { tally }
}

const ballotsOf = (given: unknown): Ballot[] | Refusal => {
  if (!Array.isArray(given)) return invalid('ballots', `ballots 应是选票的列表，所给为${shown(given)}。`)
  const ballots: Ballot[] = []
  for (const [at, written] of given.entries()) {
    const ballot = ballotOf(written, at)
    if (isRefusal(ballot)) return ballot
    ballots.push(ballot)
  }
  return ballots
}

const ballotOf = (written: unknown, at: number): Ballot | Refusal => {
  const sheet = `第 ${at + 1} 张选票`
  if (!isObject(written))
    return invalid(`ballots.${at}`, `${sheet}应写成对象，如 {"甲": "approve"}，所给为${shown(written)}。`)
  const { [WRITE_INS]: named = [], ...choices } = written
  const writeIns = namesOf(`ballots.${at}`, `${sheet}的“${WRITE_INS}”`, named, MOST_WRITTEN)
  if (isRefusal(writeIns)) return writeIns
  const odd = Object.entries(choices).find(([, choice]) => !CHOICES.includes(choice as Choice))
  return odd === undefined
    ? { choices: choices as Ballot['choices'], writeIns }
    : invalid(
        `ballots.${at}`,
        `${sheet}对“${short(odd[0])}”的选择应是 ${CHOICES.join('、')} 之一，所给为${shown(odd[1])}。`,
      )
}

const tallyOf = (given: unknown): Tally | Refusal => {
  if (!isObject(given)) return invalid('totals', `totals 应是一个对象，所给为${shown(given)}。`)
  const fault = keysFault('totals', 'totals 的 ', given, ['returned', 'void', 'votes'], ['writeIns'])
  if (fault) return fault
  const { returned, void: voided, votes, writeIns = {} } = given
  if (!isObject(votes)) return invalid('totals', `totals 的 votes 应是一个对象，所给为${shown(votes)}。`)
  if (!isObject(writeIns))
    return invalid('totals', `totals 的 writeIns 应是一个对象，所给为${shown(writeIns)}。`)
  for (const [person, of] of Object.entries(votes)) {
    const whose = `“${short(person)}”的得票`
    if (!isObject(of))
      return invalid(
        `votes.${person}`,
        `${whose}应是一个对象，如 {"approve": 20, "oppose": 3, "abstain": 1}。`,
      )
    const odd = keysFault(`votes.${person}`, `${whose}里 `, of, CHOICES, [])
    if (odd) return odd
  }
  // Counts that are none are told by `tallyFaults`, each by its own name.
  return {
    returned: returned as number,
    void: voided as number,
    votes: votes as Record<string, Votes>,
    writeIns: writeIns as Record<string, number>,
  }
}

/** A list of names, each as it would stand on paper. */
const namesOf = (field: string, label: string, given: unknown, most: number): string[] | Refusal => {
  if (!Array.isArray(given)) return invalid(field, `${label}应是姓名的列表，所给为${shown(given)}。`)
  if (given.length > most) return invalid(field, `${label}最多 ${most} 人，所给有 ${given.length} 人。`)
  const odd = given.find((name) => typeof name !== 'string' || !NAME.test(name))
  if (odd !== undefined || given.includes(undefined))
    return invalid(field, `${label}里的姓名应是 1 至 60 个字、前后没有空白的文字，所给为${shown(odd)}。`)
  return given.includes(WRITE_INS)
    ? invalid(field, `${label}里的“${WRITE_INS}”在选票上另有用处，不能作姓名。`)
    : given
}

const NAME = /^(?=.{1,60}$)\S(.*\S)?$/u

const keysFault = (
  field: string,
  where: string,
  given: Json,
  required: readonly string[],
  optional: readonly string[],
): Refusal | undefined => {
  const known = [...required, ...optional]
  const odd = Object.keys(given).find((key) => !known.includes(key))
  if (odd !== undefined) return invalid(field, `不认识 ${where}${short(odd)}，可写的有 ${known.join('、')}。`)
  const missing = required.filter((key) => !Object.hasOwn(given, key))
  return missing.length > 0 ? invalid(missing[0]!, `缺少 ${where}${missing.join('、')}。`) : undefined
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
