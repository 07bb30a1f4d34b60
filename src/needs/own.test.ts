import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { desk } from './fixtures/desk.ts'

const { organ, handledBy, received } = await desk()

/** An update that names no row and reads no column: nothing but its own policy holds it back. */
const overwritten = async (who: string): Promise<number> => {
  const as = { organ: organ.organ, person: organ.person(who), operation: '测试', may: {} }
  const done = await acting(organ.database, as, (tx) =>
    tx.updateTable('need').set({ ownerName: '改过的' }).executeTakeFirst(),
  )
  return Number((done as { numUpdatedRows: bigint }).numUpdatedRows)
}

test('an update that names no row reaches only what whoever acts may see', async () => {
  await received('R2')
  await handledBy('邱志成')
  assert.equal(await overwritten('尤佳'), 0)
})
