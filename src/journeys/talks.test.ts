import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { LAST_DAY } from '../example/play.ts'
import { openBrowser } from '../web/browser.ts'
import { openAt, openExample } from './fixtures/product.ts'

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const MOST_STOPS = 120

/** Tabs on until what has the focus is called so, as someone does who cannot use a mouse. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    const heard = await page.evaluate<string>(HEARD)
    if (name.test(heard)) return
    passed.push(heard)
  }
  assert.fail(`no stop is called ${name}; passed ${passed.join(' | ')}`)
}

const HEARD = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return ''
  return (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.innerText ?? '').trim()
})()`

const told = (t: TestContext, what: string, fields: number, presses: string) =>
  t.diagnostic(`${what}: ${fields} typed fields, ${presses}`)

test('the secretary finds who is lacking in the matrix and records a talk without a mouse', async (t) => {
  const { page, faults } = await openAt(browser, LAST_DAY, `${example.origin}/sign-in`)
  const { keyboard } = page
  await tabTo(page, /用户名/)
  await keyboard.type('gumingyi')
  await tabTo(page, /^密码/)
  await keyboard.type(example.password)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await page.getByText('有一次应谈的谈话').waitFor()

  await page.goto(`${example.origin}/talks`)
  await page.getByRole('grid').waitFor()
  await tabTo(page, /与.+，(今年还没有谈|已安排|2026年)/)
  const seen: string[] = []
  // To her own line, then along it to somebody of her group with whom nobody of the committee has talked.
  for (let step = 0; step < 40 && !/^顾明漪与/.test(await page.evaluate<string>(HEARD)); step += 1)
    await keyboard.press('ArrowDown')
  for (let step = 0; step < 40; step += 1) {
    const heard = await page.evaluate<string>(HEARD)
    seen.push(heard)
    if (heard === '顾明漪与石敏，今年还没有谈') break
    await keyboard.press('ArrowRight')
  }
  assert.equal(seen.at(-1), '顾明漪与石敏，今年还没有谈', seen.join(' | '))
  await keyboard.press('Enter')
  await page.getByRole('dialog', { name: '登记谈过的话' }).waitFor()
  await tabTo(page, /^谈话内容/)
  await keyboard.type('说了父亲住院后的安排，下月的驻点换成了别人。')
  await tabTo(page, /^登记$/)
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^顾明漪与石敏，2026年11月20日谈过/ }).waitFor()
  told(t, 'a talk from the matrix by keyboard, with its content', 1, 'Enter twice (cell, 登记)')
  await page.goto(`${example.origin}/`)
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await page.getByText('安排给您的谈心谈话').first().waitFor()
  assert.equal(await page.getByText('应谈的谈话').count(), 0)
  assert.deepEqual(faults, [])
})

test('the organisation member takes over a proposal and enters what she was told, typing nothing', async (t) => {
  const { page, faults } = await example.as(browser, 'dingsuyun')
  await page.goto(`${example.origin}/talks`)
  await page.getByRole('button', { name: '拟出名单' }).click()
  await page.getByRole('heading', { name: /支委之间/ }).waitFor()
  const rows = page.locator('#proposal ~ ul li')
  const before = await rows.count()
  assert.ok(before > 20, `${before} pairs`)
  await page.getByRole('button', { name: /^去掉/ }).first().click()
  await page.getByRole('button', { name: `采用这 ${before - 1} 次` }).click()
  await page.getByText(`已安排 ${before - 1} 次`).waitFor()
  told(t, `a proposal of ${before} talks looked at, one taken out, the rest taken over`, 0, '3 clicks')

  await page.getByRole('button', { name: '登记谈过的话' }).click()
  const dialog = page.getByRole('dialog', { name: '登记谈过的话' })
  const partners = dialog.getByRole('textbox', { name: '谈话对象' })
  for (const name of ['石敏', '江若兰']) {
    await partners.click()
    await dialog.getByRole('option', { name: new RegExp(name) }).click()
  }
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^丁素云与江若兰，2026年11月20日谈过/ }).waitFor()
  told(t, 'two talks of one day as told by the talkers', 0, '6 clicks')
  assert.deepEqual(faults, [])
})

test('a plain member enters her own talk, and the other one reads it only by opening it', async (t) => {
  const { page, faults } = await example.as(browser, 'linzhixia')
  await page.goto(`${example.origin}/me/talks`)
  await page.getByRole('heading', { name: '谈过的' }).waitFor()
  await page.getByRole('button', { name: '登记谈过的话' }).click()
  const dialog = page.getByRole('dialog', { name: '登记谈过的话' })
  await dialog.getByRole('textbox', { name: '和谁谈的' }).fill('byj')
  await dialog.getByRole('option', { name: /白玉洁/ }).click()
  await dialog.getByRole('textbox', { name: /谈话内容/ }).fill('请教怎么带小组学习，约好下月一起备一次课。')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '与 白玉洁' }).click()
  await page.getByText('请教怎么带小组学习').waitFor()
  told(t, 'a member’s own talk with its content', 1, '4 clicks (one name picked by initials)')
  assert.deepEqual(faults, [])

  const leader = await example.as(browser, 'baiyujie')
  await leader.page.goto(`${example.origin}/me/talks`)
  await leader.page.getByRole('link', { name: '与 林知夏' }).click()
  await leader.page.getByText('打开会留下记录').waitFor()
  assert.equal(await leader.page.getByText('请教怎么带小组学习').count(), 0)
  await leader.page.getByRole('button', { name: '打开', exact: true }).click()
  await leader.page.getByText('请教怎么带小组学习').waitFor()
  told(t, 'reading what the other one wrote', 0, '1 click, its purpose chosen')
  await page.goto(`${example.origin}/me/openings`)
  await page.getByText('准备下次谈话').first().waitFor()
  await page.goto(`${example.origin}/talks`)
  await page.getByText(/您的职务不能/).waitFor()
})

test('a group leader marks an arranged talk as held', async (t) => {
  const { page, faults } = await example.as(browser, 'baiyujie')
  await page.goto(`${example.origin}/me/talks`)
  await page.getByRole('button', { name: /登记谈过.*方晓岚/ }).click()
  const dialog = page.getByRole('dialog', { name: '登记谈过的话' })
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '与 方晓岚' }).waitFor()
  told(t, 'an arranged talk marked as held by a group leader', 0, '2 clicks')
  assert.deepEqual(faults, [])
})
