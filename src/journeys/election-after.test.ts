import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { walking } from '../elections/fixtures/walking.ts'
import { addressOf } from '../http/call.ts'
import type { Answer, Endpoint, Input } from '../http/endpoint.ts'
import type { Refusal } from '../kernel/outcome.ts'
import type { Someone } from '../meetings/fixtures/branch.ts'
import { listUnits } from '../organs/contract.ts'
import { listMembers } from '../people/contract.ts'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures, WIDTHS } from '../web/looking.ts'
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

const HELD = '2026-11-12'
const COMMITTEE = ['卢文茵', '丁素云', '贺佳宁', '顾明漪', '林知夏']

/** Asks as the page does, with the cookies of whoever has signed in on it. */
const askingOn = (page: Page) => ({
  ask: async <E extends Endpoint>(_: Someone, endpoint: E, input: Input<E>) => {
    const { body } = input as { body?: unknown }
    const response = await page.request.fetch(`${example.origin}${addressOf(endpoint, input)}`, {
      method: endpoint.method.toUpperCase(),
      ...(body === undefined
        ? {}
        : { data: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const told = await response.json()
    return { status: response.status(), answer: told as Answer<E>, refusal: told as Refusal }
  },
})

const elected = async (page: Page): Promise<string> => {
  const { ask } = askingOn(page)
  const as = { organ: '', person: '', name: '', grants: {} }
  const { units } = (await ask(as, listUnits, { query: {} })).answer
  const branch = units.find(({ name }) => name === '市妇联机关党支部')!
  const roster = await ask(as, listMembers, { params: { unit: branch.id }, query: { on: HELD, limit: 200 } })
  const idOf = (name: string) => roster.answer.members.find((each) => each.name === name)!.id
  const walk = await walking({ ask }, as, branch.id, {
    kind: 'renewal',
    form: 'committee',
    seats: 5,
    deputies: 1,
    plannedOn: HELD,
    superior: '澄川市市级机关工委',
  })
  const standing = [...COMMITTEE, '江若兰']
  await walk.propose('member', { people: standing.map(idOf) }, '2026-10-15')
  const meeting = await walk.gather('members', HELD, { id: idOf('卢文茵'), name: '卢文茵' }, 27)
  const others = meeting.present.filter(({ name }) => !standing.includes(name))
  await walk.officers(
    meeting.gathering,
    others.slice(0, 3).map(({ personId, name }) => ({ personId, name })),
  )
  const votes = Object.fromEntries(standing.map((name, at) => [name, at < 5 ? 24 : 10]))
  await walk.vote(meeting.gathering, 'member', 27, votes)
  await walk.propose('secretary', { people: [idOf('顾明漪')] }, '2026-10-15')
  await walk.propose('deputy-secretary', { people: [idOf('卢文茵')] }, '2026-10-15')
  const plenary = await walk.gather('committee', HELD, { id: idOf('林知夏'), name: '林知夏' }, 5)
  await walk.officers(
    plenary.gathering,
    ['丁素云', '贺佳宁', '林知夏'].map((name) => ({ personId: idOf(name), name })),
  )
  await walk.vote(plenary.gathering, 'secretary', 5, { 顾明漪: 5 })
  await walk.vote(plenary.gathering, 'deputy-secretary', 5, { 卢文茵: 5 })
  return walk.election
}

test('from the announcement to the hand-over: the organisation member brings a result into effect', async (t) => {
  const watched = await example.as(browser, 'dingsuyun')
  const { page } = watched
  const election = await elected(page)
  const walk = journey(page, 'bring a result into effect')
  await page.goto(`${example.origin}/elections/${election}/after`)
  await page.getByRole('heading', { name: '当选名单', exact: true }).waitFor()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `after an election at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, 'election-after')

  await walk.click('button', '登记宣布当选名单')
  await walk.press(page.getByRole('button', { name: '登记', exact: true }))
  await page.getByRole('button', { name: '更正宣布当选名单' }).waitFor()

  const closed = () => page.getByRole('dialog').waitFor({ state: 'hidden' })
  await closed()
  await walk.click('button', '登记委员分工')
  for (const [name, duty] of [
    ['丁素云', '组织'],
    ['贺佳宁', '宣传'],
    ['林知夏', '纪检'],
  ] as const)
    await walk.press(page.getByRole('group', { name }).getByLabel(duty))
  await findsNothing(page, 'the division of work')
  await takePictures(page, 'election-division')
  await walk.click('button', '登记分工')
  await page.getByRole('button', { name: '更正委员分工' }).waitFor()

  await closed()
  await walk.click('button', '登记报告选举结果')
  await walk.type('日期', '2026-11-13')
  await walk.type('文号（可不填）', '澄妇机支〔2026〕6号')
  await walk.press(page.getByRole('button', { name: '登记', exact: true }))
  await page.getByRole('button', { name: '更正报告选举结果' }).waitFor()

  await closed()
  await walk.click('button', '登记上级批复')
  await walk.type('批复日期', '2026-11-17')
  await walk.type('文号（可不填）', '澄工委〔2026〕58号')
  await takePictures(page, 'election-approval')
  await walk.click('button', '登记批复')
  await page.getByRole('button', { name: '更正上级批复' }).waitFor()

  await closed()
  await page.getByText('林知夏 · 纪检委员').waitFor()
  await takePictures(page, 'election-effect')
  await walk.click('button', '使选举结果生效')
  await takePictures(page, 'election-effect-asked')
  await walk.press(page.getByRole('dialog').getByRole('button', { name: '使选举结果生效' }))
  await page.getByText('纪检委员：孟庆芝 交 林知夏').waitFor()
  await findsNothing(page, 'an election in effect')
  await takePictures(page, 'election-in-effect')
  await walk.click('button', '开出交接表')
  await page.getByRole('heading', { name: /工作交接表/ }).waitFor()
  const { typed, clicks } = walk.cost()
  t.diagnostic(`an election's result into effect: ${typed} typed fields, ${clicks} clicks`)
  assert.deepEqual(watched.faults, [])

  // Access goes with the post: the new discipline member reads what she could not read before.
  const fresh = await example.as(browser, 'linzhixia')
  await fresh.page.goto(`${example.origin}/elections/${election}/after`)
  await fresh.page.getByRole('heading', { name: '当选名单', exact: true }).waitFor()
  assert.deepEqual(fresh.faults, [])
})
