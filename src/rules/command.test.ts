import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeCommand } from './command.ts'
import { readRegulations } from './read.ts'

const { rules } = readRegulations()
const facts = '{"entitled": 29, "present": 23}'
const run = (...argv: string[]) => judgeCommand(argv, rules)

test('the command prints the judgment as one line of JSON, and an unmet rule is no error', () => {
  const { code, out, err } = run('election.quorum', '--on', '2026-03-28', '--facts', facts)

  assert.deepEqual([code, err, out.trimEnd().includes('\n')], [0, '', false])
  assert.deepEqual(Object.keys(JSON.parse(out)), [
    'rule',
    'holds',
    'needed',
    'numbers',
    'citation',
    'hardness',
    'confidence',
  ])
  assert.partialDeepStrictEqual(JSON.parse(out), { holds: false, needed: 24 })
})

test('options may stand before the rule and be written with an equals sign', () => {
  assert.deepEqual(
    run(`--facts=${facts}`, '--on=2026-03-28', 'election.quorum'),
    run('election.quorum', '--on', '2026-03-28', '--facts', facts),
  )
})

test('every fault is one line on the error side and exit 2', () => {
  const faults: [string[], RegExp][] = [
    [[], /请写出规则编号/],
    [['election.quorum', '--facts', facts], /请用 --on 写出日期/],
    [['election.quorum', '--on', '2026-02-30', '--facts', facts], /--on 应是日历上有的日期/],
    [['election.quorum', '--on', '2026-03-28'], /请用 --facts 写出事实/],
    [['election.quorum', '--on', '2026-03-28', '--facts'], /请用 --facts 写出事实/],
    [['election.quorum', '--on', '2026-03-28', '--facts', '{entitled:29}'], /--facts 应是 JSON 对象/],
    [['election.quorum', '--on', '2026-03-28', '--facts', '[29]'], /--facts 应是 JSON 对象/],
    [['election.quorum', '--on', '2026-03-28', '--facts', 'null'], /--facts 应是 JSON 对象/],
    [['election.quorum', '--on', '2026-03-28', '--facts', '{"entitled":1e999,"present":1}'], /不能大于/],
    [['no.such', '--on', '2026-03-28', '--facts', facts], /没有编号为 "no\.such" 的规则/],
    [['a.b', 'c.d', '--on', '2026-03-28', '--facts', facts], /只能写一个规则编号/],
    [['election.quorum', '--when', '2026-03-28'], /没有选项 --when/],
    [['election.quorum', '--on', '2026-03-28', '--facts', '{"a\\nb":1}'], /没有名为/],
  ]
  for (const [argv, fault] of faults) {
    const { code, out, err } = run(...argv)
    assert.deepEqual([code, out], [2, ''], argv.join(' '))
    assert.match(err, fault)
    assert.match(err, /^[^\n]+\n$/)
  }
})
