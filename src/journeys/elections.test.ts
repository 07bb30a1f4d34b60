import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { setUpLink } from '../access/link-routes.ts'
import { testDatabase } from '../database/testing.ts'
import { Manifest } from '../documents/manifest.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures, type Watched, WIDTHS } from '../web/looking.ts'
import { downloaded } from './fixtures/downloaded.ts'
import { electionHands, type Hands } from './fixtures/election-hands.ts'
import { dropSheet, setUp, toRoster } from './fixtures/first-officer.ts'
import { openAt, openProduct } from './fixtures/product.ts'

// 补记 a whole re-election on a new organ: thirty-one full members, one of them 留党察看, one lawfully left out of the base.

// Half a year before the term of the new organ ends.
const TODAY = '2029-02-20'
const HELD = '2029-02-12'
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

test('a whole re-election of twenty-nine voters is recorded after the fact, from its beginning to the new term', async (t) => {
  const hands = await branchOf31()
  const { page, roster, tab, field, press, pressOn, openForm, send, tick, pick, told } = hands
  await page.goto(`${hands.origin}/elections`)
  const calendar = page.getByRole('listitem').filter({ hasText: '机关党支部' })
  await pressOn(calendar.getByRole('button', { name: '开始换届' }))
  await page.getByRole('dialog').getByText('以下都按现有记录拟定').waitFor()
  await field('拟选举日期', HELD)
  await field('上级的全称', '云川市市级机关工委')
  await press('开始换届选举')
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
    ['书记', '刘薇飘'],
    ['副书记', '曾丽'],
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
  await step('上届委员会工作报告', HELD)
  await step('选举办法', HELD)
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

  // The count by totals: two numbers a name, the third follows. The old secretary is not elected again.
  await onward()
  await pressOn(page.getByRole('link', { name: /在“计票”里登记/ }))
  const approved: Readonly<Record<string, number>> = {
    ...{ 付叶梅: 9, 刘薇飘: 23, 朱莲纨: 21, 曾丽: 20, 宋琴娟: 18, [sixth]: 14 },
  }
  await counted(hands, '委员', { issued: 26, returned: 25, void: 1 }, approved)
  // By strokes; 付叶梅, with 9, is not among them.
  const elected = [sixth, '刘薇飘', '朱莲纨', '宋琴娟', '曾丽']
  const members = page.getByRole('region', { name: '委员', exact: true })
  await members.getByText(`已当选 5 人：${elected.join('、')}。已选齐。`).waitFor()
  await members.getByText(/有效 24 张，作废 1 张；至少 14 票当选/).waitFor()
  await members.getByText('监票人签字：夏寒。').waitFor()
  await look(hands, 'count')
  await pressOn(page.getByRole('link', { name: '回到大会的议程' }))
  await closed(hands)

  // The new committee elects its heads at once, chaired by one of its own.
  await tab('选后')
  await pressOn(page.getByRole('link', { name: '到第一次全体会议' }))
  await look(hands, 'plenary-plan')
  await field('地点', '三楼会议室')
  await press('安排第一次全体会议')
  await press('开会，固定名单')
  await press('其余都到会')
  await page.getByText('未填 0').waitFor()
  await look(hands, 'plenary-attendance')
  await onward()
  await onward()
  await press('登记表决')
  await page.getByText(/^通过：/).waitFor()
  await onward()
  await pick('监票人', '宋琴娟')
  await pick('计票人', sixth)
  await press('保存人选')
  await press('登记表决')
  await page.getByText(/^通过：/).waitFor()
  await look(hands, 'plenary')
  await onward()
  await pressOn(page.getByRole('link', { name: /在“计票”里登记/ }))
  for (const [role, name] of [
    ['书记', '刘薇飘'],
    ['副书记', '曾丽'],
  ] as const)
    await counted(hands, role, { issued: 5, returned: 5, void: 0 }, { [name]: 5 })
  await look(hands, 'count-heads')
  told(t, 'up to the result')

  await pressOn(page.getByRole('link', { name: '回到第一次全体会议的议程' }))
  await page.getByRole('heading', { level: 2, name: '散会' }).waitFor()
  await closed(hands)
  await page.getByRole('link', { name: '投影' }).click()
  await page.getByRole('link', { name: '回到全体会议' }).click()
  await tab('选后')
  const matter = async (title: string, fill: Readonly<Record<string, string>>, act = '登记') => {
    await openForm(`登记${title}`)
    for (const [label, text] of Object.entries(fill)) await field(label, text)
    await send(act)
    await page.getByRole('button', { name: `更正${title}` }).waitFor()
  }
  await matter('宣布当选名单', {})
  await openForm('登记委员分工')
  for (const [name, duty] of [
    ['朱莲纨', '组织'],
    [sixth, '宣传'],
    ['宋琴娟', '纪检'],
  ] as const)
    await pressOn(page.getByRole('group', { name }).getByLabel(duty))
  await send('登记分工')
  await matter('报告选举结果', { 日期: '2029-02-13', 文号: '云妇支〔2029〕2号' })
  await matter('上级批复', { 批复日期: '2029-02-16', 文号: '云机工〔2029〕12号' }, '登记批复')
  await matter('公布结果', { 日期: '2029-02-17' })
  await matter('归档', { 日期: '2029-02-19' })
  await look(hands, 'effect')
  const address = page.url()
  const oldSecretary = await withAccount(hands, '付叶梅')
  const newMember = await withAccount(hands, sixth)
  const reads = async (whose: Watched, may: boolean): Promise<void> => {
    await whose.page.goto(address)
    const found = may
      ? whose.page.getByRole('heading', { name: '当选名单', exact: true })
      : whose.page.getByRole('alert')
    await found
      .first()
      .waitFor()
      .catch(async () => {
        throw new Error((await whose.page.locator('body').textContent()) ?? '')
      })
  }
  await reads(oldSecretary, true)
  await reads(newMember, false)
  await press('使选举结果生效')
  await page.getByRole('dialog').waitFor()
  await send('使选举结果生效')
  await page.getByText('宣传委员：曾丽 交').waitFor()
  told(t, 'in effect')

  // The whole set in one file; nothing that could be recorded is missing.
  await tab('文书')
  await look(hands, 'papers-done')
  const set = await downloaded(page, pressOn(page.getByRole('link', { name: '下载全套文书' })))
  const files = unzipSync(set.bytes)
  const manifest = Manifest.parse(JSON.parse(strFromU8(files['manifest.json']!)))
  assert.deepEqual(manifest.missing, [])
  const numbers = new Set(manifest.files.map(({ number }) => Number.parseInt(number ?? '', 10)))
  for (let number = 0; number <= 21; number += 1) assert.ok(numbers.has(number), `paper ${number}`)
  t.diagnostic(`${set.name}: ${manifest.files.length} files`)
  told(t, 'the whole re-election')

  // Posts, access and term are those of the new committee; the duty to renew is done.
  await page.goto(`${hands.origin}/posts`)
  const now = page.getByRole('region', { name: '现任' })
  await now.getByText('刘薇飘').waitFor()
  const standing = await now.getByRole('listitem').allTextContents()
  const since = (day: string, post: string, name: string) =>
    assert.ok(
      standing.some((line) => line.includes(day) && line.includes(`${post} ${name}`)),
      `${post} ${name}: ${standing.join(' | ')}`,
    )
  since('2029年2月16日', '书记', '刘薇飘')
  since('2029年2月16日', '副书记', '曾丽')
  since('2029年2月16日', '宣传委员', sixth)
  since('2026年3月28日', '组织委员', '朱莲纨')
  since('2026年3月28日', '纪检委员', '宋琴娟')
  assert.equal(standing.length, 5)
  const past = page.locator('li[data-past]').filter({ hasText: '付叶梅' })
  assert.match((await past.textContent()) ?? '', /2029年2月15日/)
  await page.goto(`${hands.origin}/elections`)
  await calendar.getByText('2029年2月12日').first().waitFor()
  await look(hands, 'renewed')
  await reads(oldSecretary, false)
  await reads(newMember, true)
  await page.goto(`${hands.origin}/year`)
  const renewal = page.getByRole('row').filter({ hasText: /换届/ })
  await renewal.first().waitFor()
  assert.match((await renewal.first().textContent()) ?? '', /2029年3月28日前，在期限内完成/)
  assert.deepEqual([...oldSecretary.faults, ...newMember.faults], [])
  assert.deepEqual(hands.faults, [])
})

