import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { textOf } from '../documents/fixtures/text.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
import { openExample } from './fixtures/product.ts'

// Theme days on the example organ: a small branch that never fixed a day, and those who prepare and finish what is theirs.

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const onDay = async (page: Page, day: string): Promise<void> => {
  example.clock.today = day
  await page.clock.setFixedTime(new Date(`${day}T16:30:00+08:00`))
}

test('a theme day goes from nothing fixed to a record that looks back, with six typed fields at most', async (t) => {
  const { page, faults } = await example.as(browser, 'shaochangqing')
  const walk = journey(page, 'theme day from nothing to recorded')
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

  await walk.click('link', '组织生活')
  await walk.press(page.getByRole('navigation', { name: '组织生活' }).getByRole('link', { name: '主题党日' }))
  await heading('固定的日子')
  await walk.click('button', '固定日子')
  await walk.choose('第几个', '第三个')
  await walk.choose('星期几', '周四')
  await walk.click('button', '加“集中学习”')
  await walk.click('button', '加“民主议事”')
  await findsNothing(page, 'fixing the day')
  await takePictures(page, 'theme-rule')
  await walk.click('button', '保存')
  await page.getByText('每月第三个周四').waitFor()
  await walk.click('button', /^定主题.*12月/)
  await walk.type('主题', '冬令营开营前的检查')
  await takePictures(page, 'theme-month')
  await walk.click('button', '保存')
  await page.getByText('冬令营开营前的检查').waitFor()
  await walk.press(
    page.getByRole('listitem').filter({ hasText: '冬令营开营前的检查' }).getByRole('link', { name: '筹备' }),
  )
  await heading('筹备主题党日')
  await page.getByText(/记入\s*主题党日（2026年12月）/).waitFor()
  assert.equal(await page.getByLabel('召开日期').first().inputValue(), '2026-12-17')
  assert.equal(await page.getByLabel('开始时间').inputValue(), '15:00')
  assert.equal(await page.getByLabel('主题', { exact: false }).first().inputValue(), '冬令营开营前的检查')
  assert.equal(await page.getByLabel('议程 2').inputValue(), '民主议事')
  await page.getByText('三楼换热器报修').first().waitFor()
  await findsNothing(page, 'planning a theme day')
  await takePictures(page, 'theme-plan')
  await walk.click('button', '保存安排')
  await page.getByText('会议通知').first().waitFor()

  await onDay(page, '2026-12-17')
  await page.reload()
  await heading('回头看')
  await walk.press(page.getByRole('group', { name: /三楼换热器报修/ }).getByText('已办结'))
  await walk.type('办理情况', '十二月初换了两台，三楼已经热了')
  await walk.click('button', '全部到会')
  await walk.type('议程 1 发言要点', '倪晓雯：先读冬令营的安全责任书。')
  await walk.type('议程 2 发言要点', '郝一鸣：南侧门加一个人值守。')
  await walk.click('button', '加一项议定事项')
  await walk.type('议定事项 1 内容', '排出南侧门值守表')
  await walk.pick('议定事项 1 负责人', 'hym')
  await findsNothing(page, 'recording a theme day')
  await takePictures(page, 'theme-record')
  await page.getByText('草稿已保存').waitFor()
  await walk.click('button', '提交会议记录')
  await page.getByText('已记录').first().waitFor()
  const sheet = await downloaded(page, page.getByRole('link', { name: '下载主题党日活动记录' }).click())
  await walk.click('link', '主题党日')

  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`theme day from nothing to recorded: ${typed} typed fields, ${clicks} clicks`)
  assert.ok(typed <= 6, `${typed} typed fields`)
  const words = textOf(sheet.bytes).join('\n')
  assert.match(
    words,
    /回头看[\s\S]*三楼换热器报修（2026年10月22日议定，负责人：焦雅琴）：已办结。十二月初换了两台/,
  )
  assert.match(words, /固定环节\n1\.集中学习\n倪晓雯/)
  assert.match(words, /排出南侧门值守表（郝一鸣/)
  assert.deepEqual(faults, [])
  example.clock.today = '2026-11-20'
})

test('the secretary’s plan comes ready from the year: day, theme, agenda; nothing is typed', async (t) => {
  const { page, faults } = await example.as(browser, 'gumingyi')
  const walk = journey(page, 'plan the next theme day from the year’s themes')
  await walk.click('link', '组织生活')
  await walk.press(page.getByRole('navigation', { name: '组织生活' }).getByRole('link', { name: '主题党日' }))
  await page.getByText('每月第二个周五，固定环节：集中学习、民主议事').waitFor()
  await walk.click('link', '筹备')
  await page.getByRole('heading', { name: '筹备主题党日' }).waitFor()
  assert.equal(await page.getByLabel('召开日期').first().inputValue(), '2026-12-11')
  assert.equal(await page.getByLabel('议程 4').inputValue(), '把全年议定事项列成一张表')
  await walk.click('button', '保存安排')
  await page.getByText('会议通知').first().waitFor()

  const { typed, clicks } = walk.cost()
  t.diagnostic(`planning from the year’s themes: ${typed} typed fields, ${clicks} clicks`)
  assert.equal(typed, 0)
  assert.deepEqual(faults, [])
})

test('a member finds what she took on, finishes it, and says that her part is ready', async (t) => {
  const { page, faults } = await example.as(browser, 'linzhixia')
  const walk = journey(page, 'a member finishes her follow-up')
  await walk.press(
    page.getByRole('listitem').filter({ hasText: '把党课上的提问' }).getByRole('link', { name: '去办理' }),
  )
  await page.getByRole('heading', { name: '我的事项' }).waitFor()
  await findsNothing(page, 'own tasks')
  await takePictures(page, 'own-tasks')
  await walk.click('button', /^登记办结.*把党课上的提问/)
  await walk.type('办理情况', '一页，已发三个小组组长')
  await walk.click('button', /^办结$/)
  await page.getByText(/办结：一页，已发三个小组组长/).waitFor()
  await walk.click('button', /^登记准备好.*把全年议定事项列成一张表/)
  await walk.click('button', '准备好了')
  await page.getByText(/2026年11月20日.*准备好/).waitFor()

  const { typed, clicks } = walk.cost()
  t.diagnostic(`a member’s follow-up and part: ${typed} typed fields, ${clicks} clicks`)
  assert.ok(typed <= 1)
  assert.deepEqual(faults, [])
})

test('the leader of a group says from her day that her part is ready; the secretary sees it', async () => {
  const leader = await example.as(browser, 'baiyujie')
  await leader.page
    .getByRole('listitem')
    .filter({ hasText: '准备12月主题党日：各小组说一件没有办成的事' })
    .getByRole('link', { name: '去登记' })
    .click()
  await leader.page.getByRole('button', { name: /^登记准备好.*各小组/ }).click()
  await leader.page.getByLabel('准备情况').fill('三位组长各备一件，十二月八日前交我')
  await leader.page.getByRole('button', { name: '准备好了' }).click()
  await leader.page.getByText(/准备好：三位组长各备一件/).waitFor()

  const secretary = await example.as(browser, 'gumingyi')
  await secretary.page.goto(`${example.origin}/theme-days`)
  await secretary.page.getByText(/各小组说一件没有办成的事（白玉洁，已准备好）/).waitFor()
  assert.deepEqual([...leader.faults, ...secretary.faults], [])
})
