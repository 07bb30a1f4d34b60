import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { electionCasesPage } from '../../scripts/election-cases-page.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { rulesUnder } from '../rules/standing.ts'
import { readCase } from './case.ts'
import { resultOf } from './command.ts'
import { ROLES } from './election-rules.ts'
import { type Expected, type NamedCase, readCases } from './fixtures/cases.ts'
import { regulations } from './fixtures/elections.ts'
import type { Outcome } from './outcome.ts'

const groups = readCases()
const cases = groups.flatMap(({ title, cases }) => cases.map((named) => ({ ...named, title })))

const told = ({ asked }: NamedCase): Outcome | Refusal => {
  const read = readCase(JSON.parse(JSON.stringify(asked)))
  return isRefusal(read) ? read : resultOf(read, regulations)
}

for (const named of cases) {
  test(`${named.title}：${named.name}`, () => {
    const result = told(named)
    if ('refused' in named) {
      assert.ok(isRefusal(result), 'not refused')
      return assert.ok(result.message.includes(named.refused), result.message)
    }
    if (isRefusal(result)) return assert.fail(result.message)
    const { votes = {}, ...expected } = named.result
    for (const [key, wanted] of Object.entries(expected))
      assert.deepEqual(SHOWN[key as keyof typeof SHOWN](result), wanted, key)
    for (const [person, [approve, oppose, abstain]] of Object.entries(votes))
      assert.deepEqual(result.votes[person], { approve, oppose, abstain }, person)
    assert.ok(result.because.some(({ rule }) => rule === named.rule) || !isCounted(named.rule), named.rule)
  })
}

test('there are many cases, each cites a clause in force on its day, and every kind of result is among them', () => {
  assert.ok(cases.length >= 60, `${cases.length}`)
  assert.equal(new Set(cases.map(({ title, name }) => title + name)).size, cases.length)
  for (const { name, rule, asked } of cases)
    assert.ok(rulesUnder(regulations, {}, asked.on)(rule), `${name}: ${rule}`)
  const results = cases.map(told)
  for (const election of ['valid', 'void', 'not-quorate'])
    assert.ok(results.some((result) => !isRefusal(result) && result.election === election))
})

/** Whether the count itself judges by the rule, and so must give it as a reason. */
const isCounted = (rule: string): boolean => ROLES.some((role) => rule.endsWith(`election.${role}`))

/** Where a case's words for a result are found in it. */
const SHOWN: Record<Exclude<keyof Expected, 'votes'>, (result: Outcome) => unknown> = {
  quorum: ({ quorum }) => quorum.needed,
  election: ({ election }) => election,
  needed: ({ needed }) => needed,
  void: ({ ballots }) => ballots.void,
  elected: ({ elected }) => elected,
  runoff: ({ runoff }) => runoff,
  shortfall: ({ shortfall }) => shortfall,
  close: ({ because }) => because.find(({ rule }) => rule.endsWith('.shortfall'))?.holds,
}

test('the handbook shows these cases as they are counted', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/handbook/election-cases.md'), 'utf8')
  assert.ok(page === electionCasesPage(), 'run: node scripts/generate.ts')
})
