import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { acting } from '../database/acting.ts'
import { LAST_DAY } from '../example/play.ts'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures, type Watched, WIDTHS } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'

const PICTURES = join(import.meta.dirname, '../../.cache/pictures')
const example = await openExample()
let browser: Browser
let watched: Watched
let election = ''

const api = async (page: Page, method: string, path: string, body?: unknown) => {
  const asked = { method, path, body }
  const told = await page.evaluate(async ({ method, path, body }) => {
    const response = await fetch(path, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    })
    return { ok: response.ok, answer: await response.json() }
  }, asked)
  assert.ok(told.ok, JSON.stringify(told.answer))
  return told.answer
}

before(async () => {
  browser = await openBrowser()
  watched = await example.as(browser, 'gumingyi')
  const { page } = watched
  const { units } = await api(page, 'GET', '/api/units')
  const branch = units.find(({ name }: { name: string }) => name === '市妇联机关党支部')
  const plan = { form: 'committee', seats: 5, deputies: 1, plannedOn: LAST_DAY, superior: '市直机关工委' }
  const begun = await api(page, 'POST', `/api/units/${branch.id}/elections`, { kind: 'renewal', ...plan })
  election = begun.id
  const { people } = await api(page, 'GET', `/api/elections/${election}/voters`)
  const may = { 'election.lead': ['/'], 'election.read': ['/'] }
  await acting(example.database, { organ: example.organ, person: null, operation: 'test', may }, (tx) =>
    tx
      .insertInto('electionCandidate')
      .values(
        people
          .filter(({ place }: { place: string }) => place === 'voter')
          .slice(4, 10)
          .map(({ personId, name }: { personId: string; name: string }) => ({
            electionId: election,
            unitId: branch.id,
            role: 'member',
            personId,
            name,
            proposedOn: '2026-10-12',
            introducedOn: LAST_DAY,
          })),
      )
      .execute(),
  )
})
after(async () => {
  await browser?.close()
  example.close()
})

/** Looks at the page at desk and phone width. */
const look = async (name: string): Promise<void> => {
  const { page, faults } = watched
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `election-${name}`)
  assert.deepEqual(faults, [], name)
}

const counted = { clicks: 0, fields: 0 }
const click = async (name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
  counted.clicks += 1
  await watched.page.getByRole(role, { name }).first().click()
}
const type = async (label: string | RegExp, text: string): Promise<void> => {
  counted.fields += 1
  await watched.page.getByLabel(label).first().fill(text)
}
const step = (name: string) => watched.page.getByRole('heading', { level: 2, name }).waitFor()
const at = (path: string) => watched.page.goto(`${example.origin}/elections/${election}${path}`)

test('the list of voters says who may vote and why others may not; one long ill is put down to be left out', async () => {
  const { page } = watched
  await at('/voters')
  await page.getByText(/应到会有选举权 \d+ 人/).waitFor()
  await look('voters-before')
  await click('提请不计入')
  const form = page.getByRole('dialog')
  const first = await page.getByRole('listitem').last().textContent()
  await form.getByLabel('哪一位').fill(first ?? '')
  await page.keyboard.press('Enter')
  await form.getByLabel('情形').selectOption('illness')
  await type('情况', '住院两年，不能表达意愿')
  await form.getByLabel(/^报上级的日期/).fill('2026-10-20')
  await form.getByLabel(/^上级同意的日期/).fill('2026-10-28')
  await look('voters-form')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('大会还没有通过').waitFor()
  await look('voters')
})

