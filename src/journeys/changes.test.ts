import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { textOf } from '../documents/fixtures/text.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import type { Watched } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
import { openExample } from './fixtures/product.ts'

// Somebody leaves, somebody is away, somebody is visited, somebody becomes a full member: on the example organ, in this order.

const example = await openExample()
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const opened = async (userName: string, path: string): Promise<Watched & { page: Page }> => {
  const watched = await example.as(browser, userName)
  await watched.page.goto(`${example.origin}${path}`)
  return watched
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()
const dialog = (page: Page) => page.getByRole('dialog')

/** Asks the product as the page's own person, for what other journeys show in the browser. */
const asked = (page: Page, method: string, path: string, body?: unknown) =>
  page.evaluate(
    `fetch(${JSON.stringify(path)}, { method: ${JSON.stringify(method)}, ${
      body === undefined
        ? ''
        : `body: ${JSON.stringify(JSON.stringify(body))}, headers: { 'content-type': 'application/json' },`
    } }).then((response) => response.json())`,
  ) as Promise<never>

test('the organisation member transfers somebody out with a letter, who then reads what she has to do', async (t) => {
  const { page, faults } = await opened('dingsuyun', '/changes')
  await heading(page, '转出')
  const walk = journey(page, 'transfer a member out with a letter')
  await walk.click('button', '登记转出')
  await walk.pick('转出的党员', 'lzx')
  await walk.type('转往哪个党组织', '澄川市图书馆党支部')
  await walk.press(dialog(page).getByRole('button', { name: '登记并开介绍信' }))
  await heading(page, '林知夏转出组织关系')
  await page.getByText('〔2026〕第003号').first().waitFor()
  const letter = await downloaded(page, walk.press(page.getByRole('link', { name: '下载介绍信' })))
  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`${typed} typed fields, ${clicks} clicks`)
  assert.ok(typed <= 2 && clicks <= 5, `${typed} fields, ${clicks} clicks`)
  assert.match(textOf(letter.bytes).join('\n'), /林知夏[\s\S]*澄川市图书馆党支部[\s\S]*回执联/)
  assert.deepEqual(faults, [])

  const own = await opened('linzhixia', '/me/changes')
  await own.page.getByText('请在2027年2月18日之前，把介绍信〔2026〕第003号交到接收的党组织').waitFor()
  assert.equal(await own.page.getByText('陶然').count(), 0)
  assert.deepEqual(own.faults, [])

  await walk.click('button', '登记收到回执')
  await page.getByText('已转出').first().waitFor()
})

test('the group’s leader says when she last spoke with somebody of hers who is away, and sees no other group', async (t) => {
  const { page, faults } = await opened('baiyujie', '/changes/floating')
  await page.getByText('最近联系2026年11月12日，白玉洁').waitFor()
  const walk = journey(page, 'say when somebody away was last spoken with')
  await walk.click('button', '登记联系')
  await walk.press(dialog(page).getByRole('button', { name: '登记联系' }))
  await page.getByText('最近联系2026年11月20日，白玉洁').waitFor()
  walk.tell()
  t.diagnostic(`${walk.cost().typed} typed fields, ${walk.cost().clicks} clicks`)
  assert.equal(walk.cost().typed, 0)
  assert.equal(await page.getByText('尹若琳').count(), 0)
  assert.equal(await page.getByRole('button', { name: '登记流动党员' }).count(), 0)
  assert.deepEqual(faults, [])
})

