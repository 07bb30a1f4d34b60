import assert from 'node:assert/strict'
import { test } from 'node:test'
import { careChapters } from '../care/year-jobs.ts'
import { acting } from '../database/acting.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { exampleOrgan } from '../example/testing.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { changesChapters, changesPapers } from './year-jobs.ts'

const { database, organ } = await exampleOrgan()
const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
const told = await acting(database, { organ, person: null, operation: 'test', may }, async (tx) => {
  const units = await tx.selectFrom('unit').select(['id', 'name', 'path', 'kind']).execute()
  const branch = units.find(({ name }) => name === '市妇联机关党支部')!
  const asked = {
    ...{ organName: '澄川市妇女联合会', unitName: branch.name, unitId: branch.id, path: branch.path },
    units: units.filter(({ path }) => path.startsWith(branch.path)).map(({ id }) => id),
    ...{ year: 2026, today: '2026-11-20' },
  }
  const later = (today: string) => changesChapters(tx, { ...asked, today })
  return {
    past: [await later('2027-01-01'), await later('2027-11-20')],
    chapters: [...(await changesChapters(tx, asked)), ...(await careChapters(tx, asked))],
    papers: await changesPapers(tx, asked),
  }
})
if (isRefusal(told)) throw new Error(told.message)

test('the branch book tells the year’s changes, and of visits neither whom nor why', () => {
  const text = new Map(told.chapters.map(({ id, blocks }) => [id, JSON.stringify(blocks)]))
  assert.match(text.get('conversions') ?? '', /尤佳.*2025-11-25.*2026-11-25.*2026-11-12/)
  assert.match(text.get('transfers') ?? '', /陶然.*〔2026〕第001号 2026-11-12（开错作废）.*韦春晓/)
  assert.match(text.get('floating') ?? '', /江若兰.*尹若琳/)
  assert.match(text.get('care') ?? '', /2026-02-10.*春节.*沈静澜、丁素云.*慰问金500元/)
  assert.doesNotMatch(text.get('care') ?? '', /钟丽华|汪海平|病休|困难/)
})

test('letters and receipts of the year are filed, each the same however often it is made', async () => {
  assert.deepEqual(
    told.papers.map(({ on, title }) => [on, title]),
    [
      ['2026-11-16', '党员组织关系介绍信〔2026〕第002号 陶然'],
      ['2026-03-16', '党员组织关系回执 韦春晓'],
    ],
  )
  for (const { bytes } of told.papers) assert.deepEqual(textOf(await bytes()), textOf(await bytes()))
})

test('the book of a past year is the same whenever it is made: a letter that ran out since is told as it stood', () => {
  const [soon, late] = told.past
  assert.deepEqual(soon, late)
  assert.match(JSON.stringify(late), /等回执/)
})
