import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { listCadres, receiveNeed } from '../needs/contract.ts'
import { changeItem, makeItem, readItem, readPatterns, readWellbeing } from './contract.ts'
import { takeUrn } from './round-store.ts'
import { answerSlip, closeRound, openRound, readRound, readSlip } from './survey-contract.ts'

const organ = await exampleOrgan()

/** Asks as this person, whoever asked before. */
const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>) =>
  (await organ.as(who)).ask(endpoint, input)

const need = (on: string, category: 'labour' | 'land' | 'violence', area: string) =>
  ask('邱志成', receiveNeed, {
    body: { channel: 'call', receivedOn: on, line: '一件事', category, area, facts: '', asker: {} },
  })

for (const on of ['2024-02-01', '2024-02-02', '2024-05-06', '2024-05-07', '2024-08-08', '2024-08-09'])
  await need(on, 'labour', '清河街道')
for (const on of ['2024-05-08', '2024-08-10']) await need(on, 'land', '柳林街道')
await need('2024-05-09', 'violence', '清河街道')

test('a post of the Party sees counts and no need; small ones are hidden, and where the sensitive ones came from is nowhere', async () => {
  const patterns = await ask('顾明漪', readPatterns, { query: { year: 2024 } })

  assert.equal(patterns.total, 8)
  assert.equal(patterns.sealed.total, null)
  const told = JSON.stringify(patterns)
  assert.ok(!told.includes('柳林街道') && !told.includes('violence') && !told.includes('家庭暴力'))
  for (const { rows } of patterns.tables)
    for (const { cells } of rows ?? [])
      assert.ok(cells.every((cell) => cell === null || cell === 0 || cell >= 5))
  await assert.rejects(ask('林知夏', readPatterns, { query: { year: 2024 } }), /看需求统计/)
})

test('the function that counts gives nothing to whoever may not count, and nothing of a day or a place of one’s choosing', async () => {
  const { rows } = await organ.owner.query(
    `select pg_get_function_identity_arguments(oid) as asks from pg_proc where proname = 'need_counts'`,
  )
  assert.deepEqual(rows, [{ asks: 'of_year integer, until_day date' }])
})

test('a count that is often seen becomes a suggestion with the numbers of that day; its owner tells what became of it', async () => {
  const { cadres } = await ask('顾明漪', listCadres, {})
  const ownerId = cadres.find(({ name }) => name === '林知夏')!.id
  const made = {
    kind: 'suggestion' as const,
    title: '请人社部门约谈用工单位',
    year: 2024,
    ownerId,
    dueOn: '2026-12-10',
  }
  await assert.rejects(
    ask('顾明漪', makeItem, { body: { ...made, feature: 'area', entry: '柳林街道' } }),
    /统计里没有这一行/,
  )
  const patterns = await ask('顾明漪', readPatterns, { query: { year: 2024 } })
  const shown = patterns.tables.find(({ feature }) => feature === 'channel')!
  const row = shown.rows![0]!
  const body = { ...made, feature: shown.feature, entry: row.entry }
  const { id } = await ask('顾明漪', makeItem, { body })

  const item = await ask('林知夏', readItem, { params: { item: id } })
  assert.deepEqual(
    [item.seen.label, item.seen.count, item.seen.total, item.seenOn],
    [row.label, row.total, 8, '2026-11-20'],
  )
  const progress = {
    title: item.title,
    raisedTo: '市人力资源和社会保障局',
    raisedOn: '2026-11-20',
    version: 1,
  }
  const changed = await ask('林知夏', changeItem, { params: { item: id }, body: progress })
  assert.equal(changed.raisedTo, '市人力资源和社会保障局')
  await assert.rejects(
    ask('苏婉清', changeItem, { params: { item: id }, body: { ...progress, version: 2 } }),
    /由负责人本人/,
  )
  await assert.rejects(
    ask('林知夏', changeItem, { params: { item: id }, body: { ...progress, answer: '已约谈', version: 2 } }),
    /要一起填/,
  )
})

const survey = {
  survey: 'after-visit',
  audience: '九月走访的三个社区',
  fromOn: '2026-11-01',
  untilOn: '2026-12-31',
}

