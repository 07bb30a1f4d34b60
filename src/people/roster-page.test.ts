import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { Post } from '../kernel/access.ts'
import { openBrowser } from '../web/browser.ts'
import { showing } from '../web/fixtures/showing.ts'
import { findsNothing, openPage, takePictures } from '../web/looking.ts'
import { organBeforeImport, textFile } from './fixtures/rostered.ts'
import { readSheet } from './sheet.ts'

const o = await organBeforeImport()
const as = (post: Post, path = '/g/1/', unitId = o.ids.branch) => ({
  organ: o.organ,
  person: o.ids.secretary,
  held: [{ post, path, unitId }],
})
const shown = await showing(o.database, as('secretary'))

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  shown.close()
})

const opened = async (place = '/roster') => {
  const watched = await openPage(browser, `${shown.address}${place}`)
  watched.page.setDefaultTimeout(15_000)
  return watched
}
const look = async (page: Page, name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, `roster-${name}`)
}
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const drop = (page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.locator('input[type=file]').setInputFiles(file)
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
const accept = (page: Page) => page.getByRole('button', { name: '接受导入' }).click()

test('the branch’s own book is looked at, accepted, seen in the roster, and taken back', async () => {
  const { page, faults } = await opened()
  await page.getByText('还没有导入过').waitFor()
  await look(page, 'empty')

  await drop(page, fixture('roster-branch-book.xlsx'))
  await page.getByText('表上可收 31 人：新增 30 人，更改 1 人').waitFor()
  await page.getByText('10 列都读得明白').click()
  await page.getByText('逐个看').click()
  await look(page, 'preview')
  await accept(page)
  await heading(page, '已导入第一党支部')
  await page.getByText('新建党小组 3 个，登记任职 4 项').waitFor()
  await look(page, 'done')

  await page.getByRole('button', { name: '再导入一份' }).click()
  await drop(page, fixture('roster-branch-book.xlsx'))
  const button = page.getByRole('button', { name: '接受导入' })
  await page.getByText('与名册一致，不用导入').waitFor()
  assert.equal(await button.getAttribute('aria-disabled'), 'true')

  await page.goto(`${shown.address}/roster`)
  await page.getByRole('button', { name: /撤销.*导入/ }).click()
  await page.getByRole('dialog').getByText('要撤销这批导入吗？').waitFor()
  await look(page, 'undo')
  await page.getByRole('button', { name: '撤销导入', exact: true }).click()
  await page.getByText('已撤销').waitFor()
  assert.deepEqual(await o.rows('select from membership'), [])
  assert.deepEqual(faults, [])
})

test('rows handed back are named with their reasons and come as a sheet', async () => {
  const { page, faults } = await opened()
  await drop(page, fixture('roster-gb18030.csv'))
  await heading(page, '退回 2 行')
  await page.getByText('身份证号校验码不符').waitFor()
  await page.getByText('第 33 行曾丽与第 5 行是同一人').waitFor()
  await look(page, 'handed-back')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载退回的行' }).click(),
  ])
  assert.equal(download.suggestedFilename(), '第一党支部名册退回的行.xlsx')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const book = await readSheet(new Uint8Array(Buffer.concat(chunks)))
  assert.equal('sheets' in book && book.sheets[0]?.rows.length, 3)
  assert.deepEqual(faults, [])
})

test('a silent sheet asks how to take people, and a misread column is put right, by keyboard alone', async () => {
  const { page, faults } = await opened()
  const sheet = textFile('姓名,性别,住处', '温澜,女,14100000001', '石岫,男,14100000002')
  await drop(page, { name: '简表.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await page.getByText('请先选定 2 人按哪一种党员收').waitFor()
  await look(page, 'silent')

  const column = page.getByLabel('住处收作')
  await column.focus()
  assert.equal(await column.inputValue(), 'phone')
  await column.selectOption({ label: '不收' })
  await page.getByRole('row', { name: /住处/ }).getByText('您选定').waitFor()
  const kind = page.getByLabel('没有写明类别的人，按哪一种党员收')
  await kind.focus()
  await kind.selectOption({ label: '正式党员' })
  await page.getByText('请先选定').waitFor({ state: 'detached' })
  const button = page.getByRole('button', { name: '接受导入' })
  await button.focus()
  await page.keyboard.press('Enter')
  await heading(page, '已导入第一党支部')
  const people = await o.rows<{ phone: string | null }>(
    `select phone from person where name in ('温澜', '石岫')`,
  )
  assert.deepEqual(people, [{ phone: null }, { phone: null }])
  assert.deepEqual(faults, [])
})

test('changes stand old beside new; doubts and people of one name are shown before anything is written', async () => {
  await o.accept(
    textFile(
      '姓名,类别,出生日期,电话',
      '顾蘅,正式党员,1980-01-02,14100000001',
      '顾蘅,正式党员,1990-03-04,14100000002',
    ),
  )
  const { page, faults } = await opened()
  const sheet = textFile(
    '姓名,类别,出生日期,电话,籍贯',
    '顾蘅,正式党员,1980-01-02,14100000009,安徽',
    '顾蘅,正式党员,,,江苏',
    '沈鹭,正式党员,1985-05-06,123,',
  )
  await drop(page, { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await heading(page, '更改 1 人')
  await page.getByText('14100000001').waitFor()
  await page.getByText('电话「123」位数不对，没有收').waitFor()
  await page.getByLabel('第 3 行的顾蘅是').selectOption({ label: '另一个人，新增' })
  await page.getByText('表上可收 3 人：新增 2 人，更改 1 人').waitFor()
  await look(page, 'changes')
  assert.deepEqual(faults, [])
})

test('what cannot be read is told in words; who may not import is told who may', async () => {
  const { page, faults } = await opened()
  await drop(page, { name: '名册.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
  await page.getByText('这是 PDF 文件，请改用 Excel 或 CSV 表格。').waitFor()
  await look(page, 'unreadable')

  shown.become(as('superior', '/g/', o.ids.general))
  const above = await opened()
  await heading(above.page, '没有可以导入的党支部')
  shown.become(as('secretary', '/g/', o.ids.general))
  const general = await opened()
  await heading(general.page, '请先选择党支部')
  await look(general.page, 'choose')
  await general.page.getByRole('link', { name: '第二党支部' }).click()
  await general.page.getByText('放入名册').waitFor()
  shown.become(as('discipline'))
  const lesser = await opened()
  await heading(lesser.page, '名册由支部的书记、副书记或组织委员导入')
  await look(lesser.page, 'refused')
  shown.become(as('secretary'))
  assert.deepEqual([...faults, ...above.faults, ...general.faults, ...lesser.faults], [])
})
