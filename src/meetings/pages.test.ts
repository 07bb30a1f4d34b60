import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { showing } from '../web/fixtures/showing.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, openPage, takePictures } from '../web/looking.ts'
import type { Kind } from './contract.ts'
import { branchWorld } from './fixtures/branch.ts'
import { planned, recorded } from './fixtures/filling.ts'

const world = await branchWorld()
const { branch, organizer, secretary } = world
const as = ({ organ, person }: typeof organizer, post: 'organization' | 'secretary') => ({
  organ,
  person,
  held: [{ post, path: branch.path, unitId: branch.id }],
})
const shown = await showing(world.database.database, as(organizer, 'organization'))
// A month before, so that hour and place of the next can be taken from it.
await recorded(world, await planned(world, ['committee-meeting'], { heldOn: '2026-10-22' }))

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  shown.close()
})

const opened = async (place: string) => {
  const { page, faults } = await openPage(browser, 'about:blank')
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00+08:00'))
  await page.goto(`${shown.address}${place}`)
  return { page, faults }
}
const look = async (page: Page, name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, name)
}
const plan = (kinds: Kind[], heldOn = '2026-11-18') => planned(world, kinds, { heldOn })

test('a monthly committee meeting is planned and recorded with few fields and clicks', async () => {
  const { page, faults } = await opened('/meetings')
  const walk = journey(page, 'record a monthly committee meeting')

  await walk.click('button', '筹备会议')
  await page.getByRole('heading', { name: '筹备会议' }).waitFor()
  await look(page, 'meeting-kinds')
  await walk.click('button', /^支委会/)
  await page.getByText('应到 5 人').waitFor()
  assert.equal(await page.getByLabel('开始时间').inputValue(), '15:00')
  assert.equal(await page.getByLabel('地点').inputValue(), '三楼会议室')
  await walk.type('议程 1', '研究第四季度工作')
  await look(page, 'meeting-plan')
  await walk.click('button', '保存安排')

  await page.getByRole('heading', { name: '到会情况' }).waitFor()
  await look(page, 'meeting-blank')
  await walk.click('button', '全部到会')
  await walk.press(page.getByRole('group', { name: /顾青/ }).getByText('请假'))
  await walk.type('顾青请假原因', '出差')
  await walk.type('议程 1 发言要点', '林岚：先办家庭教育宣传周。\n周启明：经费已落实。')
  await walk.click('button', '加一项议定事项')
  await walk.type('议定事项 1 内容', '拟定宣传周方案')
  await walk.type('议定事项 1 完成日期', '2026-12-05')
  await page.getByText('草稿已保存').waitFor()
  await page.getByText(/到会委员 4 人/).waitFor()
  await look(page, 'meeting-filled')
  await walk.click('button', '提交会议记录')
  await page.getByText('已记录').first().waitFor()
  await look(page, 'meeting-recorded')

  walk.tell()
  const { typed, clicks } = walk.cost()
  assert.ok(typed <= 8, `${typed} typed fields`)
  assert.ok(clicks <= 25, `${clicks} clicks`)
  assert.deepEqual(faults, [])
})
test('a vote is judged on the page while it is entered, with clause and numbers', async () => {
  const meeting = await plan(['general-meeting'])
  const { page, faults } = await opened(`/meetings/${meeting.id}`)

  await page.getByRole('button', { name: '全部到会' }).click()
  await page.getByRole('button', { name: '加一项决议' }).click()
  await page.getByLabel('决议 1 内容').fill('通过年度工作计划')
  await page.getByLabel('决议 1 赞成票').fill('14')
  await page.getByLabel('决议 1 反对票').fill('15')
  await page.getByLabel('决议 1 弃权票').fill('0')
  await page.getByText('□ 决议未通过').waitFor()
  await page.getByText(/赞成 14 人，依.*第十一条，赞成须达到 15 人：不符合/).waitFor()
  await look(page, 'meeting-vote-fails')
  await page.getByLabel('决议 1 赞成票').fill('15')
  await page.getByLabel('决议 1 反对票').fill('14')
  await page.getByText('● 决议通过').waitFor()
  assert.deepEqual(faults, [])
})

