import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { LAST_DAY } from '../example/play.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
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

const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await takePictures(page, `page-${name}`)
  if (before) await page.setViewportSize(before)
}

let need = ''
let link = ''

test('an officer takes a need over, refers it, settles it, tells her and hands her a link', async (t) => {
  const receiver = await example.as(browser, 'linzhixia')
  need = await receiver.page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/needs', { method: 'POST', headers, body: JSON.stringify(body) })
    return ((await answer.json()) as { id: string }).id
  }, CALL)

  const { page, faults } = await example.as(browser, 'suwanqing')
  const form = page.getByRole('dialog')
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  const send = async (act: string): Promise<void> => {
    await form.getByRole('button', { name: act, exact: true }).click()
    await form.waitFor({ state: 'detached' })
  }
  await page.goto(`${example.origin}/needs/${need}`)
  await part('办理').getByRole('button', { name: '我来承办' }).click()
  await part('办理').getByText('承办人：苏婉清').waitFor()
  const triage = part('分诊')
  await triage.getByText('R2 一般：权益受侵害').first().click()
  await triage.getByText('不是信访事项', { exact: true }).click()
  await triage.getByRole('button', { name: '完成分诊' }).click()
  await part('期限').waitFor()

  await page.getByRole('button', { name: '写办理记录' }).click()
  await form.getByLabel('做了什么').fill('回电核对了工资条和考勤表，三个月都没有发。她愿意申请法律援助。')
  await look(page, 'need-note')
  await send('写入记录')

  await page.getByRole('button', { name: '转介给其他部门' }).click()
  await form.getByLabel('转给').selectOption({ label: '法律援助机构' })
  await form.getByLabel('单位名称').fill('云岭区法律援助中心')
  await form.getByLabel('请对方做什么').fill('请受理她的法律援助申请，指派律师代为申请劳动仲裁。')
  await form.getByLabel('提供的依据').selectOption({ label: '本人同意' })
  await look(page, 'need-referral')
  await send('登记转介')
  await part('办理').getByText('已转，等对方回音').waitFor()

  await page.getByRole('button', { name: '登记回音' }).click()
  await form.getByLabel('回音').selectOption({ label: '对方已经答复' })
  await form.getByLabel('对方怎么说').fill('十九日指派律师，二十日公司补发两个月，余下一个月写了还款日期。')
  await look(page, 'need-reply')
  await send('登记回音')
  await part('办理').getByText('对方已答复').first().waitFor()
  await look(page, 'need-handling')

  const settling = journey(page, 'settle a need and say how she was told')
  await settling.click('button', '登记办理结果')
  await settling.choose(/^办理结果/, '已解决')
  await settling.type(/^结果/, '公司补发两个月工资，余下一个月写明十二月五日前付清。')
  await look(page, 'need-outcome')
  await settling.press(form.getByRole('button', { name: '登记结果', exact: true }))
  await form.waitFor({ state: 'detached' })
  settling.tell()
  const { typed, clicks } = settling.cost()
  assert.equal(typed, 1)
  assert.ok(clicks <= 4)
  await part('办结和告知本人').getByText('还没有告知本人').waitFor()

  const telling = journey(page, 'tell her and make a link')
  await telling.click('button', '登记告知本人')
  await telling.choose('怎么告知本人的', '发消息说明结果，附答复链接')
  await look(page, 'need-tell')
  await telling.press(form.getByRole('button', { name: '登记告知并办结' }))
  const shown = form.locator('code')
  await shown.waitFor()
  link = (await shown.textContent()) ?? ''
  await look(page, 'need-link')
  await send('已经交给本人')
  telling.tell()
  t.diagnostic(`settled: ${typed} typed, ${clicks} clicks; told: ${telling.cost().clicks} clicks`)

  const phone = page.getByRole('button', { name: '登记电话回访' })
  await phone.waitFor()
  assert.equal(await phone.getAttribute('aria-disabled'), 'true')
  await page.getByText('回访请由没有参与的同事登记').first().waitFor()
  const refused = await page.evaluate(async (id) => {
    const body = JSON.stringify({ solved: 'yes', satisfied: 'yes', onDay: '2026-11-20', version: 1 })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`/api/needs/${id}/answers`, { method: 'POST', headers, body })).text()
  }, need)
  assert.match(refused, /由没有参与办理的同事回访登记/)
  assert.deepEqual(faults, [])
})

test('she answers on her phone, once; a second use is refused in words', async () => {
  const { page, faults } = await openAt(browser, LAST_DAY, link, 390)
  const sent = page.getByRole('button', { name: '提交答复' })
  await sent.waitFor()
  assert.equal(((await page.locator('body').textContent()) ?? '').includes('工资'), false)
  await look(page, 'answer')
  await sent.click()
  await page.getByRole('alert').first().waitFor()
  await look(page, 'answer-faults')

  const answering = journey(page, 'her answer')
  await answering.press(page.getByLabel('解决了', { exact: true }))
  await answering.press(page.getByLabel('满意', { exact: true }))
  await answering.type('想说的话', '钱到账了，谢谢一直打电话问的同志。')
  await answering.press(sent)
  await page.getByText('已经收到').waitFor()
  answering.tell()
  await look(page, 'answer-done')
  assert.deepEqual(await page.context().cookies(), [])

  const again = await openAt(browser, LAST_DAY, link, 390)
  await again.page.getByText('这个链接已用过、已过期或不完整').waitFor()
  await look(again.page, 'answer-spent')
  assert.equal(await again.page.getByRole('button', { name: '提交答复' }).count(), 0)
  assert.deepEqual([...faults, ...again.faults], [])
})

test('her answer stands on the need, below how it ended', async () => {
  const { page, faults } = await example.as(browser, 'mengqingzhi')
  await page.goto(`${example.origin}/needs/${need}`)
  const closing = page.getByRole('region', { name: '办结和告知本人' })
  await closing.getByText('解决了，满意').waitFor()
  await closing.getByText('钱到账了').waitFor()
  const parts = await page.locator('main h2').allInnerTexts()
  const order = ['她说的', '分诊', '期限', '办理', '办结和告知本人', '办理记录']
  assert.deepEqual(
    parts.filter((each) => order.includes(each)),
    order,
  )
  await look(page, 'need-closed')
  assert.deepEqual(faults, [])
})

const CALL = {
  channel: 'call',
  receivedOn: '2026-11-18',
  line: '餐馆欠她三个月工资，经理不接电话',
  category: 'labour',
  area: '云岭区',
  facts: '她在云岭区一家餐馆做后厨，八月到十月的工资没有发。经理先说等回款，后来不接电话。',
  wish: '把三个月工资要回来。',
  asker: { name: '罗女士', phone: '14100003188', note: '' },
}
