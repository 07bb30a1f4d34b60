import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Printed, runCommand } from './command.ts'
import { testDatabase } from './database/testing.ts'
import { organOf, prepare } from './duties/fixtures/organ.ts'
import { recordEvidence } from './duties/store.ts'

const { database, url } = await testDatabase()
const { organ, branch } = await organOf(database)
await prepare(database, organ, (tx) =>
  recordEvidence(tx, [
    {
      kind: 'committee-meeting',
      unitId: branch.id,
      heldOn: '2026-10-14',
      recordedOn: '2026-10-15',
      sourceKind: 'meeting',
      sourceId: crypto.randomUUID(),
      title: '十月支委会',
    },
  ]),
)

const run = (...argv: string[]): Promise<Printed> => runCommand(argv, { DATABASE_URL: url })
const october = ['--unit', '第一党支部', '--from', '2026-10-01', '--to', '2026-10-31']

test('duties of a unit by name, as one line of JSON', async () => {
  const { code, out, err } = await run('duties', ...october, '--json', '--on=2026-11-22')
  assert.deepEqual([code, err], [0, ''])
  const told = JSON.parse(out)
  const meeting = told.duties.find((duty: { rule: string }) => duty.rule === 'committee-meeting.monthly')
  assert.equal(meeting.state, 'done')
  assert.deepEqual(meeting.evidence, [
    { kind: 'committee-meeting', heldOn: '2026-10-14', recordedOn: '2026-10-15', title: '十月支委会' },
  ])
  assert.match(meeting.citation, /第十二条/)
})

test('the same for people, with the shape of each state', async () => {
  const { out } = await run('duties', ...october, '--on', '2026-11-22')
  assert.match(out, /● 已完成 {2}2026年10月 {2}支部委员会会议 {2}第一党支部/)
  assert.match(out, /□ 未做 {2}2026年10月 {2}主题党日/)
})

test('a day in the past is asked as it was then', async () => {
  const { out } = await run('duties', ...october, '--json', '--on', '2026-10-14')
  const meeting = JSON.parse(out).duties.find(
    (duty: { rule: string }) => duty.rule === 'committee-meeting.monthly',
  )
  assert.equal(meeting.state, 'due')
})

test('judge needs no database', async () => {
  const facts = JSON.stringify({ entitled: 29, present: 23 })
  const given = ['judge', 'election.quorum', '--on', '2026-03-28', '--facts', facts]
  const { code, out } = await runCommand(given, {})
  assert.equal(code, 0)
  assert.deepEqual([JSON.parse(out).holds, JSON.parse(out).needed], [false, 24])
})

test('count needs no database, and takes a case from a file or what is piped in', async () => {
  const vote = {
    ...{
      on: '2026-11-20',
      unit: 'branch',
      entitled: 3,
      present: 3,
      issued: 3,
      seats: 1,
      candidates: ['王芳', '丁一'],
    },
    ballots: [{ 王芳: 'approve' }, { 王芳: 'approve', 丁一: 'oppose' }, {}],
  }
  const file = join(mkdtempSync(join(tmpdir(), 'zhixing-command-')), 'vote.json')
  writeFileSync(file, JSON.stringify(vote))
  const { code, out, err } = await runCommand(['count', file], {})
  assert.deepEqual([code, err, JSON.parse(out).elected], [0, '', ['王芳']])

  const child = spawn(process.execPath, [join(import.meta.dirname, 'command.ts'), 'count', '-'])
  child.stdin.end(JSON.stringify(vote))
  const piped = await Array.fromAsync(child.stdout, (chunk: Buffer) => chunk.toString())
  assert.equal(piped.join(''), out)
})

test('help lists every command', async () => {
  for (const argv of [['help'], ['--help'], []]) {
    const { code, out } = await runCommand(argv, {})
    assert.equal(code, 0)
    for (const name of ['import', 'export', 'duties', 'judge', 'count', 'audit', 'help'])
      assert.ok(out.includes(`  ${name}`))
  }
})

test('whatever is wrong is one line in Chinese and exit 2', async () => {
  const wrong: [string[], RegExp][] = [
    [['nonsense'], /没有命令 "nonsense"/],
    [['constructor'], /没有命令/],
    [['duties', '--unit', '第一党支部'], /缺少 --from、--to/],
    [['duties', ...october, '--colour', 'red'], /不认识 "--colour"/],
    [['duties', '--unit', '第一党支部', '--from', '2026-02-30', '--to', '2026-03-01'], /日历上有的日期/],
    [['duties', '--unit', '第一党支部', '--from', '2026-03-02', '--to', '2026-03-01'], /早于/],
    [
      ['duties', '--unit', '没有的支部', '--from', '2026-03-01', '--to', '2026-03-02'],
      /没有名为「没有的支部」的组织。现有：/,
    ],
    [['judge', 'no.rule', '--on', '2026-03-28', '--facts', '{}'], /没有编号/],
    [['judge', 'election.quorum', '--data', ''], /--data/],
    [['count', 'no-such-file.json'], /no-such-file.json：打不开/],
    [['count'], /写法：count/],
  ]
  for (const [argv, says] of wrong) {
    const { code, out, err } = await run(...argv)
    assert.equal(code, 2, argv.join(' '))
    assert.equal(out, '')
    assert.match(err, says)
    assert.equal(err.trim().split('\n').length, 1)
  }
})

test('a data folder that does not exist is not made by asking', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'zhixing-command-')), 'nowhere')
  const { code, err } = await runCommand(['duties', ...october, '--data', folder], {})
  assert.equal(code, 2)
  assert.match(err, /还不存在。请先用 npm start/)
})

test('as a process it prints and ends by itself', async () => {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'command.ts'), 'duties', ...october, '--json'],
    {
      env: { ...process.env, DATABASE_URL: url },
    },
  )
  const printed = await new Promise<{ code: number | null; out: string }>((resolve) => {
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.on('close', (code) => resolve({ code, out }))
  })
  assert.equal(printed.code, 0)
  assert.equal(JSON.parse(printed.out).unit, '第一党支部')
})