test('the meeting is planned, opened, counted and led through its agenda', async (t) => {
  const { page } = watched
  await at('/meeting')
  counted.clicks = 0
  counted.fields = 0
  await page.getByRole('heading', { name: '安排大会' }).waitFor()
  await look('meeting-plan')
  await type(/^地点/, '三楼会议室')
  await click('安排大会')
  await page.getByRole('button', { name: '开会，固定名单' }).waitFor()
  await look('meeting-planned')
  await click('开会，固定名单')
  await step('宣布开会，点到会')
  const lines = page.getByRole('group')
  counted.clicks += 3
  await lines.nth(1).getByText('请假').click()
  await lines.nth(2).getByText('请假').click()
  await lines.nth(3).getByText('缺席').click()
  await click('其余都到会')
  await page.getByText('未填 0').waitFor()
  await look('meeting-attendance')
  assert.match((await page.getByRole('status').first().textContent()) ?? '', /请假 2.*缺席 1.*未填 0/)
  for (const title of [
    '通过不计入应到会的人员',
    '上届委员会工作报告',
    '通过选举办法',
    '介绍和通过候选人名单',
  ]) {
    await click(title)
    await step(title)
    await click('登记表决')
    await page.getByText(/^通过：实到/).waitFor()
  }
  await look('meeting-motion')
  await click('通过监票人、计票人')
  await step('通过监票人、计票人')
  const { gathering } = await api(page, 'GET', `/api/elections/${election}/meetings/members`)
  const here = gathering.seats.filter(({ state }: { state: string }) => state === 'present').slice(-4)
  for (const [at, label] of ['监票人', '监票人', '计票人', '计票人'].entries()) {
    counted.clicks += 1
    await page.getByLabel(label, { exact: true }).fill(here[at].name)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  await look('meeting-officers')
  await click('保存人选')
  await page.getByRole('button', { name: '登记表决' }).waitFor()
  await click('登记表决')
  await page.getByText(/^通过：实到/).waitFor()
  await look('meeting')
  t.diagnostic(`meeting day up to the ballots: ${counted.clicks} clicks, ${counted.fields} typed fields`)
})

test('the screen of the room shows one step at a time, large, and nothing personal', async () => {
  const { page } = watched
  const meeting = await api(page, 'GET', `/api/elections/${election}/meetings/members`)
  const of = `/api/elections/${election}`
  const { gathering } = meeting
  const begun = await api(page, 'POST', `${of}/rounds`, {
    gathering: gathering.id,
    role: 'member',
    form: 'totals',
    among: null,
    consent: null,
    version: meeting.version,
  })
  const roundOf = (view: { gatherings: { roles: { rounds: { id: string }[] }[] }[] }) =>
    view.gatherings[0]?.roles[0]?.rounds[0] as never as {
      id: string
      version: number
      names: { id: string }[]
    }
  const round = roundOf(begun)
  const { present } = gathering.presence
  const saved = await api(page, 'PUT', `${of}/rounds/${round.id}`, {
    form: 'totals',
    printed: present + 2,
    issued: present,
    spoiled: 0,
    returned: present,
    void: 1,
    votes: round.names.map(({ id }, at) => ({
      id,
      approve: at < 5 ? present - 1 - at : 5,
      oppose: at < 5 ? at : present - 6,
      abstain: 0,
    })),
    writeIns: [],
    version: round.version,
  })
  await api(page, 'POST', `${of}/rounds/${round.id}/closing`, {
    signedBy: gathering.officers
      .filter(({ role }: { role: string }) => role === 'scrutineer')
      .map(({ id }: { id: string }) => id),
    roundVersion: roundOf(saved).version,
    version: saved.version,
  })

  mkdirSync(PICTURES, { recursive: true })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await at('/room')
  await page.getByRole('navigation', { name: '议程' }).waitFor()
  const heading = page.getByRole('heading', { level: 1 })
  for (let back = 0; back < 14; back += 1) await page.keyboard.press('ArrowLeft')
  const seen: string[] = []
  for (let at = 0; at < 14; at += 1) {
    const title = (await heading.textContent()) ?? ''
    if (seen.includes(title)) break
    seen.push(title)
    await page.screenshot({ path: join(PICTURES, `election-room-${seen.length}.png`) })
    const { fits } = await page.evaluate(() => ({
      fits: document.documentElement.scrollHeight <= 1080 && document.documentElement.scrollWidth <= 1920,
    }))
    assert.ok(fits, `${title} fits the wall`)
    const text = await page.locator('main').textContent()
    assert.doesNotMatch(text ?? '', /住院|不能表达|留党察看/)
    await findsNothing(page, `room: ${title}`)
    await page.keyboard.press('ArrowRight')
  }
  assert.ok(seen.some((title) => /宣布委员选举结果/.test(title)))
  await page.setViewportSize({ width: 390, height: 844 })
  await findsNothing(page, 'room at 390 px')
  assert.deepEqual(watched.faults, [])
})
