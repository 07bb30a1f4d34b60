import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { setUpLink } from '../access/link-routes.ts'
import { testDatabase } from '../database/testing.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
import { electionHands, type Hands } from './fixtures/election-hands.ts'
import { dropSheet, setUp, toRoster } from './fixtures/first-officer.ts'
import { openAt, openProduct } from './fixtures/product.ts'

// 补记 a whole re-election on a new organ: thirty-one full members, one of them 留党察看, one lawfully left out of the base.

// Half a year before the term of the new organ ends.
const TODAY = '2029-02-20'
let browser: Browser
let product: Awaited<ReturnType<typeof openProduct>> | undefined
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  product?.close()
})

/** A branch of thirty-one from its own book, all of them full members but one who is 留党察看. */
const branchOf31 = async (): Promise<Hands> => {
  product = await openProduct(await testDatabase(), TODAY)
  const watched = await openAt(browser, TODAY, (await setUpLink(product.access, product.origin))!)
  const { page } = watched
  await setUp(page)
  await toRoster(page)
  await dropSheet(page, 'roster-branch-book.xlsx')
  await page.getByRole('button', { name: '接受导入' }).click()
  await page.getByRole('heading', { name: '已导入机关党支部' }).waitFor()
  const hands = await electionHands(watched, product.origin)
  for (const [name, status] of [
    ['田融荔', 'full'],
    ['杨丽', 'full'],
    ['廖雁仪', 'on-probation'],
  ] as const) {
    const member = hands.roster.find((each) => each.name === name)!
    const { person } = await hands.ask('get', `/api/people/${member.id}`).then((read) => ({ person: read }))
    await hands.ask('post', `/api/people/${member.id}/memberships`, {
      ...{ status, groupId: person.memberships.at(-1).groupId, since: '2026-08-15', reason: null },
      version: person.version,
    })
  }
  return electionHands(watched, product.origin)
}

const look = async ({ page }: Hands, name: string): Promise<void> => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `page-election-${name}`)
}

test('a re-election of twenty-nine voters recorded after the fact, up to its ballots', async (t) => {
  const hands = await branchOf31()
  const { page, unit, roster, ask, tab, field, press, pressOn, openForm, send, tick, pick, told } = hands
  const { id } = await ask('post', `/api/units/${unit}/elections`, {
    kind: 'renewal',
    form: 'committee',
    seats: 5,
    deputies: 1,
    plannedOn: '2029-02-12',
    superior: '云川市市级机关工委',
  })
  await page.goto(`${hands.origin}/elections/${id}`)
  await page.getByRole('heading', { level: 2, name: '委员会决定换届' }).waitFor()
  await look(hands, 'preparation')

  // From the decision to the voters' list: a day each, and the numbers of the papers.
  const step = async (title: string, on: string, number?: string): Promise<void> => {
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
    await field('日期', on)
    if (number) await field('文号', number)
    await press('登记')
  }
  await step('委员会决定换届', '2028-12-08')
  await step('换届请示', '2028-12-11', '云妇支〔2028〕3号')
  await step('换届批复', '2028-12-25', '云机工〔2028〕41号')
  await step('方案和通知', '2028-12-28')
  await step('选举人名单', '2029-01-04')
  await page.getByRole('heading', { level: 2, name: '小组提名推荐' }).waitFor()
  await look(hands, 'preparation-half')

  // Three groups nominate; the committee picks six from the sum.
  await tab('候选人')
  await page.getByRole('heading', { level: 2, name: '提名推荐' }).waitFor()
  await look(hands, 'candidates-empty')
  const committee = ['付叶梅', '刘薇飘', '朱莲纨', '曾丽', '宋琴娟']
  const sixth = roster.find(({ name, status }) => status === 'full' && !committee.includes(name))!.name
  for (const [at, on] of ['2029-01-08', '2029-01-09', '2029-01-09'].entries()) {
    await openForm('登记推荐')
    await field('日期', on)
    for (const name of [...committee, sixth]) await pick('推荐的人', name)
    if (at === 0) {
      await page.getByRole('dialog').getByLabel('日期').first().focus()
      await look(hands, 'nomination')
    }
    await send('登记推荐')
  }
  for (const name of [...committee, sixth]) await tick(`选${name}`)
  await field('委员会比较的日期', '2029-01-15')
  await press(/提为委员候选人/)
  await page.getByText('应选 5 人，候选人 6 人，按姓氏笔画').waitFor()
  for (const [role, name] of [
    ['书记', '付叶梅'],
    ['副书记', '刘薇飘'],
  ] as const) {
    await openForm('提出候选人')
    await pick('候选人', name)
    await send('提出候选人')
    await page.getByRole('heading', { level: 3, name: `${role}候选人 应选 1 人，候选人 1 人` }).waitFor()
  }
  await look(hands, 'candidates')

  await tab('筹备')
  await step('候选人报告', '2029-01-16', '云妇支〔2029〕1号')
  await step('候选人批复', '2029-01-26', '云机工〔2029〕6号')
  await step('上届委员会工作报告', '2029-02-12')
  await step('选举办法', '2029-02-12')
  await page.getByRole('heading', { level: 2, name: '召开选举大会' }).waitFor()
  await look(hands, 'preparation-done')
  told(t, 'up to the meeting')

  // One long ill is put to the meeting, with the superior's consent.
  await tab('选举人')
  await openForm('提请不计入')
  await pick('哪一位', '上官蕊')
  await hands.choose('情形', '因病不能表达本人意志')
  await field('情况', '长期住院，不能表达本人意志')
  await field('报上级的日期', '2029-01-16')
  await field('上级同意的日期', '2029-01-26')
  await send('保存')

  // The day itself: four taps for who did not come, the votes by hands, who watches and counts.
  await tab('大会')
  await field('地点', '三楼会议室')
  await press('安排大会')
  await press('开会，固定名单')
  const seat = async (name: string, state: string): Promise<void> => {
    await pressOn(page.getByRole('group', { name }).getByText(state, { exact: true }))
  }
  const absent = ['江琦爽', '武娴茗', '邱育']
  for (const name of absent) await seat(name, '请假')
  await seat('上官蕊', '缺席')
  await press('其余都到会')
  await page.getByText('未填 0').waitFor()
  const onward = (): Promise<void> => press(/^下一项/)
  await onward()
  await press('登记表决')
  await page.getByText(/^通过：/).waitFor()
  await onward()
  await page.getByText('应到 29', { exact: true }).waitFor()
  await page.getByText('实到 26', { exact: true }).waitFor()
  for (const title of ['工作报告', '选举办法', '候选人名单']) {
    await onward()
    await page.getByRole('heading', { level: 2, name: new RegExp(title) }).waitFor()
    await press('登记表决')
    await page.getByText(/^通过：/).waitFor()
  }
  await onward()
  await pick('监票人', '夏寒')
  await pick('计票人', '林英梅')
  await press('保存人选')
  await press('登记表决')
  await page.getByText(/^通过：/).waitFor()
  told(t, 'up to the ballots')

  assert.deepEqual(hands.faults, [])
})
