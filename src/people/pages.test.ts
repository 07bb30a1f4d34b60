import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { sealTrails } from '../audit/jobs.ts'
import { databaseOf } from '../database/acting.ts'
import type { Post } from '../kernel/access.ts'
import { openBrowser } from '../web/browser.ts'
import { showing } from '../web/fixtures/showing.ts'
import { findsNothing, openPage, takePictures } from '../web/looking.ts'
import { branchOfThirtyOne } from './fixtures/branch.ts'

const { pool, owner, organ, ids, person } = await branchOfThirtyOne()
const as = (post: Post, path = '/g/1/', unitId = ids.branch) => ({
  organ,
  person: person('李华'),
  held: [{ post, path, unitId }],
})
const shown = await showing(databaseOf(pool), as('secretary'))

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  shown.close()
})

const opened = async (place: string) => {
  const watched = await openPage(browser, `${shown.address}${place}`)
  watched.page.setDefaultTimeout(15_000)
  return watched
}
const look = async (page: Page, name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, name)
}

test('the roster tells who has no vote and why, finds by pinyin, and goes back in time', async () => {
  const { page, faults } = await opened('/members')
  await page.getByRole('link', { name: '周棠' }).waitFor()
  assert.equal(
    await page
      .getByRole('row')
      .filter({ has: page.locator('td') })
      .count(),
    31,
  )
  await page.getByRole('button', { name: /^依据/ }).waitFor()
  await look(page, 'members')
  await page.getByRole('button', { name: /^依据/ }).click()
  const why = page.getByRole('dialog')
  await why.getByText('留党察看期间没有表决权').first().waitFor()
  await why.getByRole('link', { name: '郑晓' }).waitFor()
  await look(page, 'members-why')
  await page.keyboard.press('Escape')
  await page.getByLabel('查找').fill('zt')
  await page.getByText('周棠').waitFor()
  await page.getByText('丁娅').waitFor({ state: 'detached' })
  await page.getByLabel('查找').fill('')
  await page.getByLabel('哪一天的名册', { exact: true }).fill('2010-01-01')
  await page.getByRole('heading', { name: '这一天名册上还没有人' }).waitFor()
  await look(page, 'members-empty')
  assert.deepEqual(faults, [])
})

test('a person’s page changes what is known; two hands at once are shown both values', async () => {
  const { page, faults } = await opened(`/people/${person('周棠')}`)
  const other = await opened(`/people/${person('周棠')}`)
  const type = async (at: Page, phone: string, work?: string): Promise<void> => {
    await at.getByRole('button', { name: '修改' }).click()
    await at.getByLabel('电话').fill(phone)
    if (work) await at.getByLabel('工作岗位').fill(work)
  }
  await type(other.page, '14100000002')
  await type(page, '14100000001', '办公室主任科员')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('14100000001').waitFor()
  await other.page.getByRole('button', { name: '保存' }).click()
  await other.page.getByRole('heading', { name: /另一位同志也改过/ }).waitFor()
  await look(other.page, 'person-conflict')
  await other.page.getByRole('radio', { name: '14100000002' }).check()
  await other.page.getByRole('button', { name: '按选定的保存' }).click()
  await other.page.getByText('14100000002').waitFor()
  await other.page.getByText('办公室主任科员').waitFor()
  await look(other.page, 'person')
  assert.deepEqual([...faults, ...other.faults], [])
})

test('a status and a post are entered with their days, and both can be undone by none but dates', async () => {
  const { page, faults } = await opened(`/people/${person('周棠')}`)
  await page.getByRole('button', { name: '登记变化' }).click()
  await page.getByLabel('党籍状态').selectOption({ label: '正式党员' })
  await page.getByRole('dialog').getByRole('button', { name: '登记变化' }).click()
  await page.getByRole('alert').getByText('从哪一天起').waitFor()
  await look(page, 'person-standing-faults')
  await page.getByLabel('从哪一天起', { exact: true }).fill('2026-09-01')
  await page.getByLabel('依据或原因').fill('留党察看期满，支部大会通过，上级批准恢复党员权利')
  await page.getByRole('dialog').getByRole('button', { name: '登记变化' }).click()
  await page.getByText('2026年9月1日至今').waitFor()
  await page.getByText('2025年9月1日至2026年8月31日').waitFor()

  await page.getByRole('button', { name: '登记任职' }).click()
  await page.getByLabel('职务').selectOption({ label: '宣传委员' })
  await page.getByLabel('任职日期', { exact: true }).fill('2026-10-01')
  await page.getByRole('dialog').getByRole('button', { name: '登记任职' }).click()
  await page.getByText('2026年10月1日至今').waitFor()
  await look(page, 'person-posts')
  assert.deepEqual(faults, [])
})

test('posts show their holders, the vacant ones with the rule, and appoint by pinyin', async () => {
  const { page, faults } = await opened('/posts')
  await page.getByRole('button', { name: '登记纪检委员' }).waitFor()
  await page.getByRole('button', { name: /依据.*纪检委员空缺/ }).click()
  await page.getByRole('dialog').getByText('设纪律检查委员').waitFor()
  await page.keyboard.press('Escape')
  await look(page, 'posts')
  await page.getByRole('button', { name: '登记纪检委员' }).click()
  await page.getByLabel('任职的人', { exact: true }).pressSequentially('mr')
  await page.getByRole('option', { name: /孟然/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('任职日期', { exact: true }).fill('2026-10-01')
  await look(page, 'posts-appoint')
  await page.getByRole('dialog').getByRole('button', { name: '登记任职' }).click()
  await page.getByRole('link', { name: '孟然' }).waitFor()
  await page.getByRole('button', { name: '登记纪检委员' }).waitFor({ state: 'detached' })
  assert.deepEqual(faults, [])
})

test('the trail tells the changes in words, and how far it is sealed', async () => {
  await sealTrails(owner)
  const { page, faults } = await opened('/audit')
  await page.getByText('登记任职').first().waitFor()
  await page
    .getByText(/校验码/)
    .first()
    .waitFor()
  await page.getByText('14100000001').first().waitFor()
  await look(page, 'audit')
  assert.deepEqual(faults, [])
})

test('settings lead to their pages; what a post does not open is not shown', async () => {
  const { page, faults } = await opened('/settings')
  await page.getByRole('link', { name: '改动留痕' }).waitFor()
  await look(page, 'settings')
  await page.getByRole('link', { name: '文书模板' }).click()
  await page.getByText('可用的标记').first().click()
  await look(page, 'templates')
  assert.deepEqual(faults, [])
})

test('a plain member sees herself and the right person to turn to', async () => {
  shown.become({ ...as('member'), person: person('郑晓') })
  const { page, faults } = await opened('/me')
  await page.getByRole('heading', { name: '郑晓' }).waitFor()
  assert.equal(await page.getByRole('button', { name: /登记|修改|开通/ }).count(), 0)
  await page.getByText('告诉所在支部的组织委员').waitFor()
  await look(page, 'own')
  await page.goto(`${shown.address}/members`)
  await page.getByText(/您的职务不能/).waitFor()
  await look(page, 'members-refused')
  shown.become(as('secretary'))
  assert.deepEqual(faults, [])
})
