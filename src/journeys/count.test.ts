import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { acting } from '../database/acting.ts'
import { plantElection } from '../elections/fixtures/planting.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'
import { storyOn } from './fixtures/story.ts'

// The count of one meeting, told in order: by totals, then for the missing seat sheet by sheet, at the keyboard alone.

const example = await openExample()
const FOUR = ['丁一', '王二', '孙三', '李四']
let browser: Browser
let page: Page
let faults: string[]
let address: string
const step = storyOn(() => page)
before(async () => {
  browser = await openBrowser()
  const { organ, database } = example
  const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
  const planted = await acting(database, { organ, person: null, operation: 'test', may }, async (tx) => {
    const unit = await tx
      .selectFrom('unit')
      .select('id')
      .where('name', '=', '市妇联机关党支部')
      .executeTakeFirstOrThrow()
    const people = await tx
      .selectFrom('person')
      .innerJoin('membership', 'membership.personId', 'person.id')
      .select(['person.id as person', 'person.name'])
      .where('membership.unitId', '=', unit.id)
      .limit(9)
      .execute()
    const candidates = { member: FOUR }
    return plantElection(tx, unit.id, people, { kind: 'by-election', seats: 3, present: 8, candidates })
  })
  assert.ok(!('refused' in planted))
  address = `${example.origin}/elections/${planted.id}/count`
  ;({ page, faults } = await example.as(browser, 'gumingyi'))
})
after(async () => {
  await browser?.close()
  example.close()
})

const looked = async (name: string): Promise<void> => {
  await findsNothing(page, name)
  await takePictures(page, `count-${name}`)
  assert.deepEqual(faults, [], name)
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const saved = () => page.getByText('草稿已保存').waitFor()

step('the ballots are given out, and what does not add up is told at its place', async () => {
  await page.goto(address)
  await page.getByText('到会人数符合规定').waitFor()
  await looked('start')
  await press('发票，开始投票')
  await page.getByLabel('收回').fill('8')
  for (const [name, approve, oppose] of [
    ['丁一', 8, 0],
    ['王二', 6, 2],
    ['孙三', 4, 4],
    ['李四', 4, 5],
  ] as const) {
    await page.getByLabel(`${name}赞成票`).fill(String(approve))
    await page.getByLabel(`${name}反对票`).fill(String(oppose))
  }

  await page.getByText(/“李四”赞成 4、反对 5，合计 9 票，多于有效票 8 张/).waitFor()
  await looked('fault')
})

step('mended, it is judged and closed; two are elected and one seat is left', async () => {
  await page.getByLabel('李四反对票').fill('4')
  await page.getByText('选举有效。发出').waitFor()
  await saved()
  await looked('judged')
  await press('封定结果')
  await page.getByRole('dialog').getByRole('button', { name: '封定结果' }).click()
  await page.getByText('已当选 2 人：丁一、王二').waitFor()
  await looked('closed')
})

step('for the seat left two tellers read the sheets at the keyboard, neither seeing the other', async () => {
  await page.getByLabel('怎样计票').selectOption('sheets')
  await press('发票，再次投票')
  await page.getByLabel('收回').fill('8')
  await saved()
  for (const [turn, teller] of ['计票甲', '计票乙'].entries()) {
    await page.getByLabel('读票的计票人').first().selectOption({ label: teller })
    await page.getByRole('button', { name: '开始读票' }).first().click()
    await page.getByRole('heading', { name: teller }).waitFor()
    await page.locator('[data-row]').first().waitFor()
    for (let sheet = 1; sheet <= 8; sheet += 1) {
      await page.getByText(`第 ${sheet} 张`).waitFor()
      // The second teller misreads the fifth sheet.
      const keys = sheet <= 5 && !(turn === 1 && sheet === 5) ? ['1', '2'] : ['2', '1']
      for (const key of keys) await page.keyboard.press(key)
      if (turn === 0 && sheet === 3) await looked('reading')
      await page.keyboard.press('Enter')
      await page.getByText(`已存 ${sheet} 张`).waitFor()
    }
    await press('这一遍读完了')
    await page.getByText(`已读完 8 张`).first().waitFor()
  }
})

step('the sheet on which they differ is shown and settled; the count elects the third', async () => {
  await page.getByRole('status').filter({ hasText: '有 1 张不一致' }).waitFor()
  await looked('compared')
  await press('第一遍对')
  await page.getByText('每一张都一致').waitFor()
  await press('封定结果')
  await page.getByRole('dialog').getByRole('button', { name: '封定结果' }).click()
  await page.getByText('已当选 3 人').waitFor()
  await looked('done')
})
