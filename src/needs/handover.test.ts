import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHandover } from '../handovers/contract.ts'
import { listPosts } from '../people/contract.ts'
import { readNeed } from './contract.ts'
import { desk } from './fixtures/desk.ts'
import { numberOf } from './matter.ts'

const { organ, ask, call, handledBy } = await desk()

/** What the sheet of a post of the desk tells of needs. */
const passedOn = async (who: string, post: string, to: string) => {
  const { posts } = await ask(who, listPosts, { params: { unit: organ.unit('市妇女联合会') }, query: {} })
  const held = posts.find((each) => each.post === post && each.personId === organ.person(who))!
  const body = { toId: organ.person(to), endsOn: '2026-11-20', beginsOn: '2026-11-21' }
  const { ledgers } = await ask(who, openHandover, { params: { post: held.id }, body })
  return ledgers.find(({ ledger }) => ledger === '需求')
}

test('an officer passes on the open matters that she owns, by number and state; the head of the desk those of the whole desk', async () => {
  const own = await ask('孟庆芝', readNeed, { params: { need: await handledBy('邱志成') } })
  const others = await ask('孟庆芝', readNeed, { params: { need: await handledBy('苏婉清') } })

  const officer = (await passedOn('邱志成', 'rights-officer', '林知夏'))!
  const told = officer.openMatters.map(({ what }) => what)
  assert.ok(told.includes(`需求${numberOf(own)} 办理中`))
  assert.ok(!told.includes(`需求${numberOf(others)} 办理中`))
  assert.ok(officer.openMatters.every(({ owner }) => owner === '邱志成'))
  assert.equal(officer.count, told.length)

  const head = (await passedOn('孟庆芝', 'rights-head', '林知夏'))!
  for (const { owner, need } of [
    { owner: '邱志成', need: own },
    { owner: '苏婉清', need: others },
  ])
    assert.ok(head.openMatters.some((each) => each.owner === owner && each.what.includes(numberOf(need))))
  for (const word of [call.asker.name, call.asker.phone, '工资', '劳动', '家庭暴力'])
    assert.ok(!JSON.stringify([officer, head]).includes(word), word)
})