/** A ballot by totals on the page of the count: what is prefilled stays, what follows is not typed. */
const counted = async (
  { page, field, press, pressOn, send }: Hands,
  role: string,
  box: { issued: number; returned: number; void: number },
  approved: Readonly<Record<string, number>>,
): Promise<void> => {
  const part = page.getByRole('region', { name: role, exact: true })
  await pressOn(part.getByRole('button', { name: '发票，开始投票' }))
  await part.getByLabel('收回').waitFor()
  await field('发出', String(box.issued))
  await field('收回', String(box.returned))
  if (box.void > 0) await field('其中作废', String(box.void))
  for (const [name, votes] of Object.entries(approved)) {
    await field(`${name}赞成票`, String(votes))
    await field(`${name}反对票`, String(box.returned - box.void - votes))
  }
  await part.getByText('选举有效。').waitFor()
  await page.getByText('草稿已保存').waitFor()
  await press('封定结果')
  await page.getByRole('dialog').waitFor()
  await send('封定结果')
  await part.getByText('监票人签字').waitFor()
}

/** Ends the meeting at the last step of its agenda. */
const closed = async ({ page, pressOn }: Hands): Promise<void> => {
  await pressOn(page.getByRole('region', { name: '散会' }).getByRole('button', { name: '散会' }))
  await page.getByText('已散会').first().waitFor()
}

/** Somebody with an account of her own, at a desk of her own. */
const withAccount = async ({ ask, roster, origin }: Hands, name: string): Promise<Watched> => {
  const person = roster.find((each) => each.name === name)!.id
  const { link } = await ask('post', `/api/people/${person}/invitation`, {})
  const watched = await openAt(browser, TODAY, new URL(link, origin).href)
  await watched.page.getByLabel('用户名').fill(name)
  await watched.page.getByLabel('密码', { exact: true }).fill('二楼走廊里的那一盆兰花')
  await watched.page.getByRole('button', { name: '启用并登录' }).click()
  await watched.page.getByRole('heading', { name: '今日' }).waitFor()
  return watched
}
