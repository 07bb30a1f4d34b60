import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { testDatabase } from '../database/testing.ts'
import { type Asker, served } from '../http/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import * as contract from './contract.ts'
import { organRoutes } from './routes.ts'

const { app: pool, database } = await testDatabase()
const { ask } = served(pool, organRoutes)

const organ = crypto.randomUUID()
const ids = { general: crypto.randomUUID(), branch: crypto.randomUUID(), person: crypto.randomUUID() }
const everything = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))
await acting(database, { organ, person: null, operation: 'test', may: everything }, async (tx) => {
  await tx.insertInto('organ').values({ organId: organ, name: '示例市妇联机关' }).execute()
  const founded = { line: 'party', foundedOn: '2015-03-01' }
  await tx
    .insertInto('unit')
    .values([
      { id: ids.general, kind: 'general-branch', name: '机关党总支', path: '/general/', ...founded },
      { id: ids.branch, kind: 'branch', name: '第一党支部', path: '/general/branch/', ...founded },
    ])
    .execute()
  await tx
    .insertInto('unitPlace')
    .values([
      { unitId: ids.general, parentId: null, name: '机关党总支', since: '2015-03-01' },
      {
        unitId: ids.branch,
        parentId: ids.general,
        name: '机关支部',
        since: '2015-03-01',
        until: '2019-12-31',
      },
      { unitId: ids.branch, parentId: ids.general, name: '第一党支部', since: '2020-01-01' },
    ])
    .execute()
  await tx.insertInto('person').values({ id: ids.person, name: '林岚', unitId: ids.branch }).execute()
  return null
})

const keeper: Asker = { organ, person: ids.person, held: [{ post: 'secretary', path: '/general/' }] }
const member: Asker = { organ, person: ids.person, held: [{ post: 'member', path: '/general/branch/' }] }
const ofBranch: Asker = { organ, person: ids.person, held: [{ post: 'secretary', path: '/general/branch/' }] }

const make = async (name: string, parentId: string, kind: 'branch' | 'group', foundedOn = '2020-01-01') =>
  (await ask(keeper, contract.makeUnit, { body: { parentId, line: 'party', kind, name, foundedOn } })).answer

test('units are told as they stood on the day: the name of that day, nothing founded later', async () => {
  await make('第二党支部', ids.general, 'branch', '2021-05-01')
  const names = async (on: string) => {
    const { answer } = await ask(member, contract.listUnits, { query: { on } })
    return answer.units.map(({ name }) => name).sort()
  }
  assert.deepEqual(await names('2014-01-01'), [])
  assert.deepEqual(await names('2018-06-01'), ['机关党总支', '机关支部'].sort())
  assert.deepEqual(await names('2022-06-01'), ['机关党总支', '第一党支部', '第二党支部'].sort())
})

test('a group stands under a branch and nowhere else', async () => {
  const body = {
    parentId: ids.general,
    line: 'party',
    kind: 'group',
    name: '三组',
    foundedOn: '2020-01-01',
  } as const
  const { status, refusal } = await ask(keeper, contract.makeUnit, { body })
  assert.equal(status, 400)
  assert.match(refusal.message, /党小组的上级应是党支部，这里上级是党总支/)
})

test('the federation has a tree of its own, from the city down to a village, and keeps it under a new name', async () => {
  const chain = ['federation-city', 'federation-district', 'federation-town', 'federation-village'] as const
  const above: string[] = []
  for (const kind of chain) {
    const parentId = above.at(-1) ?? null
    const body = {
      parentId,
      line: 'federation',
      kind,
      name: `示例${kind.length}妇联`,
      foundedOn: '2018-01-01',
    } as const
    const { status, answer, refusal } = await ask(keeper, contract.makeUnit, { body })
    assert.equal(status, 200, refusal.message)
    assert.equal(answer.parentId, parentId)
    above.push(answer.id)
  }
  const tree = await ask(member, contract.listUnits, {})
  const city = tree.answer.units.find(({ kind }) => kind === 'federation-city')
  assert.ok(city)
  const renamed = { name: '示例市妇女联合会', parentId: null, since: '2026-03-01', version: city.version }
  const { status, answer } = await ask(keeper, contract.changeUnit, {
    params: { unit: city.id },
    body: renamed,
  })
  assert.deepEqual([status, answer.name, answer.parentId], [200, '示例市妇女联合会', null])
})

test('a second topmost Party unit is not founded beside the first', async () => {
  const body = {
    parentId: null,
    line: 'party',
    kind: 'branch',
    name: '另一支部',
    foundedOn: '2020-01-01',
  } as const
  const { status, refusal } = await ask(keeper, contract.makeUnit, { body })
  assert.equal(status, 400)
  assert.match(refusal.message, /党组织须建在已有的上级党组织之下/)
})

test('a moved branch takes its groups along, and the past keeps its shape', async () => {
  const other = await make('第三党支部', ids.general, 'branch')
  const branch = await make('第四党支部', ids.general, 'branch')
  const group = await make('一组', branch.id, 'group')
  const body = { name: '一组', parentId: other.id, since: '2026-02-01', version: group.version }
  const moved = await ask(keeper, contract.changeUnit, { params: { unit: group.id }, body })
  assert.equal(moved.answer.path.startsWith(other.path), true)
  const now = await ask(member, contract.listUnits, {})
  const then = await ask(member, contract.listUnits, { query: { on: '2026-01-31' } })
  assert.equal(now.answer.units.find(({ id }) => id === group.id)?.parentId, other.id)
  assert.equal(then.answer.units.find(({ id }) => id === group.id)?.parentId, branch.id)
})

