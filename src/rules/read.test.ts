import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readRegulations, told } from './read.ts'

const REGULATION = 'title: 示例条例\nfrom: 2020-01-01\nconfidence: H\nstate: 示例\n'
const QUORUM = `
  - id: sample.quorum
    kind: check
    title: 到会
    says: 半数以上到会。
    hardness: must
    confidence: H
    evidence: T
    facts: { entitled: { name: 应到会 }, present: { name: 实到会, atMost: entitled } }
    needs: present >= ceil(1/2 * entitled)
    examples:
      - { facts: { entitled: 3, present: 2 }, holds: true, needed: 2 }
      - { facts: { entitled: 3, present: 1 }, holds: false, needed: 2 }
`

/** Faults of a folder with one regulation, whose article and parameters are as given. */
const faultsOf = (article: string, parameters = '[]'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'regulations-'))
  try {
    mkdirSync(join(folder, 'sample'))
    writeFileSync(join(folder, 'sample', 'regulation.yaml'), REGULATION)
    writeFileSync(join(folder, 'sample', '001.yaml'), article)
    writeFileSync(join(folder, 'parameters.yaml'), parameters)
    writeFileSync(join(folder, 'calendar.yaml'), '{}')
    return told(readRegulations(folder).faults)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a sound folder has no faults', () => {
  assert.equal(faultsOf(`article: "1"\nrules:${QUORUM}`), '')
})

test('a file that is no YAML is named', () => {
  assert.match(faultsOf('article: "1\nrules: ['), /^sample\/001\.yaml · 整个文件 · 读不出：/)
})

test('an unknown field, a wrong value and a missing field are each named with their place', () => {
  const faults = faultsOf(
    `article: "1"\nrules:${QUORUM.replace('title: 到会', 'titel: 到会').replace('must', 'shall')}`,
  )
  assert.match(faults, /sample\/001\.yaml · rules\[0\].*titel/)
  assert.match(faults, /sample\/001\.yaml · rules\[0\]\.title · /)
  assert.match(faults, /sample\/001\.yaml · rules\[0\]\.hardness · .*"must"/)
})

test('a rule of no known kind is named', () => {
  assert.match(
    faultsOf('rules: [{ kind: constructor }]'),
    /rules\[0\]\.kind · 应是 check、duty、limit 或 guidance/,
  )
  assert.match(faultsOf('rules: [7]'), /rules\[0\]\.kind/)
})

test('a formula that names an unknown fact is found on reading', () => {
  const faults = faultsOf(`rules:${QUORUM.replace('* entitled)', '* members)')}`)
  assert.match(faults, /sample\.quorum\.needs · .*unknown fact members/)
})

test('a cap that leads nowhere is found on reading', () => {
  assert.match(
    faultsOf(`rules:${QUORUM.replace('atMost: entitled', 'atMost: total')}`),
    /没有名为 total 的事实/,
  )
})

test('two versions in force on the same day are found on reading', () => {
  assert.match(
    faultsOf(`rules:${QUORUM}${QUORUM}`),
    /sample\.quorum\.from · 与 sample\/001\.yaml 中的同号规则施行日期重叠/,
  )
})

test('two versions that follow each other are sound', () => {
  const older = QUORUM.replace('kind: check', 'kind: check\n    from: 2010-01-01\n    to: 2019-12-31')
  assert.equal(faultsOf(`rules:${QUORUM}${older}`), '')
})

test('a parameter that changes an unknown rule is found on reading', () => {
  const parameters = `
- key: sample.share
  title: 比例
  says: 示例。
  default: 1/2
  least: 1/2
  most: "1"
  stricter: higher
  sets: [{ rule: sample.majority, constant: share }]
`
  assert.match(
    faultsOf(`rules:${QUORUM}`, parameters),
    /parameters\.yaml · sample\.share · 没有编号为 sample\.majority 的规则/,
  )
})