test('the button says what is still missing and stays reachable by keyboard', async () => {
  const meeting = await plan(['committee-meeting'])
  const { page, faults } = await opened(`/meetings/${meeting.id}`)

  await page.getByText('还有 5 人未填到会情况').waitFor()
  const button = page.getByRole('button', { name: '提交会议记录' })
  await button.focus()

  assert.equal(await button.getAttribute('aria-disabled'), 'true')
  assert.match(
    (await page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`).textContent()) ?? '',
    /请逐人选定/,
  )
  assert.deepEqual(faults, [])
})

test('a record of last month is taken as late and shows both days', async () => {
  const meeting = await plan(['committee-meeting'], '2026-09-10')
  const { page, faults } = await opened(`/meetings/${meeting.id}`)

  await page.getByRole('button', { name: '全部到会' }).click()
  await page.getByLabel('补录原因').fill('记录人病假')
  await look(page, 'meeting-late-form')
  await page.getByRole('button', { name: '提交会议记录' }).click()
  await page.getByText(/2026年9月10日.*召开，2026年11月22日.*录入.*记录人病假/).waitFor()
  await page.getByText('会后补录').first().waitFor()
  await look(page, 'meeting-late')
  assert.deepEqual(faults, [])
})

test('two hands at one draft are shown both values and settle which holds', async () => {
  const meeting = await plan(['committee-meeting'])
  const one = await opened(`/meetings/${meeting.id}`)
  const other = await opened(`/meetings/${meeting.id}`)
  await other.page.getByLabel('地点').waitFor()

  await one.page.getByLabel('地点').fill('一楼大厅')
  await one.page.getByText('草稿已保存').waitFor()
  await other.page.getByLabel('地点').fill('五楼会议室')
  await other.page.getByRole('heading', { name: /也改过这条记录/ }).waitFor()
  await look(other.page, 'meeting-conflict')
  await other.page.getByLabel('一楼大厅').click()
  await other.page.getByRole('button', { name: '按选定的保存' }).click()
  await other.page.getByText('草稿已保存').waitFor()

  assert.equal(await other.page.getByLabel('地点').inputValue(), '一楼大厅')
  assert.deepEqual([...one.faults, ...other.faults], [])
})

test('the secretary notes a record and amends it; what it said stays beside it', async () => {
  const record = await recorded(world, await plan(['general-meeting']), {
    agenda: [{ part: 1, title: '表决计划', points: '周启明：同意。', differing: '何畅：时间太紧。' }],
    resolutions: [{ part: 1, text: '通过年度计划', approve: 20, oppose: 5, abstain: 3 }],
    followUps: [{ what: '印发计划', ownerId: secretary.person, dueOn: '2026-12-01' }],
    absent: ['赵小兰'],
  })
  shown.become(as(secretary, 'secretary'))
  const { page, faults } = await opened(`/meetings/${record.id}`)

  await page.getByRole('button', { name: '审阅' }).click()
  await page.getByText('已审阅').first().waitFor()
  await page.getByRole('button', { name: '更正' }).click()
  await page.getByLabel('更正的项目').selectOption('到会情况')
  await page.getByLabel('人员').selectOption({ label: '赵小兰（缺席）' })
  await page.getByLabel('更正为').selectOption('请假')
  await page.getByLabel('请假原因').fill('住院')
  await page.getByLabel('更正原因').fill('漏记病假')
  await look(page, 'meeting-amending')
  await page.getByRole('button', { name: '提交更正' }).click()
  await page.getByText('漏记病假').waitFor()
  await page.getByText('赵小兰（住院）').waitFor()
  await look(page, 'meeting-amended')
  shown.become(as(organizer, 'organization'))
  assert.deepEqual(faults, [])
})

test('a meeting to come shows its arrangement and notice; the year lists them all', async () => {
  const meeting = await plan(['theme-day', 'lecture'], '2026-11-27')
  const { page, faults } = await opened(`/meetings/${meeting.id}`)

  await page.getByRole('button', { name: '登记已发出' }).click()
  await page.getByText('已登记发出').waitFor()
  await look(page, 'meeting-planned')
  await page.getByRole('button', { name: '修改安排' }).click()
  await page.getByLabel('地点').fill('社区活动室')
  await page.getByRole('button', { name: '保存修改' }).click()
  await page.getByText('社区活动室').waitFor()
  await page.getByRole('link', { name: '组织生活' }).first().click()
  await page.getByRole('heading', { name: '组织生活' }).waitFor()
  await page.getByText('会后补录').first().waitFor()
  await look(page, 'meetings')
  await page.getByLabel('类型').selectOption('党小组会')
  await page.getByText('2026 年还没有党小组会').waitFor()
  await look(page, 'meetings-empty')
  assert.deepEqual(faults, [])
})
