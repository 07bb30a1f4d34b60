import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'

// 组织生活会 as it is lived: the organisation member who prepares it, the secretary, a member, a group's leader.

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const roundOf = async (page: Page, year = '2026年度'): Promise<void> => {
  await page.goto(`${example.origin}/life-meetings`)
  await page.getByRole('link', { name: year }).first().click()
  await page.getByRole('heading', { name: `${year}组织生活会` }).waitFor()
}
const step = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: '步骤' }).getByRole('button', { name }).click()
  await page.getByRole('heading', { level: 2, name }).waitFor()
}

/** Accessibility at both widths, words, and the pictures. */
const look = async (page: Page, name: string) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `page-life-${name}`)
}

test('a member writes her outline, hands it in, drops a slip and says what she did', async (t) => {
  const { page, faults } = await example.as(browser, 'linzhixia')
  await page.goto(`${example.origin}/me/life`)
  await page.getByRole('heading', { name: '2026年度组织生活会' }).waitFor()
  await look(page, 'own')
  const walk = journey(page, 'hand in an outline and drop a slip')
  const outline = page.getByRole('form', { name: '发言提纲' }).first()
  await outline.getByLabel('提纲').fill('联系的两户，今年只去过一次。打算每季度第一周去。')
  await walk.press(outline.getByRole('button', { name: '保存' }))
  await walk.press(outline.getByRole('button', { name: '交给支部' }))
  await page.getByText('已交给支部').waitFor()
  const slip = page.getByRole('form', { name: '不记名的意见' }).first()
  await slip.getByLabel('意见', { exact: true }).fill('值班表早一周排出来')
  await walk.press(slip.getByRole('button', { name: '投入意见箱' }))
  await page.getByText('已投入。').waitFor()
  t.diagnostic(`outline and slip: 2 typed, ${walk.cost().clicks} clicks`)
  await page.getByRole('textbox', { name: '办理情况' }).first().fill('九月去过一次，十一月十日又去了一次')
  await page.getByRole('button', { name: '保存办理情况' }).first().click()
  await look(page, 'own-after')
  assert.deepEqual(faults, [])
})

test('whoever prepares it sees last year’s promises, takes an opinion down, opens the box and lists a problem', async (t) => {
  const { page, faults } = await example.as(browser, 'dingsuyun')
  await page.goto(`${example.origin}/life-meetings`)
  await page.getByRole('link', { name: '2026年度' }).waitFor()
  await look(page, 'rounds')
  await roundOf(page)
  for (const [name, picture] of Object.entries({
    上年整改的结果: 'promises',
    方案: 'plan',
    会前学习: 'study',
    征求意见: 'opinions',
    谈心谈话: 'talks',
    支委会对照检查: 'check',
    发言提纲: 'notes',
    召开会议: 'meeting',
    批评和自我批评: 'remarks',
    问题和整改措施: 'problems',
    整改销号: 'closing',
    向上级报告: 'report',
  })) {
    await step(page, name)
    await look(page, picture)
  }

  await step(page, '发言提纲')
  const marks = page.getByRole('button', { name: '撤销登记' })
  const marked = await marks.count()
  assert.ok(marked > 0)
  await marks.first().click()
  await marks.nth(marked - 1).waitFor({ state: 'detached' })

  await step(page, '征求意见')
  const opinion = journey(page, 'take an opinion down')
  await opinion.choose('意见来源', '群众')
  await page
    .getByRole('form', { name: '登记一条意见' })
    .getByLabel('意见', { exact: true })
    .fill('周末活动室锁门，来了两次没有开')
  await opinion.click('button', '登记意见')
  await page.getByText('周末活动室锁门').first().waitFor()
  t.diagnostic(`take an opinion down: 1 typed, ${opinion.cost().clicks} clicks`)

  const box = journey(page, 'open the box')
  await box.press(page.getByRole('button', { name: '开箱', exact: true }))
  await box.press(page.getByRole('dialog').getByRole('button', { name: '开箱' }))
  await page.getByText('走访可以不用都安排在节前').waitFor()
  t.diagnostic(JSON.stringify(box.cost()))

  await page.getByRole('button', { name: '查看对个人的意见' }).click()
  await page.getByText('材料催得急').waitFor()
  await look(page, 'opinions-opened')

  await step(page, '问题和整改措施')
  const problem = journey(page, 'list a problem')
  await problem.pick('责任人', 'hjn')
  await problem.type('完成日期', '2026-12-31')
  await page.getByRole('textbox', { name: '问题', exact: true }).fill('会议记录月底才看得到')
  await problem.type('整改措施', '会后三天内提交记录')
  await problem.click('button', '登记问题')
  await page.getByText('会议记录月底才看得到').first().waitFor()
  t.diagnostic(`list a problem: ${problem.cost().typed + 1} typed, ${problem.cost().clicks} clicks`)
  assert.ok(problem.cost().typed + 1 <= 4)

  await step(page, '整改销号')
  await page.getByRole('button', { name: '销号', exact: true }).first().click()
  await page.getByRole('textbox', { name: '办理情况' }).fill('')
  await page.getByRole('button', { name: '确认销号' }).click()
  await page.getByText('还没有办理情况').first().waitFor()
  await look(page, 'closing-refused')
  assert.deepEqual(faults, [])
})

test('a group’s leader sees the plan and keeps the record of her group, not the opinions', async () => {
  const { page, faults } = await example.as(browser, 'baiyujie')
  await roundOf(page)
  await look(page, 'leader')
  await step(page, '批评和自我批评')
  await look(page, 'leader-remarks')
  assert.equal(await page.getByRole('button', { name: '征求意见' }).count(), 0)
  assert.deepEqual(faults, [])
})
