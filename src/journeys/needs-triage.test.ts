import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

test('danger is called for first, then triaged; as a petition it runs by the law’s own times', async (t) => {
  const { page, faults } = await example.as(browser, 'suwanqing')
  await page.goto(`${example.origin}/needs/receive`)
  await page.getByRole('heading', { level: 1, name: '登记需求' }).waitFor()
  await page.getByLabel('眼下有人身危险').check()
  await page.getByRole('heading', { name: '先确保人身安全，再往下登记' }).waitFor()
  await takePictures(page, 'page-needs-danger-intake')
  await page.getByLabel('类别').first().selectOption({ label: '婚姻家庭' })
  await page.getByLabel('一句话说明').fill('弟弟拿着刀堵在门口要房本')
  await page.locator('form').getByRole('button', { name: '登记' }).click()

  const danger = page.getByRole('region', { name: '眼下有危险' })
  await danger.waitFor()
  await page.getByRole('button', { name: '记下这次联络' }).waitFor()
  await findsNothing(page, 'a matter with danger')
  await takePictures(page, 'page-need-danger')
  const walk = journey(page, 'danger, triage, clocks')
  await walk.press(danger.getByText('110（公安机关）').first())
  await walk.press(danger.getByRole('button', { name: '记下这次联络' }))
  await danger.waitFor({ state: 'detached' })

  const triage = page.getByRole('region', { name: '分诊' })
  await findsNothing(page, 'triage')
  await walk.press(triage.getByText('R2 一般：权益受侵害').first())
  await walk.press(triage.getByText('申诉求决').first())
  await takePictures(page, 'page-need-triage')
  await walk.press(triage.getByRole('button', { name: '完成分诊' }))
  const clocks = page.getByRole('region', { name: '期限' })
  await clocks.getByText('六十日内办结').first().waitFor()
  await findsNothing(page, 'clocks')
  await takePictures(page, 'page-need-clocks')
  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`danger, triage, clocks: ${typed} typed fields, ${clicks} clicks`)
  assert.equal(typed, 0)

  await clocks.getByRole('button', { name: '暂停' }).click()
  await page.getByLabel('等什么').fill('等她补交房产证明。')
  await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click()
  await clocks.getByText('已暂停：内部时限停着，法定期限照常计算。').waitFor()
  assert.deepEqual(faults, [])
})

test('who leads the desk finds on 今日 what was raised to her', async () => {
  const { page, faults } = await example.as(browser, 'mengqingzhi')
  await page.goto(example.origin)
  await page
    .getByText(/需求〔2026〕\d+ 上报给您/)
    .first()
    .waitFor()
  await findsNothing(page, 'today with needs')
  await takePictures(page, 'page-today-needs')
  assert.deepEqual(faults, [])
})
