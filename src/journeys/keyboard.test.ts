import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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

const MOST_STOPS = 90

/** Tabs on until what has the focus is called so, as someone does who cannot use a mouse. */
const tabTo = async (page: Page, name: RegExp, key = 'Tab'): Promise<void> => {
  const passed: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key)
    const heard = await page.evaluate<string>(HEARD)
    if (name.test(heard)) return
    passed.push(heard)
  }
  assert.fail(`no stop is called ${name}; passed ${passed.join(' | ')}`)
}

// The name of the control in focus, near enough to what a screen reader says.
const HEARD = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return ''
  const group = at.type === 'radio' ? at.closest('fieldset').querySelector('legend').textContent : ''
  const own = at.labels?.[0]?.textContent ?? at.innerText
  return [group, at.getAttribute('aria-label') ?? own].join(' ').trim()
})()`

test('the leader of a group signs in, walks the year, plans and records a meeting without a mouse', async () => {
  const { page, faults } = await openAt(browser, LAST_DAY, `${example.origin}/sign-in`)
  const { keyboard } = page
  const heading = (name: string) => page.getByRole('heading', { name }).first().waitFor()
  await tabTo(page, /用户名/)
  await keyboard.type('baiyujie')
  await tabTo(page, /^密码/)
  await keyboard.type(example.password)
  await keyboard.press('Enter')
  await heading('今日')

  await tabTo(page, /^年历/)
  await keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  await tabTo(page, /2026年11月/)
  await keyboard.press('ArrowRight')
  assert.match(await page.evaluate<string>(HEARD), /^党小组会，2026年12月/)
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(page, /^安排一次会议/)
  await keyboard.press('Enter')

  await heading('筹备党小组会')
  await tabTo(page, /^召开日期/)
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type(LAST_DAY)
  await tabTo(page, /^议程 1/)
  await keyboard.type('学习民主评议的有关规定')
  await tabTo(page, /^保存安排/)
  await keyboard.press('Enter')

  await heading('到会情况')
  await tabTo(page, /^全部到会/)
  await keyboard.press('Enter')
  await tabTo(page, /丁素云/)
  await keyboard.press('ArrowRight')
  await tabTo(page, /丁素云请假原因/)
  await keyboard.type('出差')
  await tabTo(page, /^议程 1 发言要点/)
  await keyboard.type('石敏：先对照自己查摆。')
  await page.getByText('草稿已保存').waitFor()
  await tabTo(page, /^提交会议记录/)
  await keyboard.press('Enter')
  await page.getByText('已记录').first().waitFor()

  await page.getByRole('heading', { name: '2026年11月党小组会' }).waitFor()
  await page.getByText('丁素云（出差）').waitFor()
  assert.deepEqual(faults, [])
})
