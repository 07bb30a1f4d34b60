import { type Route, route } from '../http/serve.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { settledOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { effective } from '../rules/effective.ts'
import { explain } from '../rules/explain.ts'
import { judge, judgeById } from '../rules/judge.ts'
import { ruleOn, rulesOn } from '../rules/rulebook.ts'
import { settledOn } from '../rules/standing.ts'
import * as contract from './contract.ts'
import { shownRule, speaksOf } from './shown.ts'

/** The rules in force on the day, as the organ's choices of that day leave them. */
const listRules = route(contract.listRules, async ({ tx, today, query }) => {
  const on = query.on === undefined ? today : day(query.on)
  const settled = settledOn(await settledOf(tx), on)
  const rules = rulesOn(book.rules, on)
    .map((rule) => shownRule(effective(rule, settled, book.parameters)))
    // What a regulation says stands before replies and customs.
    .toSorted((one, other) => Number(isOfRegulation(other)) - Number(isOfRegulation(one)))
  return { on: on.toString(), rules: rules.filter((rule) => speaksOf(rule, query.words ?? '')) }
})

const isOfRegulation = ({ citation }: contract.ShownRule): boolean => citation.startsWith('《')

const tryRule = route(contract.tryRule, async ({ tx, today, params, body }) => {
  const on = body.on === undefined ? today : day(body.on)
  const written = ruleOn(book.rules, params.rule, on)
  const rule = written && effective(written, settledOn(await settledOf(tx), on), book.parameters)
  const judgment =
    rule?.kind === 'check'
      ? judge(rule, body.facts)
      : judgeById(book.rules, params.rule, { on, facts: body.facts })
  if (isRefusal(judgment)) return judgment
  if (rule?.kind !== 'check') return refuse('invalid', '这条规则不能按人数判定。', { field: 'rule' })
  return { judgment, words: explain(judgment, rule) }
})

export const regulationRoutes: readonly Route[] = [listRules, tryRule]
