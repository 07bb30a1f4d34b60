import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { countText } from './command.ts'
import { countCommand } from './command-jobs.ts'
import { MANY, regulations } from './fixtures/elections.ts'

const CASE = {
  on: '2026-11-20',
  unit: 'branch',
  entitled: 29,
  present: 26,
  seats: 2,
  candidates: ['王芳', '丁一', '曾丽'],
  issued: 26,
}
const VOTES = {
  王芳: { approve: 14, oppose: 9, abstain: 1 },
  丁一: { approve: 20, oppose: 3, abstain: 1 },
  曾丽: { approve: 5, oppose: 18, abstain: 1 },
}
const TOTALS = { returned: 25, void: 1, votes: VOTES, writeIns: { 庚: 2 } }

const run = (given: unknown) => countText(JSON.stringify(given), regulations)
const told = (given: unknown) => {
  const { code, out, err } = run(given)
  assert.deepEqual([code, err, out.trimEnd().includes('\n')], [0, '', false])
  return JSON.parse(out)
}
const fault = (change: Record<string, unknown>): string => {
  const { code, out, err } = run({ ...CASE, totals: TOTALS, ...change })
  assert.deepEqual([code, out], [2, ''], JSON.stringify(change).slice(0, 200))
  assert.match(err, /^[^\n]+\n$/)
  return err.trimEnd()
}
const faults = (table: readonly (readonly [Record<string, unknown>, RegExp])[]) => {
  for (const [change, says] of table) assert.match(fault(change), says)
}

test('one vote by totals: the keys of the answer, in their order', () => {
  const { because, ...answer } = told({ ...CASE, totals: TOTALS, ballots: null, round: 1, parameters: {} })
  assert.deepEqual(answer, {
    quorum: { holds: true, needed: 24, rule: 'election.quorum' },
    election: 'valid',
    ballots: { issued: 26, returned: 25, valid: 24, void: 1 },
    votes: { ...VOTES, 庚: { approve: 2, oppose: 0, abstain: 0 } },
    needed: 14,
    elected: ['丁一', '王芳'],
    runoff: null,
    shortfall: 0,
  })
  assert.deepEqual(Object.keys(answer), [
    'quorum',
    'election',
    'ballots',
    'votes',
    'needed',
    'elected',
    'runoff',
    'shortfall',
  ])
  for (const reason of because) {
    assert.match(reason.citation, /^《中国共产党基层组织选举工作条例》第.+条$/)
    assert.ok(Object.keys(reason.numbers).length > 0 && reason.words.length > 0)
  }
})

test('the same sheet by sheet', () => {
  const sheet = (choices: object, times: number) => Array.from({ length: times }, () => choices)
  const ballots = [
    ...sheet({ 丁一: 'approve', 王芳: 'approve', 曾丽: 'oppose' }, 14),
    ...sheet({ 丁一: 'approve', 王芳: 'oppose', 曾丽: 'oppose', 写入: ['庚'] }, 2),
    ...sheet({ 丁一: 'approve', 王芳: 'abstain', 写入: ['庚'] }, 3),
    ...sheet({ 丁一: 'approve', 王芳: 'approve', 写入: ['庚'] }, 1),
    ...sheet({}, 2),
  ]
  const answer = told({ ...CASE, issued: 22, ballots })
  assert.deepEqual(answer.ballots, { issued: 22, returned: 22, valid: 21, void: 1 })
  assert.deepEqual(answer.votes.庚, { approve: 2, oppose: 0, abstain: 0 })
  assert.deepEqual(answer.votes.曾丽, { approve: 0, oppose: 16, abstain: 5 })
  assert.deepEqual(answer.elected, ['丁一', '王芳'])
  const fallen = answer.because.find(({ rule }: { rule: string }) => rule === 'election.abstainer-write-in')
  assert.deepEqual([fallen.holds, fallen.numbers], [false, { writeIns: 3 }])
})

test('more returned than issued voids the election and is no absurd case', () => {
  const answer = told({ ...CASE, issued: 24, totals: TOTALS })
  assert.deepEqual([answer.election, answer.elected, answer.runoff], ['void', [], null])
  assert.equal(answer.because.at(-1).rule, 'election.validity')
})

test('too few present is no absurd case either', () => {
  const none = {
    returned: 0,
    void: 0,
    votes: Object.fromEntries(CASE.candidates.map((name) => [name, { approve: 0, oppose: 0, abstain: 0 }])),
  }
  const answer = told({ ...CASE, present: 23, issued: 0, totals: none })
  assert.deepEqual([answer.election, answer.needed, answer.elected], ['not-quorate', 12, []])
  assert.equal(told({ ...CASE, present: 0, issued: 0, totals: none }).election, 'not-quorate')
})

