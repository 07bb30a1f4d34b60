import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import * as contract from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { ask, organizer, branch } = world

const words = (docx: unknown): string =>
  strFromU8(unzipSync(docx as Uint8Array)['word/document.xml']!).replace(/<[^>]*>/g, '')

test('the minutes on paper carry the vote with its clause, and both days of a late record', async () => {
  const meeting = await planned(world, ['general-meeting'], { heldOn: '2026-10-12' })
  await recorded(world, meeting, {
    resolutions: [{ part: 1, text: '通过年度计划', approve: 15, oppose: 1, abstain: 0 }],
  })

  const { status, answer } = await ask(organizer, contract.downloadMinutes, {
    params: { meeting: meeting.id },
    query: {},
  })

  assert.equal(status, 200)
  assert.match(words(answer), /通过年度计划/)
  assert.match(words(answer), /应到会有表决权党员29人，实到29人.*第十一条/)
  assert.match(words(answer), /2026年10月12日/)
  assert.match(words(answer), /2026年11月22日/)
})

test('there are no minutes of a meeting that was only planned', async () => {
  const meeting = await planned(world, ['theme-day'], { heldOn: '2026-11-27' })

  const { status, refusal } = await ask(organizer, contract.downloadMinutes, {
    params: { meeting: meeting.id },
    query: {},
  })

  assert.equal(status, 409)
  assert.match(refusal.message, /还没有记录/)
})

test('notice and calendar entry of a planned meeting name its day, hour and place', async () => {
  const meeting = await planned(world, ['theme-day'], { heldOn: '2026-11-27' })
  const path = { params: { meeting: meeting.id } }

  const notice = await ask(organizer, contract.downloadNotice, path)
  const entry = await ask(organizer, contract.downloadCalendarEntry, path)

  assert.match(words(notice.answer), /2026年11月27日.*下午3:00/)
  assert.match(words(notice.answer), /三楼会议室/)
  const text = strFromU8(entry.answer as never)
  assert.match(text, /DTSTART;TZID=Asia\/Shanghai:20261127T150000/)
  assert.match(text, /SEQUENCE:0/)
})

test('the year’s register holds a line for each meeting of the branch', async () => {
  const { status, answer } = await ask(organizer, contract.downloadRegister, {
    params: { unit: branch.id },
    query: { year: 2026 },
  })

  assert.equal(status, 200)
  const sheet = strFromU8(unzipSync(answer as never)['xl/sharedStrings.xml']!)
  assert.match(sheet, /十一月会议/)
})