test('the secretary plans a visit, makes it, and opens what is sealed only with a purpose', async (t) => {
  const { page, faults } = await opened('gumingyi', '/care')
  await heading(page, '走访慰问')
  assert.equal(await page.getByText('家里老人住院').count(), 0)
  const walk = journey(page, 'plan and record a visit of care')
  await walk.click('button', '安排走访')
  await walk.pick('走访谁', 'wl')
  await walk.choose('什么时机', '生病住院')
  await walk.press(dialog(page).getByRole('button', { name: '安排走访' }))
  await dialog(page).waitFor({ state: 'hidden' })
  const line = page.getByRole('listitem').filter({ hasText: '温岚' })
  await walk.press(line.getByRole('button', { name: '登记走访' }))
  await walk.pick('谁去的', 'gmy')
  await walk.type('慰问金（元）', '300')
  await walk.press(dialog(page).getByRole('button', { name: '登记走访' }))
  await page.getByText('慰问金 300 元').waitFor()
  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`${typed} typed fields, ${clicks} clicks`)
  assert.ok(typed <= 3, `${typed} fields`)

  const sealed = page.getByRole('listitem').filter({ hasText: '汪海平' })
  await sealed.getByRole('button', { name: '看情况' }).click()
  await dialog(page).getByRole('button', { name: '打开' }).click()
  await dialog(page).getByText('家里老人住院').waitFor()
  assert.deepEqual(faults, [])
})

test('a probation goes from the members’ meeting to the roster and to the person', async (t) => {
  example.clock.today = '2026-12-04'
  const { page, faults } = await opened('dingsuyun', '/')
  await heading(page, '今日')
  const { units } = (await asked(page, 'get', '/api/units')) as { units: { id: string; name: string }[] }
  const branch = units.find(({ name }) => name === '市妇联机关党支部')!.id
  const planned = (await asked(page, 'post', `/api/units/${branch}/meetings`, {
    ...{ title: '讨论尤佳转正', kinds: ['general-meeting'], heldOn: '2026-11-27', startsAt: '15:00' },
    ...{ endsAt: null, place: '三楼会议室', hostId: null, agenda: ['讨论尤佳按期转正'] },
  })) as { id: string; version: number; attendance: { personId: string; entitled: boolean }[] } & Record<
    string,
    unknown
  >
  const { id, version, attendance } = planned
  const present = attendance
    .filter(({ entitled }) => entitled)
    .map(({ personId }) => ({ personId, state: 'present', reason: null }))
  const { title, heldOn, startsAt, place, parts, agenda, recorderId } = planned
  const recorded = (await asked(page, 'post', `/api/meetings/${id}/record`, {
    filled: {
      ...{ title, heldOn, startsAt, place, parts, agenda, recorderId },
      ...{ endsAt: '15:40', guests: null, hostId: present[0]?.personId, attendance: present, followUps: [] },
      resolutions: [{ part: 1, text: '同意尤佳按期转为正式党员。', approve: 27, oppose: 0, abstain: 0 }],
    },
    lateReason: null,
    version,
  })) as { stage: string; message?: string }
  assert.equal(recorded.stage, 'recorded', recorded.message ?? '')

  await page.goto(`${example.origin}/changes`)
  const walk = journey(page, 'convert a probationary member, from resolution to roster')
  await walk.press(page.getByRole('link', { name: '尤佳' }))
  await heading(page, '尤佳的预备期')
  await walk.choose('决议是', '按期转为正式党员')
  await walk.click('button', '登记决议')
  await walk.click('button', '登记上报')
  await walk.type('批复文号', '澄直工〔2026〕52号')
  await walk.click('button', '登记批复')
  await page.getByText('已批复').first().waitFor()
  const request = await downloaded(page, walk.press(page.getByRole('link', { name: '下载请示' })))
  const notice = await downloaded(page, walk.press(page.getByRole('link', { name: '下载给本人的通知书' })))
  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`${typed} typed fields, ${clicks} clicks`)
  assert.ok(typed <= 1 && clicks <= 8, `${typed} fields, ${clicks} clicks`)
  assert.match(textOf(request.bytes).join('\n'), /同意尤佳按期转为正式党员/)
  assert.match(textOf(notice.bytes).join('\n'), /你的党龄从2026年11月27日算起/)

  await page.goto(`${example.origin}/members`)
  await page.getByRole('link', { name: '尤佳' }).click()
  await page.getByText('2026年11月27日至今').waitFor()
  assert.deepEqual(faults, [])
})