test('secretary and deputy need no difference; a committee does', () => {
  const heads = { seats: 3, heads: true }
  assert.equal(told({ ...CASE, ...heads, totals: TOTALS }).shortfall, 1)
  assert.match(
    fault({ seats: 3 }),
    /^应选 3 人，候选人 3 人，依.*第十三条，候选人须达到 4 人：不符合。请增补候选人/,
  )
})

test('the organ may be stricter, never looser, and only by what is known', () => {
  assert.equal(
    told({ ...CASE, totals: TOTALS, parameters: { 'election.quorum.share': '5/6' } }).quorum.needed,
    25,
  )
  faults([
    [{ parameters: { 'election.quorum.share': '3/4' } }, /不能定为 3\/4.*只能从严/],
    [{ parameters: { 'election.quorum.share': 1 } }, /“election.quorum.share”的值应是文字/],
    [{ parameters: { 'no.such': '1' } }, /没有名为 "no.such" 的地方参数/],
    [{ parameters: [] }, /parameters 应是一个对象/],
  ])
})

test('the day decides which text is judged by', () => {
  const thirty = {
    ...CASE,
    entitled: 30,
    present: 24,
    issued: 24,
    totals: { ...TOTALS, returned: 24, void: 0 },
  }
  assert.equal(told({ ...thirty, on: '2020-07-13' }).quorum.needed, 24)
  assert.equal(told({ ...thirty, on: '2020-07-12' }).election, 'not-quorate')
  assert.match(fault({ on: '1980-01-01' }), /没有关于到会人数（quorum）、当选票数（majority）的规则/)
})

test('what is no case is told by its first fault', () => {
  faults([
    [{ on: '2026-02-30' }, /on 应是日历上有的日期/],
    [{ on: 20261120 }, /on 应是日历上有的日期.*所给为 20261120/],
    [{ unit: 'group' }, /unit 应是 branch、.*所给为“group”/],
    [{ unit: undefined }, /缺少 unit/],
    [{ colour: 'red' }, /不认识 colour，可写的有 on、unit/],
    [{ heads: 1 }, /heads 只能写 true/],
    [{ entitled: 0 }, /应到会应是不小于 1 的整数，所给为 0/],
    [{ entitled: '29' }, /应到会应是不小于 1 的整数，所给为“29”/],
    [{ seats: 0 }, /应选应是不小于 1 的整数/],
    [{ seats: 1.5 }, /应选应是不小于 1 的整数，所给为 1.5/],
    [{ round: 0 }, /轮次应是不小于 1 的整数/],
    [{ issued: -1 }, /发出选票应是不小于 0 的整数/],
    [{ issued: 1e12 }, /发出选票不能大于 10000000/],
    [{ present: 30 }, /实到会 30 人，多于应到会 29 人/],
    [{ issued: 27 }, /发出选票 27 张，多于实到会有选举权的 26 人/],
    [{ ballots: [] }, /只能写一样/],
    [{ totals: null }, /请写出 ballots（逐张）或 totals（汇总）中的一样/],
    [{ totals: 7 }, /totals 应是一个对象，所给为 7/],
    [{ totals: null, ballots: {} }, /ballots 应是选票的列表，所给为一个对象/],
  ])
  for (const [text, says] of [
    ['{', /不是 JSON/],
    ['', /不是 JSON/],
    ['[]', /应写成一个 JSON 对象/],
    ['null', /应写成一个 JSON 对象/],
  ] as const)
    assert.match(countText(text, regulations).err, says)
})

test('candidates are a list of names, each once', () => {
  faults([
    [{ candidates: '王芳' }, /候选人应是姓名的列表，所给为“王芳”/],
    [{ candidates: ['王芳', '王芳', '丁一'] }, /候选人“王芳”列了两次/],
    [{ candidates: ['王芳', ' 丁一', '曾丽'] }, /前后没有空白的文字，所给为“ 丁一”/],
    [{ candidates: ['王芳', '', '曾丽'] }, /1 至 60 个字/],
    [{ candidates: ['王芳', 7, '曾丽'] }, /所给为 7/],
    [{ candidates: ['王芳', '写入', '曾丽'] }, /“写入”在选票上另有用处/],
    [{ candidates: ['王芳'], round: 2 }, /候选人 1 人，少于应选 2 人/],
    [{ candidates: Array.from({ length: 1001 }, (_, at) => `${at}`) }, /候选人最多 1000 人/],
  ])
})

test('a sheet says nothing that the form cannot say', () => {
  const sheet = (ballot: unknown) => ({ totals: null, ballots: [{}, ballot] })
  faults([
    [sheet([]), /第 2 张选票应写成对象/],
    [sheet({ 庚: 'approve' }), /第 2 张选票上的“庚”不是候选人/],
    [sheet({ 王芳: 'yes' }), /第 2 张选票对“王芳”的选择应是 approve、oppose、abstain 之一，所给为“yes”/],
    [sheet({ 王芳: null }), /所给为 null/],
    [sheet({ 写入: '庚' }), /第 2 张选票的“写入”应是姓名的列表/],
    [sheet({ 写入: ['王芳'] }), /第 2 张选票写入的“王芳”就是候选人/],
    [sheet({ 写入: ['庚 '] }), /前后没有空白/],
  ])
})

