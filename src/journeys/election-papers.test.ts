import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
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

test('the keeper takes a paper of an election in three clicks and types nothing', async (t) => {
  const { page, faults } = await example.as(browser, 'dingsuyun')
  await page.goto(`${example.origin}/elections`)
  await page.locator('main a[href*="/elections/"]').first().click()
  await page.getByRole('link', { name: '文书', exact: true }).click()
  await page.getByRole('link', { name: '下载全套文书' }).waitFor()

  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `election papers at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, 'page-election-papers')
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '换届请示', exact: true }).click(),
  ])

  assert.match(taken.suggestedFilename(), /^关于.*的请示\.docx$/)
  assert.deepEqual(faults, [])
  t.diagnostic('typed 0 fields, clicked 3 times')
})
