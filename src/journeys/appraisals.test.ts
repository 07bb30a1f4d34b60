import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'

// 民主评议 as it is lived: the group's leader, a member, and the organisation member who keeps the round.

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const roundOf = async (page: Page): Promise<string> => {
  await page.goto(`${example.origin}/appraisals`)
  await page.getByRole('link', { name: '2026 年度民主评议党员' }).first().click()
  await page.getByRole('heading', { name: '2026 年度民主评议党员' }).waitFor()
  return page.url()
}
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '评议步骤' }).getByRole('button', { name }).click()

/** Accessibility at both widths, and the pictures. */
const look = async (page: Page, name: string) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `page-${name}`)
}

test('a group’s leader records how her group appraised one another', async (t) => {
  const { page, faults } = await example.as(browser, 'baiyujie')
  await roundOf(page)
  await look(page, 'appraisal-leader')
  const walk = journey(page, 'record the mutual appraisal of a group')
  await walk.click('button', '登记第一党小组的互评')
  await walk.type('情况', '大家提得集中的是材料报得晚')
  await look(page, 'appraisal-mutual-form')
  await walk.click('button', '保存互评')
  await page.getByText('大家提得集中的是材料报得晚').waitFor()
  t.diagnostic(JSON.stringify(walk.cost()))
  walk.tell()
  assert.deepEqual(faults, [])
})

test('a member writes of herself and hands it in', async (t) => {
  const { page, faults } = await example.as(browser, 'linzhixia')
  await page.goto(`${example.origin}/me/appraisal`)
  await page.getByRole('heading', { name: '我的民主评议' }).waitFor()
  const walk = journey(page, 'write and hand in a self-appraisal')
  await walk.type('个人自评', '公众号推文按周排，三次没有赶上节点，明年提前两周定题。')
  await page.getByText('草稿已保存').waitFor()
  await look(page, 'appraisal-own')
  await walk.click('button', '提交自评')
  await page.getByText('自评已在').waitFor()
  t.diagnostic(JSON.stringify(walk.cost()))
  walk.tell()
  assert.deepEqual(faults, [])
})

test('a member votes once on her own device; the screen of the meeting room takes a sheet and is empty again', async (t) => {
  const keeper = await example.as(browser, 'dingsuyun')
  await roundOf(keeper.page)
  await look(keeper.page, 'appraisal-round')
  await step(keeper.page, '民主测评')
  await keeper.page.getByText('各人用自己的账号填').click()
  await keeper.page.getByRole('button', { name: '开始测评' }).click()
  await keeper.page.getByText('已有 0 张').waitFor()
  await look(keeper.page, 'appraisal-devices')

  const { page, faults } = await example.as(browser, 'linzhixia')
  const walk = journey(page, 'vote on one’s own device')
  await page.getByText('2026 年度民主测评，请投票').waitFor()
  await walk.click('link', '去投票')
  await page.getByRole('heading', { name: '2026 年度民主测评' }).waitFor()
  const names = page.getByRole('listitem').filter({ has: page.getByRole('radio') })
  assert.equal(await names.count(), 29)
  for (let at = 0; at < 29; at += 1)
    await walk.press(names.nth(at).getByText(at % 4 === 0 ? '优秀' : '合格', { exact: true }))
  await look(page, 'appraisal-ballot')
  await walk.click('button', '投票')
  await page.getByText('您的票已经投出').waitFor()
  t.diagnostic(JSON.stringify(walk.cost()))
  walk.tell()
  assert.deepEqual(faults, [])

  await keeper.page.reload()
  await step(keeper.page, '民主测评')
  await keeper.page.getByText('已有 1 张').waitFor()
  await keeper.page.getByRole('button', { name: '作废重来' }).click()
  await keeper.page.getByRole('button', { name: '作废测评' }).click()
  await keeper.page.getByText('会议室里一台电脑轮流填').click()
  await keeper.page.getByRole('button', { name: '开始测评' }).click()
  await keeper.page.getByRole('link', { name: '打开会议室的投票页' }).click()
  const sheet = keeper.page.getByRole('listitem').filter({ has: keeper.page.getByRole('radio') })
  for (let at = 0; at < 29; at += 1) await sheet.nth(at).getByText('合格', { exact: true }).click()
  await look(keeper.page, 'appraisal-room')
  await keeper.page.getByRole('button', { name: '投票' }).click()
  await keeper.page.getByText('已有 1 张，应投 31 人。请交给下一位。').waitFor()
  await keeper.page.getByRole('button', { name: '下一位，填一张空票' }).click()
  assert.equal(
    await keeper.page.getByRole('radio', { checked: true }).count(),
    0,
    'the next one finds an empty sheet',
  )
  await keeper.page.getByRole('link', { name: '都投完了，回到评议' }).click()
  await step(keeper.page, '民主测评')
  await keeper.page.getByRole('button', { name: '作废重来' }).click()
  await keeper.page.getByRole('button', { name: '作废测评' }).click()
  await keeper.page.getByText('怎样测评').waitFor()
  assert.deepEqual(keeper.faults, [])
})

test('a round of thirty goes from paper to its end by totals with forty typed fields at most', async (t) => {
  const { page, faults } = await example.as(browser, 'dingsuyun')
  await roundOf(page)
  const walk = journey(page, 'an appraisal round of thirty by totals')

  await step(page, '个人自评')
  await look(page, 'appraisal-self')
  await walk.click('button', '全部勾上')
  await walk.click('button', '登记交来')
  await page.getByText('31 人中 31 人已交').waitFor()

  await step(page, '党员互评')
  await page.getByRole('heading', { name: '党员互评' }).waitFor()
  await look(page, 'appraisal-mutual')
  await step(page, '民主测评')
  await page.getByRole('heading', { name: '民主测评' }).waitFor()
  await walk.type('收回张数', '30')
  await walk.type('有效张数', '29')
  const cells = page.getByRole('textbox', { name: /优秀票$/ })
  const names = await cells.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
  assert.equal(names.length, 29)
  for (const [at, name] of names.entries()) await walk.type(name, String((at * 7) % 25))
  await walk.type(names[4]!.replace('优秀', '基本合格'), '2')
  await look(page, 'appraisal-totals')
  await walk.click('button', '录入票数')
  await page.getByText('发出 31 张，收回 30 张，有效 29 张').waitFor()
  await look(page, 'appraisal-figures')

  await step(page, '组织评定')
  await page.getByRole('heading', { name: '组织评定' }).waitFor()
  await walk.press(page.getByLabel('履行岗位职责'))
  await walk.choose('评定的会议', '支部委员会')
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('radio') })
  for (let at = 0; at < 11; at += 1) await walk.press(rows.nth(at).getByText('优秀', { exact: true }))
  await page.getByText(/优秀 11 人，上限 10 人.*多了 1 人，不能办结/).waitFor()
  await walk.press(rows.nth(10).getByText('基本合格', { exact: true }))
  await walk.click('button', /其余 18 人都定为合格/)
  await look(page, 'appraisal-grades')
  await walk.type('的改进要求', '接访台账当天记，三个月后支委会看一次')
  await walk.click('button', '办结评议')
  await page.getByText('29 人中 0 人已告知').waitFor()

  await walk.click('button', '全部勾上')
  await look(page, 'appraisal-told')
  await walk.click('button', '登记已告知')
  await page.getByText('29 人中 29 人已告知').waitFor()
  t.diagnostic(JSON.stringify(walk.cost()))
  walk.tell()
  assert.ok(walk.cost().typed <= 40, `${walk.cost().typed} typed fields`)
  assert.deepEqual(faults, [])
})
