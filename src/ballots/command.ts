import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { parameterRefusal } from '../rules/settle.ts'
import { type Book, rulesUnder } from '../rules/standing.ts'
import { meetingFault } from './asked.ts'
import { type CountCase, readCase } from './case.ts'
import { count } from './count.ts'
import { rulesFor } from './election-rules.ts'
import { ballotsRefusal } from './faults.ts'
import { type Outcome, outcome } from './outcome.ts'

/** What a command leaves: its exit code and what it prints. */
export type Printed = { code: 0 | 2; out: string; err: string }

export const COUNT_USAGE = 'count <投票.json 或 ->'

/** One vote as JSON text in, its result as one line of JSON out; whatever is absurd in it is one line of error. */
export const countText = (text: string, book: Book): Printed => {
  const given = parsed(text)
  if (given === undefined) return failed('不是 JSON：读不出内容。请核对引号、逗号和括号。')
  const read = readCase(given)
  const result = isRefusal(read) ? read : resultOf(read, book)
  return isRefusal(result) ? failed(result.message) : { code: 0, out: `${JSON.stringify(result)}\n`, err: '' }
}

export const failed = (message: string): Printed => ({
  code: 2,
  out: '',
  err: `${message.replace(/\s+/g, ' ')}\n`,
})

/** The result of a case, by the rules of its day as its parameters leave them. */
export const resultOf = ({ on, unit, parameters, asked, box }: CountCase, book: Book): Outcome | Refusal => {
  for (const [key, value] of Object.entries(parameters)) {
    const refusal = parameterRefusal(book.parameters, book.rules, key, value)
    if (refusal) return refusal
  }
  const rules = rulesFor(rulesUnder(book, parameters, on), unit)
  if ('tally' in box) return outcome(rules, { ...asked, tally: box.tally })
  const fault = meetingFault(asked) ?? ballotsRefusal({ candidates: asked.candidates, ballots: box.ballots })
  if (fault) return fault
  return outcome(rules, { ...asked, tally: count(rules, { ...asked, ballots: box.ballots }) })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
