import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../documents/fixtures/text.ts'
import * as contract from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { filled, planned, recorded } from './fixtures/filling.ts'
import * as themes from './theme-contract.ts'

const world = await branchWorld()
const { ask, secretary, organizer, member, leaders, branch, groups } = world
const params = { unit: branch.id }
const RULE = { monthDay: 15, week: null, weekday: null, fixedParts: ['重温入党誓词', '集中学习'] }

const fix = (more: object = {}, as = secretary) =>
  ask(as, themes.fixThemeDay, { params, body: { ...RULE, since: '2026-11-01', version: null, ...more } })
const year = async (of = 2026) =>
  (await ask(secretary, themes.readThemeYear, { params, query: { year: of } })).answer
const monthOf = async (month: number) => (await year()).months[month - 1]!
const plan = (month: number, more: object = {}, as = secretary) =>
  ask(as, themes.planThemes, {
    params,
    body: {
      year: 2026,
      months: [
        { month, theme: '到社区去', form: 'service', preparerId: null, parts: [], version: null, ...more },
      ],
    },
  })

test('the secretary fixes the day once; the month shows it, moved where nobody works', async () => {
  const { status } = await fix()

  const { rule, months } = await year()
  assert.equal(status, 200)
  assert.equal(rule?.words, '每月15日')
  assert.equal(months[10]?.day, '2026-11-16', 'the 15th is a Sunday')
  assert.match(months[10]?.moved ?? '', /11月15日.*不上班/)
  assert.equal(months[9]?.day, null, 'before its first day nothing is fixed')
})

test('a fixed day is changed from a month on, and what was fixed before stays', async () => {
  await fix({ since: '2026-12-01', monthDay: null, week: 2, weekday: 5 })

  const { months } = await year()
  assert.deepEqual([months[10]?.day, months[11]?.day], ['2026-11-16', '2026-12-11'])
  assert.equal((await fix({ since: '2026-12-01' })).refusal.refused, 'stale')
})

test('neither day nor week, both at once, and a part twice are refused with the field', async () => {
  assert.equal((await fix({ monthDay: null })).refusal.field, 'monthDay')
  assert.equal((await fix({ week: 1, weekday: 1 })).refusal.field, 'monthDay')
  assert.equal((await fix({ fixedParts: ['学习', '学习'] })).refusal.field, 'fixedParts')
  assert.equal((await fix({ since: '2030-01-01' })).refusal.field, 'since')
})

test('a member and the leader of a group cannot fix the day of the branch', async () => {
  assert.equal((await fix({}, member)).refusal.refused, 'not-permitted')
  assert.equal((await fix({}, leaders[0])).refusal.refused, 'not-permitted')
})

test('a month takes a theme, its own parts and who prepares what; the fixed parts come by themselves', async () => {
  const parts = [
    { title: '集中学习', fixed: true, ownerId: leaders[0]!.person },
    { title: '入户走访', fixed: false, ownerId: member.person },
  ]
  const { status } = await plan(12, { parts })

  const december = await monthOf(12)
  assert.equal(status, 200)
  assert.equal(december.theme, '到社区去')
  assert.deepEqual(
    december.parts.map(({ title, ownerName }) => [title, ownerName]),
    [
      ['重温入党誓词', null],
      ['集中学习', leaders[0]!.name],
      ['入户走访', member.name],
    ],
  )
})

test('whoever prepares a part sees it among her own, says that it is ready, and it stays so when the plan changes', async () => {
  const mine = await ask(member, themes.listOwnTasks, {})
  const part = mine.answer.parts.find(({ title }) => title === '入户走访')!
  assert.deepEqual([part.theme, part.day], ['到社区去', '2026-12-11'])

  const ready = await ask(member, themes.readyThemePart, {
    params: { part: part.id },
    body: { note: '已约好四户', version: part.version },
  })
  const again = await ask(member, themes.readyThemePart, {
    params: { part: part.id },
    body: { note: null, version: 2 },
  })
  const december = await monthOf(12)
  await plan(12, {
    theme: '到社区去看一看',
    version: december.version,
    parts: december.parts.map(({ title, fixed, ownerId }) => ({ title, fixed, ownerId })),
  })

  assert.equal(ready.status, 200)
  assert.equal(again.refusal.refused, 'conflict')
  assert.equal((await monthOf(12)).parts.at(-1)?.readyNote, '已约好四户')
})

test('nobody else sees her part, and two who plan the same month do not overwrite each other', async () => {
  const others = await ask(leaders[1]!, themes.listOwnTasks, {})
  assert.deepEqual(others.answer.parts, [])
  assert.equal((await plan(12, { version: 1 })).refusal.refused, 'stale')
  assert.equal((await plan(12)).refusal.refused, 'stale')
})

test('a theme day planned without a theme takes that of its month', async () => {
  await plan(11, { theme: '读条例' })
  const meeting = await planned(world, ['theme-day', 'lecture'], { heldOn: '2026-11-16' })

  assert.equal(meeting.parts[0]?.topic, '读条例')
  const { answer } = await ask(organizer, contract.listExpected, {
    params,
    query: { on: '2026-11-16', kinds: 'theme-day,lecture' },
  })
  assert.deepEqual(
    answer.feeds.map(({ title }) => title),
    ['主题党日', '支部党课'],
  )
})

