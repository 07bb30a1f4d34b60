import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
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

test('who leads the desk lets herself in with a chosen ground, registers an order, lets a colleague in', async (t) => {
  const receiver = await example.as(browser, 'linzhixia')
  const id = await receiver.page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/needs', { method: 'POST', headers, body: JSON.stringify(body) })
    return ((await answer.json()) as { id: string }).id
  }, CALL)

  const { page, faults } = await example.as(browser, 'mengqingzhi')
  await page.goto(`${example.origin}/needs/${id}`)
  const sealed = page.getByRole('region', { name: '封存' })
  await sealed.getByText('这件需求已封存').waitFor()
  assert.ok(!((await page.locator('main').textContent()) ?? '').includes('娘家'))
  await findsNothing(page, 'a masked matter')
  await takePictures(page, 'page-need-masked')

  await sealed.getByLabel('打开的理由').selectOption('urgent')
  await sealed.getByRole('button', { name: '让自己知悉并打开' }).click()
  await page.getByRole('heading', { name: '她说的' }).waitFor()
  await page.getByText('上周第三次').waitFor()

  await page.getByRole('button', { name: '登记人身安全保护令' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('法院', { exact: true }).fill('云岭区人民法院')
  await form.getByRole('textbox', { name: '法院受理日期' }).fill('2026-11-20')
  await findsNothing(page, 'the form of an order')
  await takePictures(page, 'page-need-measure')
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('下一个要办的日子：2026年11月23日').waitFor()

  await page.getByRole('button', { name: '准许知悉' }).click()
  await page.getByRole('dialog').getByLabel('知悉的人').fill('苏婉清')
  await page.getByRole('option', { name: '苏婉清', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '准许知悉' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '停止苏婉清知悉' }).waitFor()
  t.diagnostic('let in and open: 1 chosen, 1 click; an order: 2 typed fields; let in a colleague: 1 field')
  await findsNothing(page, 'an opened matter')
  await takePictures(page, 'page-need-opened')
  assert.deepEqual(faults, [])
})

const CALL = {
  channel: 'call',
  receivedOn: '2026-11-20',
  line: '丈夫多次动手，她带孩子住在娘家',
  category: 'violence',
  area: '云岭街道',
  facts: '上周第三次，邻居报了警，派出所出具了告诫书。',
  wish: '想申请保护令。',
  asker: { name: '姚女士', phone: '14100003177', note: '' },
}
