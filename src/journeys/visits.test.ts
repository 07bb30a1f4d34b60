import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures, type Watched, WIDTHS } from '../web/looking.ts'
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
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `page-${name}`)
  assert.deepEqual(faults, [], name)
}

test('the organisation member sets a point up, links a cadre, and sees where nobody has been', async (t) => {
  const watched = await example.as(browser, 'dingsuyun')
  const { page } = watched
  await page.goto(`${example.origin}/contacts`)
  await page.getByRole('heading', { name: '有一阵没去的' }).waitFor()
  assert.match(
    (await page.locator('section', { hasText: '有一阵没去的' }).first().textContent()) ?? '',
    /柳河镇/,
  )
  await look(watched, 'contacts')

  await page.getByRole('button', { name: '设立联系点' }).click()
  await page.getByLabel('名称').fill('高新区骑手驿站')
  await page.getByLabel('类别').selectOption('new-employment')
  await page.getByRole('dialog').getByRole('button', { name: '设立' }).click()
  await page.getByRole('link', { name: '高新区骑手驿站' }).click()
  await page.getByRole('button', { name: '安排联系的人' }).click()
  await page.getByLabel('谁来联系').fill('林知夏')
  await page
    .getByRole('option', { name: /林知夏/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '安排' }).click()
  await page.getByRole('listitem').filter({ hasText: '林知夏' }).waitFor()
  t.diagnostic('point and link: 1 typed field, 1 name picked, 1 choice, 7 clicks')
  await look(watched, 'contact')
})

test('a member plans a visit, and says that a promise is kept and that she was told', async (t) => {
  const watched = await example.as(browser, 'linzhixia')
  const { page } = watched
  await page.goto(`${example.origin}/visits`)
  await page.getByRole('heading', { name: '我答应的事' }).waitFor()
  await look(watched, 'visits')
  await page.getByRole('button', { name: '办到了' }).click()
  await page.getByRole('button', { name: '登记办到' }).click()
  await page.getByRole('button', { name: '已告诉她', exact: true }).click()
  await page.getByRole('button', { name: '登记已告诉她' }).click()
  await page.getByRole('heading', { name: '我答应的事' }).waitFor({ state: 'detached' })
  t.diagnostic('promise kept and told: 0 typed fields, 4 clicks')

  await page.getByRole('link', { name: '城东区滨河社区' }).last().click()
  await page.getByText('看到听到的').waitFor()
  await look(watched, 'visit')

  await page.goto(`${example.origin}/visits/plan`)
  await page.getByLabel('联系点').selectOption({ label: '城东区滨河社区' })
  await look(watched, 'visit-plan')
  await page.getByRole('button', { name: '定下计划' }).click()
  await page.getByRole('button', { name: '改计划' }).waitFor()
  t.diagnostic('a planned visit: 0 typed fields, 1 choice, 1 click')
  await look(watched, 'visit-planned')
})
