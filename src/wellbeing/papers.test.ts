import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { measured } from '../documents/fixtures/measure.ts'
import { patternDocx } from '../documents/pattern-report.ts'
import { steady } from '../documents/steady.ts'
import { slipsDocx } from '../documents/survey-slips.ts'
import { wellbeingDocx, whiskerWords } from '../documents/wellbeing-report.ts'

const span = (label: string, count: number | null, total: number) => ({ label, count, total })

const pattern = {
  unitName: '市妇女联合会',
  kind: '建议',
  title: '请人社部门约谈用工单位',
  year: 2026,
  label: '劳动权益',
  seenOn: '2026-11-20',
  count: 20,
  total: 42,
  spans: [span('一季度', 7, 13), span('二季度', null, 13), span('三季度', 7, 16), span('四季度', 8, 20)],
  threshold: 5,
  proposal:
    '前三季度劳动权益类咨询最多，集中在产假工资和孕期调岗。建议由市人社局会同市总工会、市妇联，对反映集中的行业作一次提示，必要时约谈。'.repeat(
      3,
    ),
  raisedTo: null,
  ownerName: '邱志成',
  on: '2026-11-20',
}

const share = { text: '听明白了', count: 25, percent: 81, least: 63, most: 91 }

const report = {
  unitName: '市妇女联合会',
  year: 2026,
  until: '2026-09-30',
  threshold: 5,
  told: [
    {
      label: '事情解决了吗：全部',
      asked: '问了 36 人，22 人回答，14 人没有回答（39%）。',
      rows: [share, { ...share, text: '没有', count: 3, percent: 14, least: 4, most: 34 }],
    },
    {
      label: '事情解决了吗：三季度告知的',
      asked: '回答不足 5 人，或显示后能推算出别组，不显示。',
      rows: null,
    },
  ],
  rounds: [
    {
      title: '走访之后：九月走访的三个社区',
      when: '2026年9月28日至2026年10月20日',
      came: '发出 48 份，收回 31 份',
      figures: [
        { label: '来走访的人听明白您说的情况了吗？', asked: '问了 48 人，31 人回答。', rows: [share] },
      ],
    },
    {
      title: '一项服务或活动：家长',
      when: '2026年9月25日至2026年9月30日',
      came: '发出 12 份，收回不足 5 份，不显示，回答已销毁',
      figures: [],
    },
  ],
  on: '2026-11-20',
}

const codes = Array.from(
  { length: 9 },
  (_, at) => `abcd${at + 1 > 1 ? at + 1 : 'k'}-efgh${at + 1 > 1 ? at + 1 : 'k'}`,
)
const slips = {
  unitName: '市妇女联合会',
  title: '走访之后',
  purpose: '了解走访时说清了没有、答应的事告诉了没有，用来改进走访。',
  untilOn: '2026-12-11',
  address: 'https://zhixing.example/survey',
  codes,
}

test('情况反映 fits on one page and says what is kept back', async () => {
  const bytes = await patternDocx(pattern)
  if (process.env.KEEP_PAPERS)
    keep({ pattern: bytes, report: await wellbeingDocx(report), slips: await slipsDocx(slips) })
  const { paper } = await measured({ paper: bytes })

  assert.equal(paper.length, 1)
  const text = paper[0]!.lines.map((line) => line.text.replaceAll(' ', '')).join('')
  assert.match(text, /其中「劳动权益」20件/)
  assert.match(text, /二季度不显示13/)
  assert.match(text, /报送：〔未记〕/)
})

test('the same records give the same bytes', async () => {
  const made = async () => steady('报告.docx', await wellbeingDocx(report))
  assert.deepEqual(await made(), await made())
})

test('an interval is drawn in signs of one width, its point between its ends', () => {
  assert.ok([...whiskerWords(share)].length <= 16)
  assert.match(whiskerWords(share), /^　+｜－+＊－*｜$/)
  assert.equal([...whiskerWords({ percent: 0, least: 0, most: 100 })].join(''), `＊${'－'.repeat(14)}｜`)
})

const keep = (papers: Record<string, Uint8Array>): void => {
  const folder = process.env.KEEP_PAPERS!
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(papers)) writeFileSync(join(folder, `${name}.docx`), bytes)
}