test('six answer by their slips, once each; figures are told when the round is closed, words apart from them', async () => {
  const { id, codes } = await ask('孟庆芝', openRound, { body: { ...survey, slips: 8, sheets: 0 } })
  assert.equal(new Set(codes).size, 8)
  const before = await ask('顾明漪', readRound, { params: { round: id } })
  for (const [at, code] of codes.slice(0, 6).entries()) {
    const { survey: of } = await ask('林知夏', readSlip, { body: { code: code.toUpperCase() } })
    assert.equal(of.questions.length, 3)
    const answers = [{ question: 'understood', choice: at < 5 ? 'yes' : 'no' }]
    await ask('林知夏', answerSlip, { body: { code, answers, words: at === 0 ? '走访时间再晚一点' : '' } })
  }
  await assert.rejects(
    ask('林知夏', answerSlip, { body: { code: codes[0]!, answers: [{ question: 'again', choice: 'yes' }] } }),
    /已经用过/,
  )
  const running = await ask('顾明漪', readRound, { params: { round: id } })
  assert.deepEqual(running, before)

  const closed = await ask('孟庆芝', closeRound, { params: { round: id }, body: { version: 1 } })
  assert.deepEqual(closed, { answered: 6, isEnough: true })
  const round = await ask('顾明漪', readRound, { params: { round: id } })
  assert.deepEqual([round.asked, round.answered], [8, 6])
  assert.deepEqual(round.words, ['走访时间再晚一点'])
  const [understood, told] = round.questions
  assert.deepEqual(
    understood?.choices?.map(({ id: of, count, percent, least, most }) => [of, count, percent, least, most]),
    [
      ['yes', 5, 83, 43, 97],
      ['partly', 0, 0, 0, 40],
      ['no', 1, 17, 3, 57],
    ],
  )
  assert.deepEqual([told?.answered, told?.choices], [0, []])
  const { rows } = await organ.owner.query(
    'select count(*)::int as left from survey_slip where round_id = $1',
    [id],
  )
  assert.equal(rows[0].left, 0)
})

test('of a round that few answered the answers are destroyed', async () => {
  const { id, codes } = await ask('孟庆芝', openRound, { body: { ...survey, slips: 2, sheets: 10 } })
  await ask('林知夏', answerSlip, {
    body: { code: codes[0]!, answers: [{ question: 'again', choice: 'no' }], words: '一句话' },
  })
  const counts = [{ question: 'again', choice: 'yes', count: 4 }]
  await assert.rejects(
    ask('孟庆芝', closeRound, { params: { round: id }, body: { sheets: 3, counts, version: 1 } }),
    /合计 4，多于收回的 3 份/,
  )
  const closed = await ask('孟庆芝', closeRound, {
    params: { round: id },
    body: { sheets: 3, counts: [{ ...counts[0]!, count: 3 }], version: 1 },
  })

  assert.deepEqual(closed, { answered: 4, isEnough: false })
  const round = await ask('顾明漪', readRound, { params: { round: id } })
  assert.deepEqual([round.answered, round.questions, round.words], [null, [], null])
  const { rows } = await organ.owner.query('select content from survey_round where id = $1', [id])
  assert.equal(rows[0].content, null)
  const kept = await organ.owner.query('select 1 from survey_figure where round_id = $1', [id])
  assert.equal(kept.rowCount, 0)
})

test('nothing in the trail joins a slip with an answer', async () => {
  const { id, codes } = await ask('孟庆芝', openRound, { body: { ...survey, slips: 3, sheets: 0 } })
  const words = '门铃坏了请打电话'
  await ask('林知夏', answerSlip, {
    body: { code: codes[1]!, answers: [{ question: 'told', choice: 'waiting' }], words },
  })

  const { rows } = await organ.owner.query(
    `select table_name, after::text as after, person_id from audit where operation = '提交自愿调查' and transaction =
       (select max(transaction::text)::xid8 from audit where operation = '提交自愿调查')`,
  )
  assert.deepEqual(
    rows.map(({ table_name, after, person_id }) => [table_name, after, person_id]),
    [['survey_slip', '{"used": true}', null]],
  )
  const as = { organ: organ.organ, person: null, operation: '提交自愿调查', may: { 'survey.answer': ['/'] } }
  const urn = await acting(organ.database, as, (tx) => takeUrn(tx, id))
  assert.ok(Buffer.isBuffer(urn) && !urn.includes(Buffer.from(words)))
})

test('the figures of those who were told are read by who reads well-being, and by nobody else', async () => {
  const figures = await ask('沈静澜', readWellbeing, { query: { year: 2026 } })
  assert.equal(figures.threshold, 5)
  assert.deepEqual(
    figures.told.map(({ id }) => id),
    ['solved', 'satisfied'],
  )
  await assert.rejects(ask('林知夏', readWellbeing, {}), /看满意度和调查结果/)
})
