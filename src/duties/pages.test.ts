import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { accessOf, signedInOf } from '../access/routes.ts'
import { createApp } from '../app.ts'
import { demoToday, openDemo } from '../example/demo.ts'
import { exampleOrgan } from '../example/testing.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, openPage, takePictures } from '../web/looking.ts'

const played = await exampleOrgan()
const { database, identity, columns } = played
const log = pino({ level: 'silent' })
const access = accessOf({
  database,
  identity,
  secret: Buffer.alloc(32, 8).toString('base64'),
  today: demoToday,
  log,
})
const app = createApp({ database, columns, signedIn: signedInOf(access), today: demoToday }, log, access)
const lines = await openDemo({ database, columns, access, note: () => {}, played })
const password = lines.join('\n').match(/密码都是 (\S+)（/)?.[1] ?? ''

let browser: Browser
let server: ReturnType<typeof serve>
let origin: string

before(async () => {
  await new Promise<void>((ready) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready())
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server?.close()
})

type Entered = Awaited<ReturnType<typeof openPage>>
const inside = new Map<string, Entered>()

/** Opens an address as someone; who came in before is still signed in. */
const enter = async (userName: string, path = '/'): Promise<Entered> => {
  const known = inside.get(userName)
  if (known) {
    await known.page.goto(`${origin}${path}`)
    return known
  }
  const opened = await openPage(browser, `${origin}/sign-in?to=${encodeURIComponent(path)}`)
  await opened.page.getByLabel('用户名').fill(userName)
  await opened.page.getByLabel('密码', { exact: true }).fill(password)
  await opened.page.getByRole('button', { name: '登录' }).click()
  await opened.page.locator('main h1').waitFor()
  inside.set(userName, opened)
  return opened
}

/** The sheets of a printed page, in millimetres. */
const sheetsIn = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: Math.round((Number(width) / 72) * 25.4),
    height: Math.round((Number(height) / 72) * 25.4),
  }))

const look = async (page: Page, name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, `duties-${name}`)
}

test('the secretary opens on what is owed now, and the year shows why', async () => {
  const { page, faults } = await enter('gumingyi')
  await page.getByRole('heading', { name: '现在该做' }).waitFor()
  await look(page, 'today')
  await page.getByRole('link', { name: '年历' }).first().click()
  await page.getByRole('grid').waitFor()
  await look(page, 'year')
  const sheet = await page.pdf({ preferCSSPageSize: true })
  assert.deepEqual(sheetsIn(sheet), [{ width: 420, height: 297 }])
  assert.deepEqual(faults, [])
})

test('arrow keys walk the year, Enter opens a cell, Escape leads back to it', async () => {
  const { page, faults } = await enter('gumingyi', '/year')
  await page.getByRole('grid').waitFor()
  await page.locator('[data-place][tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  const place = () => page.evaluate(() => document.activeElement?.getAttribute('data-place'))
  const before = await place()
  assert.match(before ?? '', /^1 /)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('可以做什么').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // The focus goes back a moment after the panel has gone.
  await page.locator(`[data-place="${before}"]:focus`).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('可以做什么').waitFor()
  await look(page, 'year-why')
  assert.deepEqual(faults, [])
})

test('a missed duty is explained in one sentence, and the cell says so', async () => {
  const { page, faults } = await enter('gumingyi', '/year')
  await page.getByRole('grid').waitFor()
  await page
    .getByRole('button', { name: /期限已过，没有记录/ })
    .first()
    .click()
  await page.getByRole('button', { name: '说明未做的原因' }).click()
  await page.getByLabel('未做的原因').fill('当月全员下沉防汛，未能集中')
  await look(page, 'year-excuse')
  await page.getByRole('button', { name: '保存说明' }).click()
  await page.getByText('说明：当月全员下沉防汛，未能集中').waitFor()
  await page.getByRole('button', { name: '撤回说明' }).click()
  await page.getByRole('button', { name: '说明未做的原因' }).waitFor()
  assert.deepEqual(faults, [])
})

test('what people owe one by one is one line, opened to names and a statement', async () => {
  const { page, faults } = await enter('gumingyi', '/year')
  await page
    .getByRole('button', { name: /应做 \d+ 人/ })
    .first()
    .click()
  await page.getByRole('dialog').getByText('各人情况').waitFor()
  await look(page, 'year-people')
  // What has records of its own leads there; what has none is stated.
  await page
    .getByRole('button', { name: /^(去|看)/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /书记向上级述职，2026年，应做 1 人/ })
    .first()
    .click()
  await page.getByRole('button', { name: '登记办理情况' }).click()
  await page.getByLabel('办了什么').waitFor()
  await look(page, 'year-statement')
  assert.deepEqual(faults, [])
})

test('a superior sees the branches below by state, in the order of the tree', async () => {
  const { page, faults } = await enter('shenjinglan', '/summary')
  await page.locator('main h1').waitFor()
  await look(page, 'summary')
  assert.deepEqual(faults, [])
})

test('a member finds her own, the rules and her reminders', async () => {
  const { page, faults } = await enter('linzhixia')
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await look(page, 'today-member')
  await page.getByRole('link', { name: '规则' }).click()
  await page.getByLabel('查找').fill('选举 到会')
  await page.getByText(/施行的规则 \d{1,2} 条/).waitFor()
  await page.locator('summary').first().click()
  await look(page, 'rules')
  await page.goto(`${origin}/reminders`)
  await page.getByRole('button', { name: '开通日历订阅' }).click()
  await page.getByText('/api/feeds/').waitFor()
  await look(page, 'reminders')
  assert.deepEqual(faults, [])
})

test('the keeper of the organisation sees the tree, terms and parameters', async () => {
  const { page, faults } = await enter('dingsuyun', '/units')
  await page.getByRole('button', { name: '届次与调整' }).first().click()
  await page.getByRole('heading', { name: '更名或调整隶属' }).waitFor()
  await look(page, 'units')
  await page.goto(`${origin}/parameters`)
  await page.getByRole('button', { name: '更改' }).first().click()
  await page.getByLabel('起始日期', { exact: true }).waitFor()
  await look(page, 'parameters')
  assert.deepEqual(faults, [])
})
