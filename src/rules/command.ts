import { day, isDay } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import type { Given } from './facts.ts'
import { judgeById } from './judge.ts'
import type { Rules } from './rulebook.ts'

/** What a command leaves: its exit code and what it prints. */
export type Printed = { code: 0 | 2; out: string; err: string }

export const JUDGE_USAGE = 'judge <规则> --on <日期> --facts <JSON>'

/** `judge election.quorum --on 2026-03-28 --facts '{"entitled":29,"present":24}'`: one line of JSON, or one line of error. */
export const judgeCommand = (argv: readonly string[], rules: Rules): Printed => {
  const asked = read(argv)
  if (typeof asked === 'string') return failed(asked)
  const outcome = judgeById(rules, asked.rule, { on: day(asked.on), facts: asked.facts })
  return isRefusal(outcome)
    ? failed(outcome.message)
    : { code: 0, out: `${JSON.stringify(outcome)}\n`, err: '' }
}

const failed = (message: string): Printed => ({ code: 2, out: '', err: `${message.replace(/\s+/g, ' ')}\n` })

/** What was asked, or what is wrong with the asking. */
const read = (argv: readonly string[]): { rule: string; on: string; facts: Given } | string => {
  const options = optionsOf(argv)
  if (typeof options === 'string') return options
  const { rule, on, facts } = options
  if (rule === undefined) return `请写出规则编号：${JUDGE_USAGE}`
  if (on === undefined) return `请用 --on 写出日期，如 2026-03-28：${JUDGE_USAGE}`
  if (!isDay(on)) return `--on 应是日历上有的日期，如 2026-03-28，所给为 ${JSON.stringify(on.slice(0, 40))}。`
  if (facts === undefined) return `请用 --facts 写出事实：${JUDGE_USAGE}`
  const parsed = parse(facts)
  if (parsed === undefined) return '--facts 应是 JSON 对象，如 {"entitled": 29, "present": 24}。'
  return { rule, on, facts: parsed }
}

type Options = { rule?: string; on?: string; facts?: string }

const optionsOf = (argv: readonly string[]): Options | string => {
  const options: Options = {}
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at]!
    if (argument === '--json') continue
    if (!argument.startsWith('--')) {
      if (options.rule !== undefined)
        return `只能写一个规则编号，多出了 ${JSON.stringify(argument.slice(0, 40))}。`
      options.rule = argument
      continue
    }
    const [flag, inline] = split(argument)
    if (flag !== '--on' && flag !== '--facts') return `没有选项 ${flag}：${JUDGE_USAGE}`
    if (inline === undefined) at += 1
    const value = inline ?? argv[at]
    if (value !== undefined) options[flag === '--on' ? 'on' : 'facts'] = value
  }
  return options
}

const split = (argument: string): [string, string | undefined] => {
  const at = argument.indexOf('=')
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)]
}

const parse = (text: string): Given | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : undefined
  } catch {
    return undefined
  }
}
