import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
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

test('the organisation member turns an item of the plan into a session with hours, and the sheet has them', async (t) => {
  const { page, faults } = await open('dingsuyun', '/study?tab=plan')
  const walk = journey(page, 'from plan to session to hours to sheet')

  const line = page.getByRole('listitem').filter({ hasText: '交流调研见闻' })
  await walk.press(line.getByRole('link', { name: '登记这次学习' }))
  await page.getByRole('heading', { name: '登记学习' }).waitFor()
  assert.equal(await page.getByLabel('主题').first().inputValue(), '交流调研见闻')
  await walk.pick('未参加的人', 'zlh')
  await walk.type('学时', '3')
  await walk.click('button', '加一个问题')
  await walk.type('问题 1', '走访记录里能不能写企业名称')
  await walk.click('button', '登记学习')
  await page.getByRole('heading', { name: '交流调研见闻' }).waitFor()
  const told = (await page.locator('main').textContent()) ?? ''
  await walk.click('link', '学习')
  await walk.click('tab', '学时')
  await page.getByRole('rowheader', { name: '林知夏' }).waitFor()
  const { name } = await downloaded(page, walk.click('link', '下载学时登记表'))

  walk.tell()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`plan to sheet: ${typed} typed fields, ${clicks} clicks`)
  assert.match(told, /应参加 31 人，参加 30 人/)
  assert.match(told, /未参加：钟丽华/)
  assert.equal(
    await page.getByRole('row').filter({ hasText: '林知夏' }).getByRole('cell').nth(2).textContent(),
    '36',
  )
  assert.match(name, /学时登记表\.xlsx$/)
  assert.ok(typed <= 3, `${typed} typed fields`)
  assert.deepEqual(faults, [])
})

test('the secretary declares the hours of a lecture, records her own training, and her duties are done', async (t) => {
  const { page, faults } = await open('gumingyi', '/study')
  const walk = journey(page, 'the hours of a lecture')
  await walk.press(page.getByText(/次会议没有登记学时/))
  const line = page.getByRole('listitem').filter({ hasText: '2026-11-13' })
  await walk.press(line.getByRole('button', { name: '登记学时' }))
  await walk.type('学时', '2')
  await walk.press(page.getByRole('dialog').getByRole('button', { name: '登记学时' }))
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  walk.tell()
  t.diagnostic(`hours of a lecture: ${walk.cost().typed} typed, ${walk.cost().clicks} clicks`)
  assert.equal(walk.cost().typed, 1)

  const training = journey(page, 'a training elsewhere')
  await training.click('tab', '培训')
  await training.click('button', '登记参加的培训')
  await training.press(page.getByLabel('哪些人').first())
  await training.press(page.getByRole('option', { name: /顾明漪/ }))
  await training.choose('类型', '任职培训')
  await training.type('培训名称', '新任党支部书记培训班')
  await training.choose('主办单位级别', '市级党组织')
  await training.type('开始日期', '2026-11-16')
  await training.type('结束日期', '2026-11-18')
  await training.type('学时', '24')
  await training.click('button', '登记培训')
  await page.getByRole('link', { name: '新任党支部书记培训班' }).waitFor()
  training.tell()
  t.diagnostic(`training: ${training.cost().typed} typed, ${training.cost().clicks} clicks`)
  assert.ok(training.cost().typed <= 4, `${training.cost().typed} typed fields`)

  await page.goto(`${example.origin}/`)
  await page.getByRole('heading', { name: '今日' }).waitFor()
  assert.equal(await page.getByText('新任书记培训').count(), 0)
  assert.deepEqual(faults, [])
})

test('a group’s leader records what her group studied, and nothing else is asked', async (t) => {
  const { page, faults } = await open('baiyujie', '/study/record')
  const walk = journey(page, 'a session of a group')
  await walk.type('主题', '读《之江新语》三篇')
  await walk.type('学时', '2')
  await walk.click('button', '登记学习')
  await page.getByRole('heading', { name: '读《之江新语》三篇' }).waitFor()
  walk.tell()
  t.diagnostic(`group: ${walk.cost().typed} typed, ${walk.cost().clicks} clicks`)
  assert.match(
    (await page.locator('main').textContent()) ?? '',
    /第一党小组[\s\S]*全组党员[\s\S]*应参加 10 人/,
  )
  assert.ok(walk.cost().typed <= 2)
  assert.deepEqual(faults, [])
})

test('a member reads her own hours with the clause, and calls done what she took on', async (t) => {
  const { page, faults } = await open('linzhixia', '/')
  const walk = journey(page, 'a member and her own')
  await page.getByText('走访三家没有哺乳室的企业').waitFor()
  await walk.click('link', '去登记办结')
  await page.getByRole('heading', { name: '学习和学时' }).waitFor()
  const told = (await page.locator('main').textContent()) ?? ''
  await walk.click('button', '登记办结')
  await walk.press(page.getByRole('dialog').getByRole('button', { name: '办结', exact: true }))
  await page.getByText('2026-11-20 办结').waitFor()
  walk.tell()
  t.diagnostic(`member: ${walk.cost().typed} typed, ${walk.cost().clicks} clicks`)
  assert.match(told, /应达 32 学时/)
  assert.match(told, /2024—2028年全国党员教育培训工作规划/)
  assert.match(told, /请告诉该条的登记人/)
  assert.doesNotMatch(told, /钟丽华|排名/)
  assert.deepEqual(faults, [])
})

test('the organisation member records a lecture with a question; who asked opens only with a purpose', async (t) => {
  const { page, faults } = await open('dingsuyun', '/outreach/record')
  const walk = journey(page, 'a lecture with a question')
  await walk.type('主题', '反家庭暴力法怎么用')
  await walk.choose('听众', '社区群众')
  await walk.pick('讲课人', 'mqz')
  await walk.type('地点', '滨河社区')
  await walk.click('button', '加一个问题')
  await walk.type('问题', '告诫书到哪里申请')
  await walk.pick('由谁答复', 'lx')
  await walk.type('提问人希望怎样称呼', '三楼的住户')
  await walk.click('button', '登记宣讲')
  await page.getByRole('heading', { name: '反家庭暴力法怎么用' }).waitFor()
  walk.tell()
  t.diagnostic(`lecture: ${walk.cost().typed} typed, ${walk.cost().clicks} clicks`)
  assert.equal(await page.getByText('三楼的住户').count(), 0)
  await page.getByRole('button', { name: '看提问人' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
  await page.getByText('三楼的住户').waitFor()
  assert.deepEqual(faults, [])
})
