import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { exampleOrgan } from '../example/testing.ts'
import { listExpected } from '../meetings/contract.ts'
import * as themes from '../meetings/theme-contract.ts'
import { listPosts } from '../people/contract.ts'
import * as contract from './contract.ts'

const example = await exampleOrgan()
const unit = example.unit('市妇联机关党支部')
const { ask } = await example.as('顾明漪')

/** How many statements reach the database while something is asked. */
const counted = async (work: () => Promise<unknown>): Promise<number> => {
  const query = pg.Client.prototype.query
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements += 1
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

test('no page of theme days, own matters or hand-overs asks more than twelve statements', async (t) => {
  const { handovers } = await ask(contract.listHandovers, {})
  const asked: Record<string, () => Promise<unknown>> = {
    year: () => ask(themes.readThemeYear, { params: { unit }, query: { year: 2026 } }),
    expected: () => ask(listExpected, { params: { unit }, query: { on: '2026-12-11', kinds: 'theme-day' } }),
    own: () => ask(themes.listOwnTasks, {}),
    handovers: () => ask(contract.listHandovers, {}),
    handover: () => ask(contract.readHandover, { params: { handover: handovers[0]!.id } }),
  }
  for (const [name, work] of Object.entries(asked)) {
    const statements = await counted(work)
    t.diagnostic(`${name}: ${statements} statements`)
    assert.ok(statements <= 12, `${name}: ${statements}`)
  }
})

test('a year of themes is planned with as many statements as a month', async () => {
  const plan = (year: number, months: readonly number[]) =>
    counted(() =>
      ask(themes.planThemes, {
        params: { unit },
        body: {
          year,
          months: months.map((month) => ({
            month,
            theme: `第${month}个主题`,
            form: null,
            preparerId: example.person('贺佳宁'),
            parts: [{ title: '交流', fixed: false, ownerId: null }],
            version: null,
          })),
        },
      }),
    )
  assert.equal(await plan(2027, [1]), await plan(2028, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
})

test('opening a sheet draws every ledger with a number of statements that no ledger’s length changes', async (t) => {
  const { posts } = await ask(listPosts, { params: { unit }, query: {} })
  const of = (post: string) => posts.find((each) => each.post === post)!.id
  const open = (post: string, to: string) =>
    counted(() =>
      ask(contract.openHandover, {
        params: { post: of(post) },
        body: { toId: example.person(to), endsOn: '2026-11-20', beginsOn: '2026-11-21' },
      }),
    )
  const one = await open('publicity', '陶然')
  t.diagnostic(`opening a hand-over: ${one} statements`)
  assert.equal(await open('discipline', '黎昕'), one)
})
