import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
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

const open = async (userName: string, path: string) => {
  const watched = await example.as(browser, userName)
  await watched.page.goto(`${example.origin}${path}`)
  await watched.page.locator('main h1').waitFor()
  return watched
}

test('a member takes a call down in six fields; the desk finds it by two characters', async (t) => {
  const { page, faults } = await open('linzhixia', '/needs')
  const walk = journey(page, 'intake of a call')
  await walk.click('button', '登记需求')
  await page.getByRole('heading', { level: 1, name: '登记需求' }).waitFor()
  await walk.choose('类别', '劳动权益')
  await walk.type('一句话说明', '怀孕后被调到夜班，不同意就要扣钱')
  await walk.type('情况', '她在商场做导购，怀孕四个月，店长把她排到夜班，说不来按旷工扣。')
  await walk.type('本人的诉求', '想调回白班。')
  await walk.type('称呼', '毛女士')
  await walk.type('电话', '14100003120')
  await walk.press(page.locator('form').getByRole('button', { name: '登记' }))
  await page.getByRole('heading', { level: 2, name: '她说的' }).waitFor()
  await findsNothing(page, 'a matter taken down')
  walk.tell()
  // The category is chosen; danger, channel and day stand there already.
  const { typed, clicks } = walk.cost()
  t.diagnostic(`intake of a call: ${typed} typed fields and 1 chosen, ${clicks} clicks`)
  assert.ok(typed + 1 <= 10)
  assert.deepEqual(faults, [])

  const desk = await open('suwanqing', '/needs')
  await desk.page.getByLabel('找需求').fill('夜班')
  await desk.page.keyboard.press('Enter')
  const found = desk.page.getByRole('list', { name: '找到的需求' })
  await found.getByText('怀孕后被调到夜班').waitFor()
  assert.equal(await found.getByRole('listitem').count(), 1)
  assert.doesNotMatch(desk.page.url(), /%E5|夜/)
  await findsNothing(desk.page, 'what was found')
  await takePictures(desk.page, 'page-needs-found')
  assert.deepEqual(desk.faults, [])
})

test('who calls again is recognised by her number; a person says that it is one matter', async () => {
  const { page, faults } = await open('suwanqing', '/needs/receive')
  await page.getByLabel('一句话说明').fill('再问产假工资的事')
  await page.getByLabel('电话').first().fill('141 0000 3101')
  await page.getByRole('heading', { name: '可能是同一件事' }).waitFor()
  await findsNothing(page, 'intake with doubles')
  await takePictures(page, 'page-needs-receive-alike')
  await page.getByText('产假结束被要求离职，工资还是没结').waitFor()
  await page.getByRole('link', { name: '〔2026〕11' }).click()
  await page.getByRole('heading', { name: '是不是同一件事' }).waitFor()
  await page.getByRole('button', { name: '是同一件' }).first().click()
  await page.getByText('认定与下面的是同一件事').waitFor()
  await findsNothing(page, 'a matter with its double')
  assert.deepEqual(faults, [])
})

test('what two people corrected at once stands side by side', async () => {
  const { page, faults } = await open('suwanqing', '/needs')
  await page.getByRole('link', { name: '〔2026〕12', exact: true }).click()
  await page.getByRole('button', { name: '补充、更正' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('本人的诉求').fill('要材料清单和经办银行。')
  await form.getByLabel('所在地').fill('云岭县柳河镇')

  const other = await open('mengqingzhi', new URL(page.url()).pathname)
  await other.page.getByRole('button', { name: '补充、更正' }).click()
  await other.page.getByLabel('本人的诉求').fill('要办理地点。')
  await other.page.getByRole('button', { name: '保存更正' }).click()
  await other.page.getByRole('dialog').waitFor({ state: 'detached' })

  await form.getByRole('button', { name: '保存更正' }).click()
  await page.getByText('也改过这条记录').waitFor()
  await findsNothing(page, 'two corrections')
  await page.getByLabel('要材料清单和经办银行。').check()
  await page.getByRole('button', { name: '按选定的保存' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('要材料清单和经办银行。').first().waitFor()
  await page.getByText('云岭县柳河镇').first().waitFor()
  assert.deepEqual(faults, [])
})

test('the head of the desk looks through the queue and takes the register', async () => {
  const { page, faults } = await open('mengqingzhi', '/needs')
  const queue = page.getByRole('list', { name: '需求' })
  await queue.waitFor()
  assert.ok((await queue.getByRole('listitem').filter({ hasText: '封存' }).count()) >= 2)
  await findsNothing(page, 'the queue')
  await takePictures(page, 'page-needs-desk')
  const { name } = await downloaded(page, page.getByRole('link', { name: '下载需求登记表' }).click())
  assert.equal(name, '2026年需求登记表.xlsx')
  await page.getByText('我承办、协办的').click()
  await queue.getByText('邱志成').first().waitFor({ state: 'detached' })
  assert.deepEqual(faults, [])
})

test('a question taken home from a lecture becomes a need with its words filled in', async () => {
  const { page, faults } = await open('dingsuyun', '/outreach')
  await page.getByRole('link', { name: '女职工劳动保护特别规定' }).click()
  await page.getByRole('link', { name: '转为需求' }).last().click()
  await page.getByRole('heading', { level: 1, name: '登记需求' }).waitFor()
  await page.waitForFunction(`document.querySelector('#field-line')?.value === '怀孕调岗以后工资能不能降'`)
  assert.equal(await page.getByLabel('来源').inputValue(), 'outreach')
  await page.getByLabel('眼下有人身危险').check()
  await page.getByRole('region', { name: '眼下有危险' }).getByText('先确保人身安全').waitFor()
  await page.getByText('还可以补充').click()
  await findsNothing(page, 'intake')
  await takePictures(page, 'page-needs-receive')
  assert.deepEqual(faults, [])
})
