import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AppraisalForm, ballotDocx, registerDocx, registersDocx } from './appraisal-form.ts'
import { type AppraisalSummary, summaryDocx } from './appraisal-summary.ts'
import { APPRAISAL_BALLOT_TAGS, APPRAISAL_REGISTER_TAGS, APPRAISAL_SUMMARY_TAGS } from './appraisal-tags.ts'
import { textOf } from './fixtures/text.ts'
import { GAP } from './wording.ts'

const form: AppraisalForm = {
  organName: '示例市妇联',
  unitName: '机关第一党支部',
  forYear: 2026,
  name: '赵小兰',
  sex: '女',
  born: '1987年4月',
  ethnicity: null,
  education: '大学',
  joined: '2009年6月',
  occupation: '权益部一级主任科员',
  post: null,
  self: { text: '回访晚了四次。\n下半年排进日历。' },
  groupOpinion: '接访耐心',
  sheets: { issued: 30, valid: 28 },
  counts: { excellent: 20, qualified: 7, basicallyQualified: 0, unqualified: 0, abstained: 1 },
  opinion: '入户任务最重，完成得好',
  improvement: null,
  grade: '优秀',
  because: null,
  decidedBy: '支部委员会',
  decidedOn: '2026-12-15',
  toldOn: '2026-12-18',
  superiorOpinion: null,
  superiorOn: null,
}
const saying = (
  book: { single: readonly { tag: string; of: (data: never) => string }[] },
  tag: string,
  data: object,
) => book.single.find((each) => each.tag === tag)!.of(data as never)

test('a member’s form holds what was recorded, and a gap where nothing was', async () => {
  const text = textOf(await registerDocx(form)).join('\n')

  for (const said of [
    '赵小兰',
    '2009年6月',
    '回访晚了四次。',
    '接访耐心',
    '评定等次：优秀',
    '2026年12月18日告知',
  ])
    assert.ok(text.includes(said), said)
  assert.match(text, /发出30张，有效28张。优秀20票，合格7票/)
  assert.ok(text.includes(GAP), 'the ethnicity that nobody recorded')
})

test('whoever gets no grade is told why on her form; few ballots show no figure', async () => {
  const probationary = { ...form, grade: null, because: '预备党员参加评议，不评定等次', counts: null }
  const text = textOf(await registerDocx(probationary)).join('\n')

  assert.match(text, /预备党员参加评议，不评定等次/)
  assert.match(text, /票少，不列每人票数/)
})

test('all forms in one file stand in the order of strokes, each on a page of its own', async () => {
  const text = textOf(await registersDocx([form, { ...form, name: '丁文' }])).join('\n')

  assert.ok(text.indexOf('丁文') < text.indexOf('赵小兰'))
  assert.equal(text.match(/民主评议党员登记表/g)?.length, 2)
})

test('the sheet of the poll has names and boxes, no number and no place for whoever fills it in', async () => {
  const people = Array.from({ length: 29 }, (_, at) => ({ name: `党员${at + 1}` }))
  const text = textOf(
    await ballotDocx({ organName: '', unitName: '机关第一党支部', forYear: 2026, people }),
  ).join('\n')

  for (const { name } of people) assert.ok(text.includes(name), name)
  assert.match(text, /无记名/)
  assert.doesNotMatch(text, /投票人|编号|签名|序号/)
})

const summary: AppraisalSummary = {
  organName: '示例市妇联',
  unitName: '机关第一党支部',
  forYear: 2026,
  entitled: 4,
  polledOn: '2026-12-10',
  sheets: { issued: 4, returned: 4, valid: 4 },
  totals: { excellent: 6, qualified: 2, basicallyQualified: 0, unqualified: 0, abstained: 0 },
  decidedBy: '支部党员大会',
  decidedOn: '2026-12-15',
  considered: ['履行岗位职责'],
  people: [{ name: '赵小兰', counts: null, grade: '优秀', toldOn: '2026-12-18' }],
  ungraded: [{ name: '新晓晨', because: '预备党员参加评议，不评定等次' }],
}

test('the summary of a small branch shows totals only, who decided, and who took part without a grade', async () => {
  const text = textOf(await summaryDocx(summary)).join('\n')

  assert.match(text, /票少，只列合计：优秀6，合格2/)
  assert.match(text, /由支部党员大会根据测评情况，结合履行岗位职责，评定：优秀1人/)
  assert.match(text, /新晓晨（预备党员/)
})

test('a unit’s own templates find every word they may ask for', () => {
  assert.equal(saying(APPRAISAL_REGISTER_TAGS, '党内职务', form), '无')
  assert.equal(saying(APPRAISAL_REGISTER_TAGS, '等次', form), '优秀')
  assert.match(saying(APPRAISAL_SUMMARY_TAGS, '不评等次', summary), /新晓晨/)
  const [repeated] = APPRAISAL_BALLOT_TAGS.repeated
  const rows = repeated!.rows({
    organName: '',
    unitName: '',
    forYear: 2026,
    people: [{ name: '赵' }, { name: '丁' }],
  })
  assert.deepEqual(
    rows.map(({ 姓名 }) => 姓名),
    ['丁', '赵'],
  )
})