test('moving a branch out of the tree moves every path below it, for one with the right to both places', async () => {
  const branch = await make('第五党支部', ids.general, 'branch')
  const group = await make('五支部一组', branch.id, 'group')
  const params = { unit: branch.id }
  const body = { name: '第五党支部', parentId: null, since: '2026-02-01', version: branch.version }
  assert.equal((await ask(keeper, contract.changeUnit, { params, body })).status, 403)
  const ofOrgan: Asker = { ...keeper, held: [{ post: 'secretary', path: '/' }] }
  const moved = await ask(ofOrgan, contract.changeUnit, { params, body })
  assert.equal(moved.answer.path.split('/').length, 3)
  const { answer } = await ask(member, contract.listUnits, {})
  const below = answer.units.find(({ id }) => id === group.id)
  assert.equal(below?.path, group.path.replace(branch.path, moved.answer.path))
})

test('a unit does not go under itself, nor change before its last change', async () => {
  const unit = await make('第六党支部', ids.general, 'branch', '2024-01-01')
  const change = (since: string) =>
    ask(keeper, contract.changeUnit, {
      params: { unit: unit.id },
      body: { name: '更名', parentId: ids.general, since, version: unit.version },
    })
  assert.match((await change('2024-01-01')).refusal.message, /须晚于上一次变更的 2024-01-01/)
  assert.match((await change('2027-01-01')).refusal.message, /在今天之后/)
})

test('who read an old version is told so, and nothing changes', async () => {
  const unit = await make('第七党支部', ids.general, 'branch')
  const body = { name: '第七党支部(新)', parentId: ids.general, since: '2025-01-01', version: unit.version }
  const params = { unit: unit.id }
  assert.equal((await ask(keeper, contract.changeUnit, { params, body })).status, 200)
  const again = await ask(keeper, contract.changeUnit, { params, body: { ...body, since: '2025-02-01' } })
  assert.equal(again.status, 409)
  assert.match(again.refusal.message, /刚被别人改过/)
})

test('the secretary of one branch does not change another', async () => {
  const unit = await make('第八党支部', ids.general, 'branch')
  const body = { on: '2026-01-01', version: unit.version }
  const { status, refusal } = await ask(ofBranch, contract.dissolveUnit, { params: { unit: unit.id }, body })
  assert.equal(status, 403)
  assert.match(refusal.message, /不能调整「第八党支部」/)
})

test('a branch with a group is not dissolved before the group', async () => {
  const branch = await make('第九党支部', ids.general, 'branch')
  const group = await make('九支部一组', branch.id, 'group')
  const dissolve = (unit: { id: string; version: number }) =>
    ask(keeper, contract.dissolveUnit, {
      params: { unit: unit.id },
      body: { on: '2026-06-30', version: unit.version },
    })
  assert.match((await dissolve(branch)).refusal.message, /之下还有 1 个组织/)
  assert.equal((await dissolve(group)).answer.dissolvedOn, '2026-06-30')
  assert.equal((await dissolve(branch)).status, 200)
  const { answer } = await ask(member, contract.listUnits, {})
  assert.ok(!answer.units.some(({ id }) => id === branch.id))
})

test('a term ends three years on, is to be prepared half a year before, and an approval moves both', async () => {
  const unit = await make('第十党支部', ids.general, 'branch')
  const params = { unit: unit.id }
  const begun = await ask(keeper, contract.beginTerm, { params, body: { electedOn: '2023-03-28' } })
  assert.equal(begun.answer.dueOn, '2026-03-28')
  assert.equal(begun.answer.remindOn, '2025-09-28')
  assert.match(begun.answer.citation, /第二十一条/)
  const shifted = await ask(keeper, contract.approveShift, {
    params: { term: begun.answer.id },
    body: { approvedUntil: '2026-12-15', approvalNote: '机关工委批复', version: begun.answer.version },
  })
  assert.equal(shifted.answer.dueOn, '2026-12-15')
  const next = await ask(keeper, contract.beginTerm, { params, body: { electedOn: '2026-11-20' } })
  assert.equal(next.status, 200)
  const { answer } = await ask(member, contract.listTerms, { params })
  assert.deepEqual(
    answer.terms.map(({ electedOn, endedOn }) => [electedOn, endedOn]),
    [
      ['2026-11-20', null],
      ['2023-03-28', '2026-11-19'],
    ],
  )
})

test('a local parameter may tighten what must be, never loosen it', async () => {
  const choose = (choice: string, since = '2026-01-01') =>
    ask(keeper, contract.chooseParameter, { body: { key: 'election.quorum.share', choice, since } })
  const loosened = await choose('3/5')
  assert.equal(loosened.status, 422)
  assert.equal(loosened.refusal.field, 'choice')
  assert.match(loosened.refusal.message, /地方只能从严/)
  assert.equal((await choose('9/10')).answer.choice, '9/10')
  assert.match((await choose('4/5', '2025-06-01')).refusal.message, /须晚于上一次选定的 2026-01-01/)
  const on = async (day: string) => {
    const { answer } = await ask(member, contract.listParameters, { query: { on: day } })
    return answer.parameters.find(({ key }) => key === 'election.quorum.share')?.choice
  }
  assert.equal(await on('2025-12-31'), '4/5')
  assert.equal(await on('2026-01-01'), '9/10')
})

test('listing units takes the same few statements however many there are', async () => {
  const before = await ask(member, contract.listUnits, {})
  for (const name of ['甲组', '乙组', '丙组']) await make(name, ids.branch, 'group')
  const after = await ask(member, contract.listUnits, {})
  assert.equal(after.answer.units.length, before.answer.units.length + 3)
  assert.equal(after.queries, before.queries)
})
