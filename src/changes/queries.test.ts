import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { listCare } from '../care/contract.ts'
import { careRoutes } from '../care/routes.ts'
import { served } from '../http/testing.ts'
import type { Held } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { changesWorld } from './fixtures/world.ts'
import { changeRoutes } from './routes.ts'

const world = await changesWorld()
const { branch, organizer, people, probationary } = world
const { ask } = served(world.database.app, [...changeRoutes, ...careRoutes], '2026-11-20')
const held: Held[] = [{ post: 'organization', path: branch.path }]
const asker = { organ: organizer.organ, person: organizer.person, held }
const unit = { unit: branch.id }

/** How many statements reach the database while something is asked, which must be answered. */
const counted = async (asking: () => Promise<{ status: number }>): Promise<number> => {
  const query = pg.Client.prototype.query
  let statements = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    statements += 1
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    assert.equal((await asking()).status, 200)
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}

const reads = async () => [
  await counted(() => ask(asker, contract.listProbations, { params: unit })),
  await counted(() => ask(asker, contract.readProbation, { params: { person: probationary.person } })),
  await counted(() => ask(asker, contract.listTransfers, { params: unit })),
  await counted(() => ask(asker, contract.listFloating, { params: unit })),
  await counted(() => ask(asker, contract.readOwnChanges, {})),
  await counted(() => ask(asker, listCare, { params: unit, query: { year: 2026 } })),
]

const leave = (personId: string) =>
  ask(asker, contract.beginTransfer, {
    params: unit,
    body: {
      ...{ personId, toUnit: '某街道党工委', reason: 'work', appliedOn: '2026-11-02' },
      ...{ duesMonth: '2026-11', issuedOn: '2026-11-03' },
    },
  })

test('every page of members’ changes asks as much of many rows as of none, and never more than twelve statements', async () => {
  const before = await reads()
  const [first, second, ...others] = people.filter(({ name }) => name.includes('小')).slice(0, 8)
  const began = await counted(() => leave(first!.person))
  for (const { person } of others) await leave(person)
  const { answer } = await leave(second!.person)
  const received = await counted(() =>
    ask(asker, contract.receiveReceipt, {
      params: { transfer: answer.id },
      body: { receivedOn: '2026-11-10', version: answer.version },
    }),
  )

  assert.deepEqual(await reads(), before)
  for (const statements of before) assert.ok(statements > 2 && statements <= 12, `${before}`)
  // Recording, with everything that follows in the same transaction; opening and closing it are two of them.
  assert.ok(began <= 14 && received <= 14, `${began} ${received}`)
})
