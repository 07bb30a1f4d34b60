import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { minutes } from './fixtures/meeting.ts'
import { tableTemplate, templateOf } from './fixtures/template.ts'
import { textOf } from './fixtures/text.ts'
import { faultOf, fillTemplate } from './template.ts'
import { TEMPLATE_KINDS } from './template-kinds.ts'
import { MINUTES_TAGS, NOTICE_TAGS } from './template-tags.ts'
import { TAG_BOOKS, tagsOf } from './templates.ts'

const filled = (template: Uint8Array): string[] => {
  const outcome = fillTemplate(template, MINUTES_TAGS, minutes)
  if (isRefusal(outcome)) assert.fail(outcome.message)
  return textOf(outcome)
}

const refused = (template: Uint8Array): Refusal => {
  const outcome = fillTemplate(template, MINUTES_TAGS, minutes)
  if (!isRefusal(outcome)) assert.fail('the template was taken')
  return outcome
}

test('tags are filled where they stand, also when Word split them into runs or blanks surround them', async () => {
  const lines = filled(await templateOf('地点：{地点}。', ['主持：{主', '持人}'], '{ 时间 }'))

  assert.deepEqual(lines, ['地点：机关三楼会议室。', '主持：王若兰', '2026年11月25日（周三）下午3:00至4:30'])
})

test('a repeated part comes once for each item, with the tags of the meeting at hand inside', async () => {
  const lines = filled(await templateOf('{#议程}', '{序号}.{标题}：{不同意见}（{组织}）', '{/议程}'))

  assert.deepEqual(lines, [
    '1.讨论2027年支部工作计划：毛明：不赞成把培训集中在第一季度。（示例市妇联机关第一党支部）',
    '2.通报党费收缴情况：无（示例市妇联机关第一党支部）',
    '3.党课和讨论：无（示例市妇联机关第一党支部）',
  ])
})

test('a table row repeats', async () => {
  assert.deepEqual(filled(await tableTemplate(['{#决议}{序号}', '{赞成}/{反对}/{弃权}', '{结果}{/决议}'])), [
    '1',
    '24/1/1',
    '通过',
  ])
})

test('an unrecorded matter stays a visible gap', async () => {
  const template = await templateOf('{#议定事项}{事项}—{负责人}{/议定事项}')

  assert.match(filled(template).join(''), /与社区商定走访日期—〔未记〕/)
})

test('counts of a meeting whose attendance nobody stated are gaps and not noughts', async () => {
  const attendance = minutes.meeting.attendance.map((attendee) => ({ ...attendee, state: 'not-stated' }))
  const data = { ...minutes, meeting: { ...minutes.meeting, attendance } }
  const outcome = fillTemplate(await templateOf('{实到人数}/{缺席人员}'), MINUTES_TAGS, data)

  if (isRefusal(outcome)) assert.fail(outcome.message)
  assert.deepEqual(textOf(outcome), ['〔未记〕/〔未记〕'])
})

test('an unknown tag is refused by its name', async () => {
  const refusal = refused(await templateOf('{会议名称}', '{会场}'))

  assert.equal(refusal.refused, 'invalid')
  assert.match(refusal.message, /“\{会场\}”不能使用/)
  assert.equal(refusal.field, '{会场}')
})

