import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import type { Asker } from '../http/testing.ts'
import { grantsOf } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { analysisErrands } from './errands-jobs.ts'
import { analysisBranch } from './fixtures/branch.ts'
import { analysisChapters } from './year-jobs.ts'

const world = await analysisBranch()
const { ask, branch, groups, memberOf, plain, secretaryAsks, leaderAsks } = world
const params = { from: '2026-01-01' }
const TEXT = '怕被埋怨'

const handIn = async (who: Asker): Promise<string> => {
  const parts = [{ heading: '问题和原因', text: TEXT }]
  await ask(who, contract.keepAnalysis, { params, body: { parts, version: 0 } })
  const { answer } = await ask(who, contract.handInAnalysis, { params, body: { headings: ['问题和原因'] } })
  return answer.done!.id
}

const errandsOf = async (who: Asker, on = '2026-11-22') => {
  const actor = { person: who.person, grants: grantsOf(who.held) }
  const as = { organ: who.organ, person: who.person, operation: 'test', may: actor.grants }
  const errands = await acting(world.database.database, as, (tx) =>
    analysisErrands(tx, { actor, today: day(on), until: day(on).add({ days: 28 }) }),
  )
  if (isRefusal(errands)) throw new Error(errands.message)
  return errands.map(({ unitName, title }) => `${unitName}：${title}`)
}

const first = await handIn(plain(memberOf(0, 0)))
await handIn(plain(memberOf(1, 0)))
await handIn(secretaryAsks)

test('what was handed in waits on the branch’s secretary and on the leader of its group, without a name', async () => {
  assert.deepEqual(await errandsOf(secretaryAsks), ['机关第一党支部：2 份交来的党性分析可以提意见'])
  assert.deepEqual(await errandsOf(leaderAsks[1]!), ['第二党小组：1 份交来的党性分析可以提意见'])
  assert.deepEqual(await errandsOf(plain(memberOf(0, 0))), [])
})

test('an answered one no longer waits, nor does one of long ago', async () => {
  await ask(leaderAsks[0]!, contract.answerAnalysis, {
    params: { analysis: first, unit: groups[0].id },
    body: { text: '一起商量。', version: null },
  })

  // The secretary belongs to the first group, too: hers is still there to be answered.
  assert.deepEqual(await errandsOf(leaderAsks[0]!), ['第一党小组：1 份交来的党性分析可以提意见'])
  assert.deepEqual(await errandsOf(secretaryAsks, '2027-06-01'), [])
})

test('the branch book tells who has done it and when, and no word of it', async () => {
  const as = {
    organ: secretaryAsks.organ,
    person: secretaryAsks.person,
    operation: 'test',
    may: grantsOf(secretaryAsks.held),
  }
  const asked = {
    organName: '示例市妇联',
    unitId: branch.id,
    unitName: branch.name,
    path: branch.path,
    units: [branch.id, ...groups.map(({ id }) => id)],
    year: 2026,
    today: '2026-11-22',
  }
  const chapters = await acting(world.database.database, as, (tx) => analysisChapters(tx, asked))
  if (isRefusal(chapters)) throw new Error(chapters.message)

  const [block] = chapters[0]!.blocks
  assert.ok(block?.kind === 'table')
  assert.equal(block.rows.length, 31)
  assert.deepEqual(
    block.rows
      .filter(([, , , doneOn]) => doneOn === '2026年11月22日')
      .map(([name]) => name)
      .sort(),
    [memberOf(0, 0).name, memberOf(1, 0).name, '林岚'].sort(),
  )
  assert.ok(!JSON.stringify(chapters).includes(TEXT))
})
