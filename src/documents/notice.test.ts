import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NoticeData } from './contract.ts'
import { generalMeeting } from './fixtures/meeting.ts'
import { textOf } from './fixtures/text.ts'
import { closingIndents, noticeDocx, noticeName } from './notice.ts'

const data: NoticeData = {
  organName: '示例市妇女联合会',
  meeting: generalMeeting,
  contact: { name: '李晓', phone: '14100000001' },
  issuedOn: '2026-11-18',
}

test('a notice says when, where, what, who, and how to ask leave', async () => {
  const lines = textOf(await noticeDocx(data))

  assert.ok(lines.includes('全体党员：'))
  assert.ok(
    lines.includes(
      '现定于2026年11月25日（周三）下午3:00至4:30在机关三楼会议室召开示例市妇联机关第一党支部党员大会暨党课，有关事项通知如下：',
    ),
  )
  assert.ok(lines.includes('1.讨论2027年支部工作计划（支部党员大会）'))
  assert.ok(lines.some((text) => text.startsWith('应到30人：丁一诺、马小满')))
  assert.ok(lines.includes('联系人：李晓，电话：14100000001'))
  assert.deepEqual(lines.slice(-2), ['示例市妇联机关第一党支部', '2026年11月18日'])
})

test('what is not settled yet is shown as open', async () => {
  const lines = textOf(
    await noticeDocx({ ...data, contact: null, meeting: { ...generalMeeting, place: null, agenda: [] } }),
  )

  assert.ok(lines.some((text) => text.includes('下午3:00至4:30（地点〔未定〕）召开')))
  assert.ok(lines.includes('联系人：〔未定〕'))
  assert.equal(lines[lines.indexOf('二、会议议程') + 1], '〔未定〕')
})

test('a committee is addressed as its members', async () => {
  const parts = [{ kind: 'committee-meeting', topic: null, lecturerName: null }]
  const meeting = { ...generalMeeting, unitName: '机关党支部', parts }

  assert.ok(textOf(await noticeDocx({ ...data, meeting })).includes('各位委员：'))
  assert.equal(noticeName({ ...data, meeting }), '关于召开机关党支部委员会会议的通知')
})

test('without a seal the day begins two characters after the name, or the name gives way', () => {
  // 12 characters against 7: the day ends 5 characters from the edge, so it begins at 28 − 5 − 7 = 16, the name at 14.
  assert.deepEqual(closingIndents('示例市妇联机关第一党支部', '2026年11月18日'), { name: 2, date: 5 })
  assert.deepEqual(closingIndents('机关党支部', '2026年11月18日'), { name: 6, date: 2 })
})
