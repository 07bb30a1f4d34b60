import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { textOf } from '../documents/fixtures/text.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
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

test('the leader of a group hands over: she opens and signs, the secretary confirms and enters the other’s hand', async (t) => {
  const leader = await example.as(browser, 'baiyujie')
  const { page } = leader
  const walk = journey(page, 'hand a post over')
  await page.goto(`${example.origin}/handovers`)
  await walk.click('button', '开出交接表')
  await walk.pick('接任人', 'fxl')
  await takePictures(page, 'handover-open')
  await walk.click('button', '开出并汇总')
  await page.getByRole('heading', { name: '第一党小组组长工作交接表' }).waitFor()
  await page.getByRole('heading', { name: '会议记录' }).waitFor()
  await walk.type('答应过、还没有做完的事', '替汪海平同志补记十月请假的原因')
  await findsNothing(page, 'a hand-over sheet')
  await takePictures(page, 'handover-sheet')
  await walk.click('button', '保存补写')
  await page.getByText('接任人还没有经书记、副书记或组织委员确认').waitFor()
  const address = page.url()

  const secretary = await example.as(browser, 'gumingyi')
  const hers = journey(secretary.page, 'confirm a hand-over')
  await hers.click('link', '去确认')
  await hers.click('button', /^确认由方晓岚接任/)
  await secretary.page.getByText('待双方签字').waitFor()

  await page.goto(address)
  await walk.click('button', '我签字')
  await page.getByText('待另一方签字').waitFor()

  await secretary.page.reload()
  await hers.click('button', '登记纸质签字')
  await hers.press(secretary.page.getByRole('button', { name: '登记', exact: true }))
  await secretary.page.getByText('双方已签字').first().waitFor()
  await secretary.page.getByText(/方晓岚.*在纸质表上签字，顾明漪登记/).waitFor()
  await takePictures(secretary.page, 'handover-signed')
  const sheet = await downloaded(
    secretary.page,
    secretary.page.getByRole('link', { name: '下载交接表' }).click(),
  )

  const [one, other] = [walk.cost(), hers.cost()]
  t.diagnostic(
    `hand-over: ${one.typed} typed fields, ${one.clicks} clicks by the leaving one; ${other.typed} and ${other.clicks} by the secretary`,
  )
  assert.match(textOf(sheet.bytes).join('\n'), /替汪海平同志补记十月请假的原因/)
  await secretary.page.goto(`${example.origin}/posts`)
  await secretary.page.getByText('方晓岚').first().waitFor()
  assert.deepEqual([...leader.faults, ...secretary.faults], [])
})

test('the two of the hand-over of May read it still, whatever posts they hold now', async () => {
  const { page, faults } = await example.as(browser, 'shenjinglan')
  await page.goto(`${example.origin}/handovers`)
  await page.getByRole('link', { name: '市妇联机关党支部书记' }).click()
  await page.getByText('答应钟丽华同志每季度寄一次学习材料').waitFor()
  assert.deepEqual(faults, [])
})
