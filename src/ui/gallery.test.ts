import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { headers } from '../http/safety.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, openPage, takePictures } from '../web/looking.ts'

const BUILT = join(import.meta.dirname, '../../.cache/gallery')

let browser: Browser
let address: string
let server: ReturnType<typeof serve>

before(async () => {
  await build({
    configFile: join(import.meta.dirname, '../../vite.config.ts'),
    root: import.meta.dirname,
    logLevel: 'warn',
    build: {
      outDir: BUILT,
      emptyOutDir: true,
      rolldownOptions: { input: join(import.meta.dirname, 'gallery.test.html') },
    },
  })
  const app = new Hono().use(headers).use('*', serveStatic({ root: BUILT }))
  await new Promise<void>((ready) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready())
  })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery.test.html`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server?.close()
})

test('every part stands under the strict content security policy, and axe finds nothing', async () => {
  const { page, faults } = await openPage(browser, address)
  await page.getByRole('heading', { name: '会议记录' }).waitFor()
  await findsNothing(page, 'parts')
  await takePictures(page, 'parts')
  await page.setViewportSize({ width: 390, height: 844 })
  await findsNothing(page, 'parts on a phone')
  assert.deepEqual(faults, [])
})

test('依据 opens with the clause, closes by Escape and gives the focus back', async () => {
  const { page, faults } = await openPage(browser, address)
  const ask = page.getByRole('button', { name: /^依据/ })
  await ask.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await panel.getByText('第十一条').first().waitFor()
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflow), 'hidden')
  await findsNothing(page, 'why panel')
  await takePictures(page, 'parts-why')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  assert.equal(await ask.evaluate((button) => button === document.activeElement), true)
  assert.deepEqual(faults, [])
})

test('a refused act keeps its place in the tab order, tells its reason and does nothing', async () => {
  const { page } = await openPage(browser, address)
  const act = page.getByRole('button', { name: '提交表决' })
  await act.focus()
  assert.equal(await act.evaluate((button) => button === document.activeElement), true)
  const reason = await act.getAttribute('aria-describedby')
  assert.match((await page.locator(`[id="${reason}"]`).textContent()) ?? '', /至少 15 人/)
})

test('a day is typed in any usual way, kept as 2026-03-05, and walked by the arrow keys', async () => {
  const { page } = await openPage(browser, address)
  const field = page.getByLabel('召开日期', { exact: true })
  await field.fill('2026年3月5日')
  await field.blur()
  assert.equal(await field.inputValue(), '2026-03-05')
  await field.press('ArrowDown')
  assert.equal(await field.inputValue(), '2026-03-04')
  await page.getByText('2026年3月4日 (周三)').waitFor()
})

test('a host is found by pinyin initials without a mouse', async () => {
  const { page, faults } = await openPage(browser, address)
  const field = page.getByLabel('主持人', { exact: true })
  await field.pressSequentially('ywj')
  await page.getByRole('option', { name: /乐文静/ }).waitFor()
  await findsNothing(page, 'open picker')
  await page.keyboard.press('Enter')
  await page.getByText('乐文静').first().waitFor()
  await page.getByLabel('列席人员').pressSequentially('第二')
  await page.getByRole('option', { name: /整组 2 人/ }).waitFor()
  await takePictures(page, 'parts-picker')
  assert.deepEqual(faults, [])
})

test('a machine without Chinese fonts fetches the pieces it needs; one with them fetches none', async () => {
  const bare = await openBrowser({ chineseFonts: false })
  const fonts = async (from: Browser): Promise<number> => {
    const { page } = await openPage(from, address)
    await page.getByRole('heading', { name: '会议记录' }).waitFor()
    await page.waitForLoadState('networkidle')
    if (from === bare) await takePictures(page, 'parts-no-fonts')
    return page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')).length,
    )
  }
  try {
    assert.equal(await fonts(browser), 0)
    assert.ok((await fonts(bare)) > 3)
  } finally {
    await bare.close()
  }
})
