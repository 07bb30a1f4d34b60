import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { setUpLink } from '../access/link-routes.ts'
import { testDatabase } from '../database/testing.ts'
import { readSheet } from '../people/sheet.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
import { dropSheet, setUp, toRoster } from './fixtures/first-officer.ts'
import { openAt, openProduct } from './fixtures/product.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
const opened: { close: () => void }[] = []
after(async () => {
  await browser?.close()
  for (const product of opened) product.close()
})

const newOrgan = async () => {
  const product = await openProduct(await testDatabase(), '2026-11-06')
  opened.push(product)
  const watched = await openAt(browser, '2026-11-06', (await setUpLink(product.access, product.origin))!)
  await setUp(watched.page)
  await toRoster(watched.page)
  return watched
}

const columnsRead = (page: Page): Promise<string[]> =>
  page
    .getByRole('table')
    .getByRole('combobox')
    .evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).selectedOptions[0]?.text ?? ''))

const accept = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '接受导入' }).click()
  await page.getByRole('heading', { name: '已导入机关党支部' }).waitFor()
}

/** The same sheet once more has nothing to add, and says so beside the button. */
const changesNothing = async (page: Page, sheet: string): Promise<void> => {
  await page.getByRole('button', { name: '再导入一份' }).click()
  await dropSheet(page, sheet)
  await page.getByText('与名册一致，不用导入').waitFor()
}

const membersNow = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: '人与组织' }).first().click()
  await page.getByText(/^共 \d+ 人/).waitFor()
  return (await page.getByText(/^共 \d+ 人/).textContent()) ?? ''
}

test('the register’s export is taken whole: 31 people', async () => {
  const { page, faults } = await newOrgan()

  await dropSheet(page, 'roster-register-export.xlsx')
  await page.getByText('表上可收 31 人：新增 26 人，更改 5 人，不变 0 人').waitFor()
  await page.getByText('13 列都读得明白').click()
  const columns = await columnsRead(page)
  await accept(page)
  await changesNothing(page, 'roster-register-export.xlsx')

  assert.deepEqual(columns.slice(0, 3), ['姓名', '公民身份号码', '性别'])
  assert.match(await membersNow(page), /^共 31 人/)
  assert.deepEqual(faults, [])
})

test('the branch’s own book is taken whole, with its groups: 31 people in three', async () => {
  const { page, faults } = await newOrgan()

  await dropSheet(page, 'roster-branch-book.xlsx')
  await page.getByText('表上可收 31 人：新增 26 人，更改 5 人，不变 0 人').waitFor()
  await findsNothing(page, 'preview of a roster')
  await takePictures(page, 'page-roster-preview')
  await accept(page)
  await takePictures(page, 'page-roster-done')
  await changesNothing(page, 'roster-branch-book.xlsx')

  assert.match(await membersNow(page), /^共 31 人/)
  for (const group of ['第一党小组', '第二党小组', '第三党小组'])
    assert.equal(await page.getByRole('rowheader', { name: new RegExp(`^${group} \\d+ 人`) }).count(), 1)
  assert.deepEqual(faults, [])
})

test('of the sheet in GB18030 29 are taken, two rows come back with reasons, and who stands twice is told', async () => {
  const { page, faults } = await newOrgan()

  await dropSheet(page, 'roster-gb18030.csv')
  await page.getByText('表上可收 29 人').waitFor()
  await page.getByRole('heading', { name: '退回 2 行' }).waitFor()
  await page.getByText('身份证号校验码不符').waitFor()
  await page.getByText('不是日历上的日子').waitFor()
  await page.getByText('第 33 行曾丽与第 5 行是同一人').waitFor()
  const back = await downloaded(page, page.getByRole('button', { name: '下载退回的行' }).click())
  await findsNothing(page, 'preview with rows handed back')
  await takePictures(page, 'page-roster-handed-back')
  await accept(page)
  await changesNothing(page, 'roster-gb18030.csv')

  const book = await readSheet(back.bytes)
  assert.equal('sheets' in book && book.sheets[0]?.rows.length, 3)
  assert.match(await membersNow(page), /^共 29 人/)
  assert.deepEqual(faults, [])
})
