import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, openPage, takePictures, type Watched } from '../web/looking.ts'
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

const look = async ({ page, faults }: Watched, name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, `page-${name}`)
  assert.deepEqual(faults, [], name)
}

const XSS = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'

test('who leads the desk opens the page; a woman writes on her phone, keeps a code, and sees how far it is', async (t) => {
  const lead = await example.as(browser, 'mengqingzhi')
  await lead.page.goto(`${example.origin}/needs/desk`)
  await lead.page.getByRole('heading', { name: '开放意味着什么' }).waitFor()
  await look(lead, 'desk')
  await lead.page.getByLabel('开放网页，任何人不登录就能提交').check()
  await lead.page.getByRole('button', { name: '保存' }).click()
  await lead.page.getByText(`${example.origin}/ask`).waitFor()

  const woman = await openPage(browser, `${example.origin}/ask`, 390)
  const { page } = woman
  await page.getByRole('button', { name: '提交' }).waitFor()
  await look(woman, 'ask')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByText('处需要核对').waitFor()
  await look(woman, 'ask-faults')

  const cost = journey(page, 'the form for the public')
  await cost.press(page.getByLabel('家里有人打我、骂我、威胁我、控制我'))
  await cost.type('发生了什么', `他昨晚又动手了。${XSS}`)
  await cost.press(page.getByLabel('不留联系方式，我自己凭编号来看'))
  await cost.click('button', /^提交$/)
  const code = page.locator('[data-receipt]')
  await code.waitFor()
  const receipt = (await code.textContent()) ?? ''
  assert.match(receipt, /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
  await look(woman, 'ask-done')
  await page.locator('input[type=file]').setInputFiles({
    name: '记录.pdf',
    mimeType: 'text/html',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  })
  await page.getByText('已收到《记录.pdf》').waitFor()
  assert.deepEqual(await page.context().cookies(), [])
  const stored = await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })')
  assert.ok(!String(stored).includes('动手') && !String(stored).includes(receipt))
  t.diagnostic(`public form at 390 px: ${cost.cost().typed} typed field, ${cost.cost().clicks} clicks`)

  await page.goto(`${example.origin}/ask/status`)
  await page.getByLabel('查询编号').fill('AAAA-BBBB-CCCC')
  await page.keyboard.press('Enter')
  await page.getByText('没有查到这个编号').waitFor()
  await page.getByLabel('查询编号').fill(receipt.toLowerCase().replaceAll('-', ''))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '已经收到' }).waitFor()
  await look(woman, 'ask-status')
  await page.getByRole('button', { name: '马上离开这一页' }).click()
  await page.waitForURL('about:blank')
})

test('what she wrote is words on the officer’s page, and runs nowhere', async () => {
  const woman = await openPage(browser, `${example.origin}/ask`, 390)
  const { page } = woman
  await page.getByLabel('工资、怀孕产假、被辞退等工作上的事').check()
  await page.getByLabel('发生了什么').fill(XSS)
  await page.getByLabel('希望得到什么帮助').fill(XSS)
  await page.getByLabel('电话或其他联系方式').fill(XSS.slice(0, 60))
  await page.getByLabel('怎么称呼您').fill('"><b onmouseover=alert(1)>')
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.locator('[data-receipt]').waitFor()

  const officer = await example.as(browser, 'suwanqing')
  const { needs } = await (await officer.page.request.get(`${example.origin}/api/needs?scope=desk`)).json()
  const hers = needs.find(
    ({ channel, line }: { channel: string; line: string }) => channel === 'web' && line?.startsWith('<img'),
  )
  assert.ok(hers)
  await officer.page.goto(`${example.origin}/needs/${hers.id}`)
  await officer.page.getByText(XSS).first().waitFor()
  assert.equal(await officer.page.evaluate('window.hurt'), undefined)
  assert.equal(await officer.page.locator('main img').count(), 0)
  assert.deepEqual(officer.faults, [])
  assert.deepEqual(woman.faults, [])
})
