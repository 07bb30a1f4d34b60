import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Meeting } from '../meetings/contract.ts'
import type { MinutesData, PaperMeeting } from './contract.ts'
import { generalMeeting, minutes } from './fixtures/meeting.ts'
import { textOf } from './fixtures/text.ts'
import { minutesDocx, minutesName } from './minutes.ts'

const written = async (meeting: Partial<PaperMeeting> = {}): Promise<string[]> =>
  textOf(await minutesDocx({ ...minutes, meeting: { ...generalMeeting, ...meeting } }))

const line = (lines: readonly string[], label: string): string | undefined =>
  lines.find((text) => text.startsWith(`${label}：`))

test("a meeting of the meetings' contract is minutes' data, but for votes that nobody counted yet", () => {
  const asMinutes = (meeting: Omit<Meeting, 'resolutions'>): MinutesData => ({
    organName: '',
    ordinal: null,
    meeting: { ...meeting, resolutions: [] },
  })

  assert.ok(asMinutes)
})

test('the head tells when, where, who led, who wrote, who lectured and on what', async () => {
  const lines = await written()

  assert.deepEqual(lines.slice(0, 4), [
    '示例市妇联机关第一党支部',
    '党员大会暨党课记录',
    '（2026年第4次）',
    '',
  ])
  assert.equal(line(lines, '时间'), '时间：2026年11月25日（周三）下午3:00至4:30')
  assert.equal(line(lines, '地点'), '地点：机关三楼会议室')
  assert.equal(line(lines, '讲课人'), '讲课人：许文静')
  assert.equal(line(lines, '党课主题'), '党课主题：机关党员如何做好联系服务')
})

test('attendance is listed by strokes, leave with its reason, observers outside the base', async () => {
  const lines = await written()

  assert.equal(line(lines, '应到'), '应到：30人，其中有表决权29人')
  assert.match(
    line(lines, '实到')!,
    /^实到：27人：丁一诺、马小满、方文静、毛若兰|^实到：27人：丁一诺、马小满/,
  )
  assert.equal(line(lines, '请假'), '请假：3人：徐雨晴（住院治疗）、钱卫东（因公出差）、曾思齐（在外培训）')
  assert.equal(line(lines, '列席'), '列席：1人：江河清')
})

test('someone whose attendance nobody stated is shown so, neither present nor absent', async () => {
  const [first, ...others] = generalMeeting.attendance
  const lines = await written({ attendance: [{ ...first!, state: 'not-stated' }, ...others] })

  assert.equal(line(lines, '到会情况未记'), '到会情况未记：1人：丁一诺')
  assert.match(line(lines, '实到')!, /^实到：26人/)
  assert.equal(line(lines, '缺席'), undefined)
})

test('while nobody is stated present the turnout is a gap, not nought', async () => {
  const attendance = generalMeeting.attendance.map((attendee) => ({ ...attendee, state: 'not-stated' }))

  assert.equal(line(await written({ attendance }), '实到'), '实到：〔未记〕')
})

test('the vote is told with base, turnout, clause, its line, the counts and the outcome', async () => {
  const lines = await written()

  assert.equal(
    line(lines, '表决'),
    '表决：应到会有表决权党员29人，实到26人，符合《中国共产党支部工作条例（试行）》第十一条“半数以上”（15人）的要求；' +
      '赞成24票，反对1票，弃权1票，赞成票超过应到会有表决权党员的半数（须达15票），决议通过。',
  )
  assert.equal(line(lines, '到会要求'), undefined, 'the quorum is not told twice')
})

test('differing opinions stand under their item, marked as such', async () => {
  assert.equal(line(await written(), '不同意见'), '不同意见：毛明：不赞成把培训集中在第一季度。')
})

test('each speaker begins a line', async () => {
  const lines = await written()

  assert.ok(lines.some((text) => text.startsWith('丁一诺：建议')))
  assert.ok(lines.some((text) => text.startsWith('毛明：第六项')))
})

test('what was not recorded is a visible gap and nothing is made up for it', async () => {
  const lines = await written({ place: null, hostName: null, recorderName: '  ', agenda: [], attendance: [] })

  for (const label of ['地点', '主持人', '记录人', '应到'])
    assert.equal(line(lines, label), `${label}：〔未记〕`)
  assert.equal(lines[lines.indexOf('一、会议议程和发言要点') + 1], '〔未记〕')
  assert.ok(lines.some((text) => text.includes('负责人：〔未记〕；完成时限：〔未记〕')))
})

test('a late record carries the day of the meeting, the day of entry and the reason', async () => {
  const lines = await written()

  assert.equal(line(lines, '会议日期'), '会议日期：2026年11月25日（周三）')
  assert.equal(line(lines, '补录日期'), '补录日期：2026年12月2日（周三）（会后补录，原因：记录人出差）')
})

test('a record in time carries its day alone, a draft says that it is one', async () => {
  assert.equal(line(await written({ late: false }), '记录日期'), '记录日期：2026年12月2日')
  assert.equal(
    line(await written({ recordedOn: null, stage: 'draft' }), '记录状态'),
    '记录状态：草稿，尚未提交。',
  )
})

test('an amendment shows what stood there before, who changed it and why, in the zone of the organ', async () => {
  const late = { ...generalMeeting.amendments[0]!, at: '2026-12-02T17:00:00Z' }

  assert.ok(
    (await written({ amendments: [late] })).includes(
      '1.2026年12月3日，李晓更正“地点”：原记“机关二楼会议室”，更正为“机关三楼会议室”。原因：记录时写错楼层。',
    ),
  )
})

test('clauses are listed once each', async () => {
  assert.equal(line(await written(), '依据'), '依据：《中国共产党支部工作条例（试行）》第十一条。')
})

test('host and recorder each have a place to sign', async () => {
  assert.ok((await written()).includes('主持人签名：记录人签名：'))
})

test('the paper is named by unit and kind without saying a word twice', () => {
  const named = (unitName: string, kind: string) =>
    minutesName({
      ...minutes,
      meeting: { ...generalMeeting, unitName, parts: [{ kind, topic: null, lecturerName: null }] },
    })

  assert.equal(named('机关党支部', 'general-meeting'), '机关党支部党员大会会议记录')
  assert.equal(named('机关党支部', 'committee-meeting'), '机关党支部委员会会议记录')
  assert.equal(named('第一党小组', 'group-meeting'), '第一党小组会记录')
  assert.equal(named('机关党支部', 'theme-day'), '机关党支部主题党日记录')
})

test('typed text cannot break the file, whatever characters it has', async () => {
  const lines = await written({ place: '<w:p>&"\u0001' })

  assert.equal(line(lines, '地点'), '地点：<w:p>&" ')
})

test('the faces are named with what may stand in for them, and none is embedded', async () => {
  const parts = unzipSync(await minutesDocx(minutes))
  const table = strFromU8(parts['word/fontTable.xml']!)

  assert.match(table, /仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/)
  assert.match(table, /方正小标宋简体"><w:altName w:val="[^"]*宋体/)
  assert.deepEqual(
    Object.keys(parts).filter((name) => name.startsWith('word/fonts/')),
    [],
  )
})
