import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { unpacked } from '../documents/unpack.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'

// A round is opened, six people answer it on their telephones, and what they said is read with how sure it is.

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

/** Accessibility at both widths, and the pictures. */
const look = async (page: Page, name: string) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `page-${name}`)
}

const CODE = /编号　([a-z2-9]{5}-[a-z2-9]{5})/g

test('a round is opened, answered by slips, closed and read', async (t) => {
  const keeper = await example.as(browser, 'dingsuyun')
  await keeper.page.goto(`${example.origin}/wellbeing/surveys`)
  const opening = journey(keeper.page, 'open a survey')
  await keeper.page.getByRole('heading', { name: '开始一次调查' }).waitFor()
  await look(keeper.page, 'surveys')
  await opening.type('问谁', '十一月走访的两个社区')
  await opening.type('发放条份数', '6')
  await opening.click('button', '开始调查')
  await keeper.page.getByRole('heading', { name: '调查已经开始' }).waitFor()
  await look(keeper.page, 'survey-opened')
  const coming = keeper.page.waitForEvent('download')
  await opening.click('button', '下载发放条（Word）')
  const stream = await (await coming).createReadStream()
  const bytes = Buffer.concat(await stream.toArray())
  const parts = unpacked(bytes)
  assert.ok(!isRefusal(parts))
  const text = new TextDecoder().decode(parts['word/document.xml'])
  const codes = [...text.matchAll(CODE)].map(([, code]) => code!)
  assert.equal(codes.length, 6)
  t.diagnostic(JSON.stringify(opening.cost()))
  opening.tell()
  const address = await keeper.page.getByRole('link', { name: '到这次调查' }).getAttribute('href')

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const phone = await context.newPage()
  for (const [at, code] of codes.entries()) {
    await phone.goto(`${example.origin}/survey${at === 0 ? '' : `#${code}`}`)
    const answering = journey(phone, 'answer a survey on a telephone')
    if (at === 0) {
      await phone.getByRole('heading', { name: '自愿调查' }).waitFor()
      await look(phone, 'survey-code')
      await phone.setViewportSize({ width: 390, height: 844 })
      await answering.type('编号', code)
    }
    await answering.click('button', '打开问卷')
    await phone.getByText('来走访的人听明白您说的情况了吗').waitFor()
    await answering.press(phone.getByText(at < 5 ? '听明白了' : '没有听明白', { exact: true }))
    await answering.press(phone.getByText('愿意', { exact: true }))
    if (at === 0) {
      await look(phone, 'survey-questions')
      await phone.setViewportSize({ width: 390, height: 844 })
    }
    await answering.click('button', '提交')
    await phone.getByRole('heading', { name: '已经收到，谢谢您' }).waitFor()
    if (at === 0) await look(phone, 'survey-thanks')
    if (at === 1) {
      t.diagnostic(JSON.stringify(answering.cost()))
      answering.tell()
    }
    // Each has a page of her own.
    await phone.goto('about:blank')
  }
  await phone.goto(`${example.origin}/survey#${codes[0]}`)
  await phone.getByRole('button', { name: '打开问卷' }).click()
  await phone.getByText('这张发放条已经用过').waitFor()
  assert.deepEqual(await context.cookies(), [])
  await context.close()

  await keeper.page.goto(`${example.origin}${address}`)
  await keeper.page.getByRole('heading', { name: '结束这次调查' }).waitFor()
  await look(keeper.page, 'survey-round-open')
  await keeper.page.getByRole('button', { name: '结束调查' }).click()
  await keeper.page.getByText('43%—97%').waitFor()
  await look(keeper.page, 'survey-round-closed')
  assert.deepEqual(keeper.faults, [])
})

test('figures are read with their intervals and taken along as a document', async () => {
  const { page, faults } = await example.as(browser, 'gumingyi')
  await page.goto(`${example.origin}/wellbeing`)
  await page.getByRole('heading', { name: '告知以后本人的答复：事情解决了吗' }).waitFor()
  await page
    .getByText(/^\d+%—\d+%$/)
    .first()
    .waitFor()
  await page.getByText('收回不足 5 份，不显示').waitFor()
  await look(page, 'wellbeing')
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载情况报告（Word）' }).click()
  assert.match((await coming).suggestedFilename(), /2026年满意度和自愿调查情况\.docx$/)
  await page.goto(`${example.origin}/wellbeing/method`)
  await page.getByRole('heading', { name: '怎样统计' }).waitFor()
  await look(page, 'wellbeing-method')
  assert.deepEqual(faults, [])
})

test('a row of the counts becomes a research topic with an owner', async (t) => {
  const { page, faults } = await example.as(browser, 'gumingyi')
  await page.goto(`${example.origin}/needs/patterns`)
  await page.getByRole('heading', { name: '按类别' }).waitFor()
  await look(page, 'patterns')
  const making = journey(page, 'make a research topic of a count')
  const row = page.getByRole('row', { name: /^劳动权益/ })
  await making.press(row.getByRole('button', { name: '形成建议' }))
  await making.press(page.getByText('调研课题', { exact: true }))
  await making.type('题目', '用工单位落实产假的情况')
  await page.getByLabel('负责人').fill('邱')
  await page.getByRole('option', { name: /邱志成/ }).click()
  await page.waitForTimeout(300)
  await findsNothing(page, 'pattern-form')
  await takePictures(page, 'page-pattern-form')
  await making.press(page.getByRole('button', { name: '形成', exact: true }))
  await page.getByRole('heading', { name: '用工单位落实产假的情况' }).waitFor()
  await look(page, 'pattern-item')
  t.diagnostic(JSON.stringify(making.cost()))
  making.tell()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载情况反映（Word）' }).click()
  assert.match((await coming).suggestedFilename(), /^情况反映（用工单位落实产假的情况）\.docx$/)
  assert.deepEqual(faults, [])
})
