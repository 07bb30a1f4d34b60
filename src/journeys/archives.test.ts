import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { filesOf, manifestOf } from '../archives/fixtures/archive.ts'
import { textOf } from '../documents/fixtures/text.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
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

const toArchives = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').first().getByRole('link', { name: '文书与归档' }).click()
  await page.getByRole('heading', { name: '手册里有什么' }).waitFor()
}

const made = (page: Page) => page.getByRole('list', { name: '生成的文件' }).getByRole('listitem').first()

test('the organisation member makes the book and the archive and takes both away; the secretary finds them', async (t) => {
  const { page, faults } = await example.as(browser, 'dingsuyun')
  let clicks = 1
  await toArchives(page)
  await page.getByRole('button', { name: '生成支部工作手册' }).click()
  clicks += 1
  await made(page).getByRole('link', { name: '下载 Word' }).waitFor()
  const book = await downloaded(page, made(page).getByRole('link').click())
  clicks += 1
  await page.getByRole('button', { name: '生成年度归档' }).click()
  clicks += 1
  await made(page).getByText('年度归档').waitFor()
  await made(page).getByRole('link', { name: '下载压缩包' }).waitFor()
  const archive = await downloaded(page, made(page).getByRole('link').click())
  clicks += 1
  await findsNothing(page, 'archives with what was made')
  await takePictures(page, 'journey-archives')

  t.diagnostic(`book and archive: 0 typed fields, ${clicks} clicks`)
  assert.equal(book.name, '市妇联机关党支部2026年支部工作手册.docx')
  assert.ok(textOf(book.bytes).some((line) => line.includes('组织生活月历')))
  assert.equal(archive.name, '市妇联机关党支部2026年度归档.zip')
  assert.equal(manifestOf(archive.bytes).files.length, Object.keys(filesOf(archive.bytes)).length - 1)
  assert.ok(clicks <= 6)
  assert.deepEqual(faults, [])

  const secretary = await example.as(browser, 'gumingyi')
  await toArchives(secretary.page)
  await made(secretary.page).getByText('丁素云').waitFor()
  const again = await downloaded(secretary.page, made(secretary.page).getByRole('link').click())
  assert.deepEqual(again.bytes, archive.bytes)
  assert.deepEqual(secretary.faults, [])
})

test('the leader of a group and a member see no way to it', async () => {
  for (const userName of ['baiyujie', 'linzhixia']) {
    const { page } = await example.as(browser, userName)
    const ways = await page.getByRole('navigation').first().getByRole('link').allTextContents()
    assert.ok(!ways.includes('文书与归档'), userName)
  }
})