test('totals that no box of ballots could give are told apart', () => {
  const totals = (change: object) => ({ totals: { ...TOTALS, ...change } })
  const of = (approve: unknown, oppose: unknown, abstain: unknown) =>
    totals({ votes: { ...VOTES, 王芳: { approve, oppose, abstain } } })
  faults([
    [totals({ returned: 2.5 }), /收回选票应是不小于 0 的整数/],
    [totals({ void: 26 }), /作废选票 26 张，多于收回的 25 张/],
    [of(14, 9, 2), /“王芳”赞成 14、反对 9、弃权 2，合计 25 票，与有效票 24 张（收回 25 减作废 1）不符/],
    [of(-1, 24, 1), /“王芳”的赞成票应是不小于 0 的整数/],
    [of(14, '9', 1), /“王芳”的反对票应是不小于 0 的整数，所给为“9”/],
    [of(24, undefined, 0), /“王芳”的得票里 oppose/],
    [totals({ votes: { ...VOTES, 庚: VOTES.王芳 } }), /得票中的“庚”不是候选人/],
    [totals({ votes: { 王芳: VOTES.王芳, 丁一: VOTES.丁一 } }), /缺少候选人“曾丽”的得票/],
    [totals({ votes: { ...VOTES, 王芳: 24 } }), /“王芳”的得票应是一个对象/],
    [totals({ votes: [] }), /votes 应是一个对象，所给为一个列表/],
    [totals({ writeIns: { 王芳: 1 } }), /“王芳”是候选人，不能又记在另选票数/],
    [totals({ writeIns: { 庚: 31 } }), /另选“庚” 31 票，多于全部反对票 30 票/],
    [totals({ writeIns: { 庚: 10 } }), /赞成与另选合计 49 票，多于有效票 24 张乘应选 2 人的 48/],
    [totals({ writeIns: { ' ': 1 } }), /另选票数里有空的姓名/],
    [totals({ writeIns: [] }), /writeIns 应是一个对象/],
    [totals({ spoiled: 1 }), /不认识 totals 的 spoiled/],
    [{ totals: { returned: 1, votes: {} } }, /缺少 totals 的 void/],
  ])
  const onlyOne = {
    王芳: { approve: 0, oppose: 1, abstain: 23 },
    丁一: { approve: 0, oppose: 0, abstain: 24 },
    曾丽: { approve: 0, oppose: 0, abstain: 24 },
  }
  assert.match(
    fault(totals({ votes: onlyOne, writeIns: { 庚: 1, 辛: 1, 壬: 1 } })),
    /另选合计 3 票，多于反对票 1 票乘应选 2 人的 2/,
  )
  assert.equal(told({ ...CASE, ...totals({ votes: onlyOne, writeIns: { 庚: 1, 辛: 1 } }) }).shortfall, 2)
})

test('whatever is given, there is one line and an exit code, and nothing is thrown', () => {
  const anything = fc.oneof(
    fc.json(),
    fc
      .record(
        Object.fromEntries(
          Object.entries({ ...CASE, totals: TOTALS, ballots: [{}], round: 1 }).map(([key, value]) => [
            key,
            fc.oneof({ weight: 4, arbitrary: fc.constant<unknown>(value) }, fc.jsonValue()),
          ]),
        ),
        { requiredKeys: [] },
      )
      .map((given) => JSON.stringify(given)),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const { code, out, err } = countText(text, regulations)
      assert.match(code === 0 ? out : err, /^[^\n]+\n$/)
      assert.equal(code === 0 ? err : out, '')
    }),
    { numRuns: Math.min(MANY, 3000) },
  )
})

test('a file is read whole, and what cannot be read is one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhixing-count-'))
  const place = (name: string, bytes: string | Buffer) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const good = place('good.json', `\uFEFF${JSON.stringify({ ...CASE, totals: TOTALS })}`)
  assert.deepEqual(await countCommand([good], regulations), run({ ...CASE, totals: TOTALS }))
  const faults: [string[], RegExp][] = [
    [[], /^写法：count/],
    [['a', 'b'], /^写法：count/],
    [['--file'], /^写法：count/],
    [[folder], /打不开/],
    [[join(folder, 'nowhere.json')], /打不开。请核对文件名和位置/],
    [[place('latin.json', Buffer.from([0x7b, 0xb0, 0x7d]))], /不是 UTF-8/],
    [[place('big.json', Buffer.alloc(128 * 1024 * 1024 + 1, 32))], /超过 128 MB/],
  ]
  for (const [argv, says] of faults) {
    const { code, err } = await countCommand(argv, regulations)
    assert.equal(code, 2)
    assert.match(err, says)
  }
})