test('a tag in the wrong place is told where it belongs', async () => {
  assert.match(refused(await templateOf('{发言要点}')).message, /须放在 \{#议程\} 与 \{\/议程\} 之间/)
  assert.match(refused(await templateOf('{议程}')).message, /请写作 \{#议程\}…\{\/议程\}/)
  assert.match(refused(await templateOf('{#地点}{/地点}')).message, /请写作 \{地点\}/)
  assert.match(refused(await templateOf('{#议程}{赞成}{/议程}')).message, /“\{赞成\}”不能使用/)
})

test('names of the machine are no tags', async () => {
  for (const name of ['constructor', '__proto__', 'toString', '@地点', '.']) {
    assert.equal(refused(await templateOf('{地点}', `{${name}}`)).refused, 'invalid', name)
  }
})

test('a slip in writing a tag is told with its remedy', async () => {
  assert.match(refused(await templateOf('{地点')).message, /“\{地点”没有右括号/)
  assert.match(refused(await templateOf('{#议程}{标题}')).message, /“\{#议程\}”没有对应的“\{\/议程\}”/)
  assert.match(refused(await templateOf('{标题}{/议程}')).message, /“\{\/议程\}”没有对应/)
  assert.match(refused(await templateOf('｛地点｝')).message, /“｛地点｝”用了全角花括号/)
  assert.match(refused(await templateOf('会议记录')).message, /没有找到标记/)
})

test('typed text comes in as text, never as markup', async () => {
  const meeting = { ...minutes.meeting, place: '</w:t><w:br/>{会议名称}&' }
  const outcome = fillTemplate(await templateOf('{地点}'), MINUTES_TAGS, { ...minutes, meeting })

  if (isRefusal(outcome)) assert.fail(outcome.message)
  assert.equal(textOf(outcome)[0], '</w:t><w:br/>{会议名称}&')
})

test('every tag of the list can be used', async () => {
  for (const kind of TEMPLATE_KINDS) {
    const tags = tagsOf(kind).map(({ tag }) => tag)
    assert.equal(faultOf(await templateOf(...tags), TAG_BOOKS[kind]), null, kind)
    assert.equal(new Set(tags).size, tags.length, kind)
  }
})

test('a tag of minutes has no place in a notice', async () => {
  assert.match(faultOf(await templateOf('{实到人员}'), NOTICE_TAGS)!.message, /“\{实到人员\}”不能使用/)
})

test('what is no Word file, or one with macros, is refused in plain words', async () => {
  const parts = unzipSync(await templateOf('{地点}'))

  assert.match(refused(new Uint8Array([1, 2, 3])).message, /不是 Word 文件/)
  assert.match(refused(zipSync({ 'a.txt': strToU8('x') })).message, /须是 Word 文件/)
  assert.match(refused(zipSync({ ...parts, 'word/vbaProject.bin': strToU8('x') })).message, /含有宏/)
  assert.match(refused((await templateOf('{地点}')).subarray(0, 900)).message, /没有收下/)
})

test('a file that unpacks to far more than it says is stopped', async () => {
  const bomb = zipSync({
    ...unzipSync(await templateOf('{地点}')),
    'word/media/a.bin': new Uint8Array(80 * 1024 * 1024),
  })

  assert.ok(bomb.length < 200_000)
  assert.match(refused(bomb).message, /解压后过大/)
  assert.match(refused(lying(80 * 1024 * 1024)).message, /解压后过大/)
})

test('a document of its own making is left as it was beside the tags', async () => {
  const template = await templateOf('{地点}')
  const outcome = fillTemplate(template, MINUTES_TAGS, minutes)

  if (isRefusal(outcome)) assert.fail(outcome.message)
  const [before, after] = [unzipSync(template), unzipSync(outcome)]
  assert.equal(strFromU8(after['word/styles.xml']!), strFromU8(before['word/styles.xml']!))
})

/** A packed file of one part that claims to hold ten bytes. */
const lying = (size: number): Uint8Array => {
  const packed = deflateRawSync(new Uint8Array(size))
  const name = strToU8('word/document.xml')
  const head = new DataView(new ArrayBuffer(30))
  head.setUint32(0, 0x04034b50, true)
  head.setUint16(4, 20, true)
  head.setUint16(8, 8, true)
  head.setUint32(18, packed.length, true)
  head.setUint32(22, 10, true)
  head.setUint16(26, name.length, true)
  return new Uint8Array([...new Uint8Array(head.buffer), ...name, ...packed])
}
