import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { testDatabase } from '../database/testing.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, openPage, takePictures } from '../web/looking.ts'
import { codeFor } from './fixtures/authenticator.ts'
import { FORM, openHouse } from './fixtures/visitor.ts'
import { setUpLink } from './link-routes.ts'

const house = openHouse(await testDatabase())
let browser: Browser
let server: ReturnType<typeof serve>
let origin: string
const { userName, password } = FORM.officer

before(async () => {
  await new Promise<void>((ready) => {
    server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready())
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  server?.close()
})

const look = async (page: Page, name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, `access-${name}`)
}
const next = (page: Page) => page.getByRole('button', { name: '下一步' }).press('Enter')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()

test('before there is any account, every address leads to the set-up, which asks for its link', async () => {
  const { page, faults } = await openPage(browser, `${origin}/`)
  await heading(page, '首次设置须用专门的链接打开')
  await look(page, 'set-up-without-link')
  assert.deepEqual(faults, [])
})

test('the first officer sets up with the keyboard alone, is told what is wrong where it is, and is signed in', async () => {
  const { page, faults } = await openPage(browser, (await setUpLink(house.access, origin))!)
  await heading(page, '机关和支部')
  await look(page, 'set-up-organ')
  await next(page)
  await page.getByText('有 3 处需要核对').waitFor()
  await look(page, 'set-up-organ-faults')
  await page.getByLabel('机关名称').fill(FORM.organ)
  await page.getByLabel('党总支名称').fill('机关党总支')
  await page.getByLabel('党总支书记').fill('沈岚')
  await look(page, 'set-up-organ-general')
  await page.getByLabel('党支部名称').fill(FORM.branch)
  await page.getByLabel('支部成立日期', { exact: true }).fill('2019.5.6')
  await next(page)

  await heading(page, '党小组')
  await page.getByLabel('第 1 个党小组').fill('第一党小组')
  await page.getByRole('button', { name: '再加一个党小组' }).press('Enter')
  await page.getByLabel('第 2 个党小组').fill('第二党小组')
  await look(page, 'set-up-groups')
  await next(page)

  await heading(page, '支委会')
  await next(page)
  await page.getByText('有 1 处需要核对').waitFor()
  await page.locator('#field-electedOn').fill('2024-06-18')
  await page.getByLabel('书记').first().fill('沈岚')
  await page.getByLabel('组织委员').fill('林若溪')
  await page.getByLabel('其他委员').fill('贺知微、梁安')
  await look(page, 'set-up-committee')
  await next(page)

  await heading(page, '您的账号')
  await page.getByLabel('您是').selectOption({ label: '林若溪（组织委员）' })
  await page.getByLabel('用户名').fill(userName)
  await page.getByLabel('密码', { exact: true }).fill('太短')
  await page.getByRole('button', { name: '建立组织并登录' }).press('Enter')
  await page.getByText('有 1 处需要核对').waitFor()
  await look(page, 'set-up-account')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '建立组织并登录' }).press('Enter')
  await page.getByRole('link', { name: '林若溪' }).waitFor()
  assert.deepEqual(faults, [])
})

test('signing in tells a wrong password calmly, asks for the code of the second factor, and comes back to the page', async () => {
  const { page, faults } = await openPage(browser, `${origin}/account`)
  await heading(page, '登录')
  await look(page, 'sign-in')
  await page.getByLabel('用户名').fill(userName)
  await page.getByLabel('密码', { exact: true }).fill('记错了的密码')
  await page.keyboard.press('Enter')
  await page.getByText('用户名或密码不对').waitFor()
  await look(page, 'sign-in-refused')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')

  await heading(page, '我的账号')
  await look(page, 'account')
  await page.locator('#field-own-password').fill(password)
  await page.keyboard.press('Enter')
  await page.getByText('抄下备用码').waitFor()
  await look(page, 'second-factor')
  const key = await page.getByText(/^密钥/).locator('span').textContent()
  await page.getByLabel('动态码').fill(codeFor(key!))
  await page.keyboard.press('Enter')
  await page.getByText('已开启：').waitFor()

  await page.getByRole('button', { name: '退出' }).press('Enter')
  await heading(page, '登录')
  await page.getByLabel('用户名').fill(userName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await heading(page, '输入动态码')
  await look(page, 'sign-in-code')
  await page.getByLabel('动态码').fill(codeFor(key!))
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '林若溪' }).waitFor()
  assert.deepEqual(faults, [])
})

test('an invitation that is over says so and who gives a new one', async () => {
  const { page, faults } = await openPage(browser, `${origin}/invitation#not-a-token-that-was-ever-given`)
  await heading(page, '启用账号')
  await page.getByLabel('用户名').fill('沈岚')
  await page.getByLabel('密码', { exact: true }).fill('一句只有我知道的话很长')
  await page.keyboard.press('Enter')
  await page.getByText('请本支部组织委员重新发给一个').waitFor()
  await look(page, 'invitation-over')
  assert.deepEqual(faults, [])
})