test('what was decided returns at the next gathering, finished or carried on there, and stands in its minutes', async () => {
  const first = await recorded(world, await planned(world, ['theme-day'], { heldOn: '2026-11-10' }), {
    followUps: [
      { what: '送还体检报告', ownerId: member.person, dueOn: '2026-11-14' },
      { what: '更换楼道灯', ownerId: null, dueOn: '2026-11-12' },
      { what: '联系社区', ownerId: null, dueOn: null },
    ],
  })
  const next = await planned(world, ['committee-meeting'], { heldOn: '2026-11-19' })
  const ours = next.returns.filter(({ from }) => from.id === first.id)
  assert.deepEqual(
    ours.map(({ what, outcome }) => [what, outcome]),
    [
      ['更换楼道灯', null],
      ['送还体检报告', null],
      ['联系社区', null],
    ],
    'those due first at the top',
  )
  const say = (what: string, more: object) => ({
    followUpId: ours.find((task) => task.what === what)!.followUpId,
    outcome: 'done' as const,
    note: null,
    dueOn: null,
    ...more,
  })
  const returns = [
    say('更换楼道灯', { note: '物业当天换好' }),
    say('送还体检报告', { outcome: 'carried', note: '还差一份', dueOn: '2026-11-30' }),
  ]
  const draft = await ask(organizer, contract.draftMeeting, {
    params: { meeting: next.id },
    body: { ...filled(next, { returns }), version: next.version },
  })
  assert.equal(draft.answer.returns.filter(({ outcome }) => outcome !== null).length, 2)

  const record = await recorded(world, draft.answer, { returns })

  const read = (id: string) => ask(organizer, contract.readMeeting, { params: { meeting: id } })
  assert.deepEqual(
    record.returns.map(({ what, outcome, note }) => [what, outcome, note]),
    [
      ['更换楼道灯', 'done', '物业当天换好'],
      ['送还体检报告', 'carried', '还差一份'],
    ],
  )
  assert.deepEqual((await read(next.id)).answer.returns, (await read(next.id)).answer.returns)
  const before = (await read(first.id)).answer.followUps
  assert.deepEqual(
    before.map(({ what, doneOn, dueOn }) => [what, doneOn, dueOn]),
    [
      ['送还体检报告', null, '2026-11-30'],
      ['更换楼道灯', '2026-11-19', '2026-11-12'],
      ['联系社区', null, null],
    ],
  )
  const minutes = await ask(organizer, contract.downloadMinutes, { params: { meeting: next.id } })
  const words = textOf(minutes.answer as unknown as Uint8Array).join('\n')
  assert.match(words, /以前议定事项的办理情况/)
  assert.match(words, /更换楼道灯（2026年11月10日议定，负责人：〔未记〕）：已办结。物业当天换好。/)
  assert.match(words, /继续办理，改为2026年11月30日前完成。还差一份。/)
})

test('a follow-up of another unit or one made up is refused', async () => {
  const meeting = await planned(world, ['committee-meeting'], { heldOn: '2026-11-20' })
  const returns = [{ followUpId: crypto.randomUUID(), outcome: 'done' as const, note: null, dueOn: null }]
  const { refusal } = await ask(organizer, contract.draftMeeting, {
    params: { meeting: meeting.id },
    body: { ...filled(meeting, { returns }), version: meeting.version },
  })
  assert.equal(refusal.field, 'returns')
})

test('the record of a theme day is a form: theme, form, fixed parts and own parts apart, who came', async () => {
  const meeting = await planned(world, ['theme-day'], { heldOn: '2026-11-16' })
  const agenda = ['集中学习', '入户走访'].map((title) => ({
    part: 1,
    title,
    points: `${title}的情况`,
    differing: null,
  }))
  await recorded(world, meeting, { agenda, excused: [member.name] })

  const { status, answer } = await ask(organizer, themes.downloadThemeDay, {
    params: { meeting: meeting.id },
  })

  const words = textOf(answer as unknown as Uint8Array).join('\n')
  assert.equal(status, 200)
  assert.match(words, /主题党日活动记录/)
  assert.match(words, /读条例/)
  assert.match(words, /志愿服务/)
  assert.match(words, /固定环节\n1\.集中学习\n集中学习的情况\n自选环节\n1\.入户走访/)
  assert.match(words, new RegExp(`${member.name}（请假：出差）`))
  assert.equal(
    (await plan(11, { version: 1 })).refusal.refused,
    'conflict',
    'a recorded month is planned no more',
  )
})

test('the list of the year is a sheet, and a gathering of another kind has no such record', async () => {
  const list = await ask(organizer, themes.downloadThemeList, { params, query: { year: 2026 } })
  const other = await planned(world, ['committee-meeting'], { heldOn: '2026-11-20' })
  const none = await ask(organizer, themes.downloadThemeDay, { params: { meeting: other.id } })

  assert.equal(list.status, 200)
  assert.match(none.refusal.message, /不是主题党日/)
})

test('a group holds its own theme days; the branch does not see to them in its place', async () => {
  const { status } = await ask(leaders[0]!, themes.fixThemeDay, {
    params: { unit: groups[0].id },
    body: { ...RULE, since: '2026-11-01', version: null },
  })
  assert.equal(status, 200)
})
