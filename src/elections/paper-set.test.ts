import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { archiveCommand } from '../archives/command-jobs.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { Manifest } from '../documents/manifest.ts'
import { countingIn, countWorld, granted } from './fixtures/counting.ts'
import * as contract from './paper-contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhixing-set-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const world = await countWorld()
const { ask, secretary, asker } = world
const planted = await world.plant()
const counting = countingIn(world, planted)
const { params } = counting
granted(await counting.start('member'))
const names = (await counting.roundNow('member')).names.map(({ name }) => name)
const votes = Object.fromEntries(names.map((name, at) => [name, [22 - at * 2, at, 3 + at] as const]))
granted(await counting.enter('member', { printed: 30, issued: 26, returned: 25, votes }))
granted(await counting.close('member'))

const taken = async () => {
  const { status, answer, queries, refusal } = await ask(secretary, contract.downloadPaperSet, { params })
  assert.equal(status, 200, refusal?.message)
  return { ...(answer as unknown as { name: string; bytes: Uint8Array }), queries }
}
const set = await taken()
const files = unzipSync(set.bytes)
const manifest = Manifest.parse(JSON.parse(strFromU8(files['manifest.json']!)))

test('the set holds every paper there is, each under its number, with digest and retention', () => {
  const papers = manifest.files.filter(({ number }) => number !== null)
  assert.ok(papers.length >= 8, `${papers.length} papers`)
  for (const { path, number, retention, title } of papers) {
    assert.match(path, new RegExp(`^[^/]+换届选举文书/${number} [^/]+\\.docx$`))
    assert.equal(retention, '永久')
    assert.ok(title)
  }
  const serials = papers.map(({ number }) => number!)
  assert.deepEqual(serials, serials.toSorted())
  assert.ok(serials.includes('17') && serials.includes('14-1'))
})

test('what is not in the set is named with its reason, for people too', () => {
  const plenary = manifest.missing!.find(({ title }) => title.startsWith('18 '))
  assert.equal(plenary?.because, '新一届委员会还没有召开第一次会议。')
  assert.match(strFromU8(files['清单.txt']!), /# 没有：20 选举结果批复登记。还没有登记上级的批复。/)
})

test('the same records give the same bytes', async () => {
  const again = await taken()
  assert.deepEqual(Buffer.from(again.bytes), Buffer.from(set.bytes))
})

test('the command that verifies the annual archive verifies the set', async () => {
  const path = join(folder, 'set.zip')
  writeFileSync(path, set.bytes)
  const { code, out } = await archiveCommand(['verify', path])
  assert.equal(code, 0)
  assert.match(out, /换届选举 2026年归档：\d+ 个文件与清单一致/)
})

test('the set takes a constant number of statements', () => {
  assert.ok(set.queries <= 12, `${set.queries} statements`)
})

test('whoever may only read gets the set without the paper that says why somebody has no vote', async () => {
  const reader = asker(world.people[3]!.person!, 'publicity')
  const { status, answer } = await ask(reader, contract.downloadPaperSet, { params })
  assert.equal(status, 200)
  const inner = Manifest.parse(JSON.parse(strFromU8(unzipSync(answer.bytes)['manifest.json']!)))
  assert.ok(
    inner.missing!.some(({ title, because }) => title.startsWith('05-2') && because.includes('负责选举')),
  )
})

test('a set of twenty-nine voters is made in less than two seconds', async (t) => {
  const began = performance.now()
  await taken()
  const took = performance.now() - began
  t.diagnostic(`${manifest.files.length} files, ${set.bytes.length} bytes, ${Math.round(took)} ms`)
})

test('ballots are printed in the number asked for, by names in the order of the ballot', async () => {
  const { answer } = await ask(secretary, contract.listBallots, { params })
  const ballot = answer.ballots.find(({ role }) => role === 'member')!
  assert.deepEqual([ballot.names, ballot.copies, ballot.halves], [names, 30, true])
  const printed = await ask(secretary, contract.printBallots, {
    params,
    query: { role: 'member', size: 'A5', marks: 'circle', copies: '7' } as never,
  })
  assert.equal(printed.status, 200)
  const text = textOf((printed.answer as unknown as { bytes: Uint8Array }).bytes)
  assert.equal(text.filter((line) => line === names[0]).length, 7)
})

test('a ballot for which nobody stands cannot be printed, and the reason is told', async () => {
  const { status, refusal } = await ask(secretary, contract.printBallots, {
    params,
    query: { role: 'deputy-secretary', copies: '3' } as never,
  })
  assert.deepEqual([status, refusal.message], [409, '这次选举还没有这种选票：先登记候选人。'])
})
