import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import ICAL from 'ical.js'
import type { Browser, Locator, Page } from 'playwright-core'
import { setUpLink } from '../access/link-routes.ts'
import { testDatabase } from '../database/testing.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { downloaded } from './fixtures/downloaded.ts'
import { dropSheet, handsOn, setUp, toRoster } from './fixtures/first-officer.ts'
import { openAt, openProduct } from './fixtures/product.ts'
import { storyOn } from './fixtures/story.ts'

// The first officer's first days, told in order on one product: each test goes on where the one before it ended.

const product = await openProduct(await testDatabase(), '2026-11-06')
let browser: Browser
let page: Page
let faults: string[]
const step = storyOn(() => page)
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  product.close()
})

const heading = (name: string | RegExp) => handsOn(page).heading(name)
const press = (name: string | RegExp) => handsOn(page).press(name)
const fill = (label: string, text: string) => handsOn(page).fill(label, text)
const cell = (says: RegExp): Locator => page.getByRole('grid').getByRole('button', { name: says })
const onDay = async (day: string): Promise<void> => {
  product.clock.today = day
  await page.clock.setFixedTime(new Date(`${day}T16:30:00+08:00`))
}
const toYear = async (): Promise<void> => {
  await page.getByRole('link', { name: '年历' }).first().click()
  await page.getByRole('grid').waitFor()
}

step(
  'the first officer opens the link and names the organ, its general branch, branch, groups and committee',
  async () => {
    const opened = await openAt(browser, '2026-11-06', (await setUpLink(product.access, product.origin))!)
    page = opened.page
    faults = opened.faults

    await setUp(page)

    assert.deepEqual(faults, [])
  },
)

step('the roster sheet is looked at, accepted, and stands in the roster', async () => {
  await toRoster(page)
  await dropSheet(page, 'roster-branch-book.xlsx')
  await press('接受导入')
  await heading('已导入机关党支部')
  await press('看名册')

  await page.getByText('共 31 人').waitFor()
  assert.deepEqual(faults, [])
})

step(
  'the year shows by state what is owed; a cell tells clause, numbers, evidence and what to do',
  async () => {
    await toYear()

    await cell(/^支部委员会会议，2026年11月，期限未到/).click()
    const panel = page.getByRole('dialog')
    await panel.getByText('《中国共产党支部工作条例（试行）》第十二条').waitFor()
    const told = (await panel.textContent()) ?? ''

    assert.match(told, /佐证\s*还没有对应的记录/)
    assert.match(told, /可以做什么[\s\S]*安排一次会议/)
    assert.equal(await cell(/^支部委员会会议，2026年10月，期限已过/).count(), 1)
    await page.keyboard.press('Escape')
    assert.deepEqual(faults, [])
  },
)

step(
  'a monthly committee meeting goes from the year to a record with few fields and clicks, its papers with it',
  async () => {
    const walk = journey(page, 'record a monthly committee meeting')
    const take = (name: string) => downloaded(page, walk.press(page.getByRole('link', { name })))

    await walk.press(cell(/^支部委员会会议，2026年11月，期限未到/))
    await walk.click('button', '安排一次会议')
    await heading('筹备支委会')
    await page.getByText(/应到 5 人/).waitFor()
    assert.equal(await page.getByLabel('召开日期').first().inputValue(), '2026-11-13')
    await walk.type('开始时间', '15:00')
    await walk.type('地点', '三楼会议室')
    await walk.type('议程 1', '研究第四季度工作')
    await walk.click('button', '保存安排')
    const notice = await take('下载通知（Word）')
    const entry = await take('下载日历事项')
    await walk.click('button', '登记已发出')
    await page.getByText('已登记发出').waitFor()

    await onDay('2026-11-13')
    await page.reload()
    await heading('到会情况')
    await walk.click('button', '全部到会')
    await walk.press(page.getByRole('group', { name: /宋琴娟/ }).getByText('请假'))
    await walk.type('宋琴娟请假原因', '外出培训')
    await walk.type('议程 1 发言要点', '付叶梅：先办家庭教育宣传周。\n曾丽：经费已落实。')
    await page.getByText('草稿已保存').waitFor()
    await walk.click('button', '提交会议记录')
    await page.getByText('已记录').first().waitFor()
    const minutes = await take('下载会议记录')

    walk.tell()
    const { typed, clicks } = walk.cost()
    assert.ok(typed <= 8, `${typed} typed fields`)
    assert.ok(clicks <= 25, `${clicks} clicks`)
    assert.match(notice.name, /\.docx$/)
    assert.match(textOf(notice.bytes).join('\n'), /三楼会议室[\s\S]*研究第四季度工作/)
    assert.match(minutes.name, /\.docx$/)
    assert.match(textOf(minutes.bytes).join('\n'), /宋琴娟[\s\S]*外出培训[\s\S]*先办家庭教育宣传周/)
    const [event] = new ICAL.Component(ICAL.parse(new TextDecoder().decode(entry.bytes))).getAllSubcomponents(
      'vevent',
    )
    assert.equal(event?.getFirstPropertyValue('dtstart')?.toString(), '2026-11-13T15:00:00')
    assert.deepEqual(faults, [])
  },
)

