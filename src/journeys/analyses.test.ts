import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { textOf } from '../documents/fixtures/text.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
import { openExample } from './fixtures/product.ts'

// Told in order on one organ: what the member hands in, her leader and her secretary then open.

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const OWN = '我怕显得不会，所以不问。'

test('a member writes with last year’s text beside her, carries a note over, and hands in what she chooses', async (t) => {
  const { page, faults } = await example.as(browser, 'linzhixia')
  const walk = journey(page, 'write an analysis and hand it in')
  await page.goto(`${example.origin}/me/self-check`)
  await page.getByRole('button', { name: '写进党性分析' }).first().click()
  await page.getByRole('button', { name: '写进草稿' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await findsNothing(page, 'self-check')

  await page.goto(`${example.origin}/me/analyses`)
  await page.getByText('问到答不上来的，三天内回复本人。').waitFor()
  assert.match(await page.getByLabel(/^问题和原因/).inputValue(), /第九天/)
  await walk.type('今后打算', OWN)
  await page.getByText('草稿已保存').waitFor()
  await page.reload()
  assert.equal(await page.getByLabel(/^今后打算/).inputValue(), OWN)
  await walk.click('button', '交给支部')
  await page.getByLabel('联系群众', { exact: true }).click()
  await findsNothing(page, 'handing in')
  await takePictures(page, 'analysis-handing-in')
  await walk.click('button', '交出所选的')
  await page.getByText(/交给支部：问题和原因、今后打算。/).waitFor()
  const paper = await downloaded(page, walk.click('link', '下载我的材料（Word）'))

  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`typed ${typed}, clicks ${clicks}`)
  assert.ok(typed <= 2 && clicks <= 6, `${typed} typed fields, ${clicks} clicks`)
  assert.match(paper.name, /^林知夏2026年党性分析材料\.docx$/)
  assert.match(textOf(paper.bytes).join('\n'), new RegExp(OWN))
  assert.deepEqual(faults, [])
})

test('the leader of a group sees who has done it, opens one of her group with a purpose and answers', async (t) => {
  const { page, faults } = await example.as(browser, 'baiyujie')
  const walk = journey(page, 'answer an analysis for the group')
  await walk.press(page.getByRole('listitem').filter({ hasText: '交来的党性分析' }).getByRole('link'))
  await page.getByRole('heading', { name: '党性分析', exact: true }).waitFor()
  await walk.click('button', /打开\s*：方晓岚/)
  await walk.click('button', '提出意见')
  await page.getByText('返工的时间够问十次').waitFor()
  assert.equal(await page.getByText('都是陪同').count(), 0)
  await findsNothing(page, 'an analysis opened')
  await takePictures(page, 'analysis-opened')
  await walk.type('第一党小组意见', '先写三句话这个办法好，组里也试。')
  await walk.click('button', '提出意见')
  await page.getByRole('button', { name: '改意见' }).waitFor()

  walk.tell()
  t.diagnostic(`typed ${walk.cost().typed}, clicks ${walk.cost().clicks}`)
  assert.ok(walk.cost().typed <= 1)
  assert.deepEqual(faults, [])
})

test('the secretary answers for the branch, enters paper and lays down the branch’s own headings', async (t) => {
  const { page, faults } = await example.as(browser, 'gumingyi')
  const walk = journey(page, 'answer, enter paper, change headings')
  await page.goto(`${example.origin}/analyses`)
  await walk.click('button', /打开\s*：林知夏/)
  await walk.click('button', '提出意见')
  await page.getByText(OWN).waitFor()
  assert.equal(await page.getByText('三个部门').count(), 0)
  await walk.type('市妇联机关党支部意见', '下周的支委会请你讲讲那件入园的事。')
  await walk.click('button', '提出意见')
  await page.getByRole('button', { name: '改意见' }).waitFor()
  await page.keyboard.press('Escape')

  await walk.click('button', '登记纸质交来')
  await walk.pick('交来的人', 'pyh')
  await page.keyboard.press('Tab')
  await walk.click('button', '登记收到')
  await page.getByRole('button', { name: /撤销登记\s*：潘雨虹/ }).waitFor()

  await walk.click('button', '改党性分析提纲')
  await takePictures(page, 'analysis-outline')
  await walk.type('第 4 条', '服务妇女和家庭')
  await walk.click('button', '从今天起用')
  await page.getByText(/市妇联机关党支部定，2026年11月20日起用/).waitFor()
  await findsNothing(page, 'analyses of a branch')

  walk.tell()
  t.diagnostic(`typed ${walk.cost().typed}, clicks ${walk.cost().clicks}`)
  assert.deepEqual(faults, [])
})

test('the member reads the opinion and who opened hers; what she wrote under an old heading is still there', async () => {
  const { page, faults } = await example.as(browser, 'linzhixia')
  await page.goto(`${example.origin}/me/analyses`)
  await page.getByText('下周的支委会请你讲讲那件入园的事。').waitFor()
  await page.getByText('已有意见，不能再撤回').waitFor()
  assert.match(await page.getByLabel(/^联系群众/).inputValue(), /七件/)
  await page.getByLabel(/^服务妇女和家庭/).waitFor()

  await page.goto(`${example.origin}/me/openings`)
  await page
    .getByRole('listitem')
    .filter({ hasText: '顾明漪打开了党性分析' })
    .getByText('用途：提出意见')
    .waitFor()
  await findsNothing(page, 'openings')
  await takePictures(page, 'openings')
  assert.deepEqual(faults, [])
})