step('the year shows the duty done, with the record as its evidence', async () => {
  await toYear()

  await cell(/^支部委员会会议，2026年11月，在期限内完成/).click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /2026年11月支委会/ })
    .waitFor()

  await page.keyboard.press('Escape')
  assert.deepEqual(faults, [])
})

step('a meeting held weeks ago and recorded now shows as late, with both days', async () => {
  await toYear()
  await cell(/^支部委员会会议，2026年10月，期限已过/).click()
  await press('安排一次会议')
  await fill('召开日期', '2026-10-21')
  await press('保存安排')
  await heading('到会情况')
  await press('全部到会')
  await fill('补录原因', '系统刚刚启用')
  await page.getByText('草稿已保存').waitFor()
  await press('提交会议记录')
  await page.getByText(/2026年10月21日.*召开，2026年11月13日.*录入.*系统刚刚启用/).waitFor()

  await toYear()
  await cell(/^支部委员会会议，2026年10月，已完成，会后补录/).click()
  const told = (await page.getByRole('dialog').textContent()) ?? ''

  assert.match(told, /2026年10月21日/)
  assert.match(told, /2026年11月13日录入/)
  await page.keyboard.press('Escape')
  assert.deepEqual(faults, [])
})

step(
  'a general meeting votes: quorum and majority are judged with clause and numbers, on the page and in the minutes',
  async () => {
    await cell(/^支部党员大会，2026年第四季度，期限未到/).click()
    await press('安排一次会议')
    await fill('召开日期', '2026-11-13')
    await fill('开始时间', '09:30')
    await fill('议程 1', '表决明年工作计划')
    await press('保存安排')
    await heading('到会情况')
    await press('全部到会')
    await state(17, '缺席')
    await page.getByText(QUORUM_FAILS).first().waitFor()
    await state(17, '到会')
    await resolved(1, '通过明年工作计划', [17, 7, 5])
    await resolved(2, '改在周末开会', [14, 15, 0])
    await page.getByText('● 决议通过').waitFor()
    await page.getByText('□ 决议未通过').waitFor()
    await page.getByText('草稿已保存').waitFor()
    await press('提交会议记录')
    await page.getByText('已记录').first().waitFor()
    const shown = (await page.locator('main').textContent()) ?? ''
    const minutes = textOf(
      (await downloaded(page, page.getByRole('link', { name: '下载会议记录' }).click())).bytes,
    ).join('\n')

    for (const judgment of SHOWN) assert.match(shown, judgment)
    for (const judgment of WRITTEN) assert.match(minutes, judgment)
    assert.deepEqual(faults, [])
  },
)

const state = async (people: number, word: string): Promise<void> => {
  const lines = page.getByRole('group').filter({ has: page.getByRole('radio') })
  for (let at = 0; at < people; at += 1) await lines.nth(at).getByText(word, { exact: true }).click()
}

const resolved = async (
  at: number,
  text: string,
  votes: readonly [number, number, number],
): Promise<void> => {
  await press('加一项决议')
  await fill(`决议 ${at} 内容`, text)
  for (const [place, name] of ['赞成票', '反对票', '弃权票'].entries())
    await fill(`决议 ${at} ${name}`, String(votes[place]))
}

const QUORUM_FAILS = /29 人，实到会有表决权党员 14 人，依.*第十一条.*须达到 15 人：不符合/
const SHOWN = [
  /29 人，实到会有表决权党员 29 人，依.*第十一条.*须达到 15 人：符合/,
  /赞成 17 人，依《中国共产党支部工作条例（试行）》第十一条，赞成须达到 15 人：符合/,
  /赞成 14 人，依《中国共产党支部工作条例（试行）》第十一条，赞成须达到 15 人：不符合/,
]
const WRITTEN = [
  /应到会有表决权党员29人，实到29人，符合《中国共产党支部工作条例（试行）》第十一条“半数以上”（15人）的要求/,
  /赞成17票，反对7票，弃权5票，赞成票超过应到会有表决权党员的半数（须达15票），决议通过/,
  /赞成14票，反对15票，弃权0票，赞成票未超过应到会有表决权党员的半数（须达15票），决议未通过/,
]
