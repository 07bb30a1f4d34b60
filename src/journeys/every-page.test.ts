import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { findsNothing, takePictures, type Watched, WIDTHS } from '../web/looking.ts'
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

/** What is written in Latin letters for good reason: files by their endings, programs by their names, the example's accounts. */
const ALLOWED = /\b(docx|xlsx|xls|csv|ics|Word|Excel|zhixing|[a-z]+(?=@)|https?:\/\/\S+)\b/g

/** Words of English, or an identifier of ours, that a Chinese reader would stumble over. */
const strangeWords = async (page: Page): Promise<string[]> => {
  const text = await page.evaluate(`document.body.innerText`)
  const own = [example.origin, ...example.userNames]
  const rest = own.reduce((left, each) => left.replaceAll(each, ''), String(text)).replaceAll(ALLOWED, '')
  return [...new Set(rest.match(/[A-Za-z]{4,}/g))]
}

/** Looks at the page as it stands: its accessibility and its words at desk and phone width, its picture at both. */
const look = async ({ page, faults }: Watched, name: string): Promise<void> => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await findsNothing(page, `${name} at ${width} px`)
  }
  assert.deepEqual(await strangeWords(page), [], name)
  await page.setViewportSize({ width: WIDTHS[0], height: 900 })
  await takePictures(page, `page-${name}`)
  assert.deepEqual(faults, [], name)
}

// Asked at every frame: waiting for a locator would rest for half a second between its looks.
const READ = `new Promise((resolve, reject) => {
  const began = performance.now()
  const look = () => {
    if (document.querySelector('main h1') && !document.body.textContent.includes('正在读取')) resolve()
    else if (performance.now() - began > 12_000) reject(new Error('the page was not read'))
    else requestAnimationFrame(look)
  }
  look()
})`

const visit = async (watched: Watched, path: string, name: string): Promise<void> => {
  await watched.page.goto(`${example.origin}${path}`)
  await watched.page.evaluate(READ)
  await look(watched, name)
}

/** The address of a meeting by its day and title. */
const meetingOn = async ({ page }: Watched, heldOn: string, title: string): Promise<string> => {
  const { units } = await (await page.request.get(`${example.origin}/api/units`)).json()
  const branch = units.find(({ name }: { name: string }) => name === '市妇联机关党支部')
  const list = await page.request.get(`${example.origin}/api/units/${branch.id}/meetings?year=2026&limit=100`)
  const { meetings } = await list.json()
  const found = meetings.find(
    (each: { heldOn: string; title: string }) => each.heldOn === heldOn && each.title.includes(title),
  )
  assert.ok(found, `${heldOn} ${title}`)
  return `/meetings/${found.id}`
}

/** Where a link of that name on a page leads. */
const linkOn = async ({ page }: Watched, path: string, name: string): Promise<string> => {
  await page.goto(`${example.origin}${path}`)
  return (await page.getByRole('link', { name }).first().getAttribute('href')) ?? ''
}

test('what the keeper of the roster opens', async () => {
  const watched = await example.as(browser, 'dingsuyun')
  const paths = {
    today: '/',
    meetings: '/meetings',
    plan: '/meetings/plan',
    'plan-committee': '/meetings/plan?kind=committee-meeting',
    members: '/members',
    posts: '/posts',
    units: '/units',
    roster: '/roster',
    parameters: '/parameters',
    settings: '/settings',
    account: '/account',
    templates: '/templates',
    archives: '/archives',
    talks: '/talks',
    needs: '/needs',
    'needs-receive': '/needs/receive',

    study: '/study',
    'study-plan': '/study?tab=plan',
    'study-hours': '/study?tab=hours',
    'study-training': '/study?tab=training',
    'study-record': '/study/record',
    outreach: '/outreach',
    'outreach-record': '/outreach/record',
    appraisals: '/appraisals',
    changes: '/changes',
    floating: '/changes/floating',
    care: '/care',
    elsewhere: '/nowhere',
  }
  for (const [name, path] of Object.entries(paths)) await visit(watched, path, name)
  await watched.page.goto(`${example.origin}/members`)
  const person = await watched.page.getByRole('link', { name: '范晓东' }).getAttribute('href')
  await visit(watched, person ?? '', 'person')
  for (const [name, of] of [
    ['probation', '尤佳'],
    ['transfer', '陶然'],
  ] as const) {
    await watched.page.goto(`${example.origin}/changes`)
    await watched.page.getByRole('link', { name: of }).click()
    await watched.page.getByRole('heading', { level: 1, name: of }).waitFor()
    await look(watched, name)
  }
  await visit(watched, await meetingOn(watched, '2026-11-25', '支部委员会会议'), 'meeting-planned')
  await visit(watched, await meetingOn(watched, '2026-11-18', '组织生活会'), 'meeting-draft')
  await visit(watched, await linkOn(watched, '/study', '妇女权益保障法里的用人单位责任'), 'study-session')
  await visit(watched, await linkOn(watched, '/outreach', '女职工劳动保护特别规定'), 'outreach-lecture')
})

test('the terms of every unit, and an election being opened', async () => {
  const watched = await example.as(browser, 'luwenyin')
  const { page } = watched
  await visit(watched, '/elections', 'elections')
  await page.getByRole('button', { name: '开始换届' }).first().click()
  await page.getByRole('dialog').getByText('请示最迟').waitFor()
  await look(watched, 'election-open')
  await page.goto(`${example.origin}/units`)
  const union = page.locator('main').getByText('市妇联机关工会', { exact: true }).locator('xpath=../..')
  await union.getByRole('button', { name: '届次' }).click()
  await page.getByText('经批准调整').waitFor()
  await look(watched, 'unit-terms')
})

test('theme days, hand-overs and what is one’s own to do', async () => {
  const watched = await example.as(browser, 'gumingyi')
  await visit(watched, '/theme-days', 'theme-days')
  await visit(watched, '/meetings/plan?kind=theme-day', 'plan-theme-day')
  await visit(watched, '/handovers', 'handovers')
  await watched.page.getByRole('link', { name: '市妇联机关党支部书记' }).click()
  await watched.page.getByRole('heading', { name: '各项情况' }).waitFor()
  await look(watched, 'handover')
  const member = await example.as(browser, 'linzhixia')
  await visit(member, '/me/tasks', 'tasks')
  await visit(member, '/handovers', 'handovers-none')
})

test('what the secretary opens', async () => {
  const watched = await example.as(browser, 'gumingyi')
  const stages = {
    'meeting-recorded': ['2026-11-13', '党课'],
    'meeting-late': ['2026-05-20', '支部委员会会议'],
    'meeting-vote-failed': ['2026-09-18', '党员大会'],
    'meeting-amended': ['2026-07-10', ''],
    'meeting-cancelled': ['2026-08-14', ''],
  } as const
  for (const [name, [day, title]] of Object.entries(stages))
    await visit(watched, await meetingOn(watched, day, title), name)
  await visit(watched, '/audit', 'audit')
  await visit(watched, '/analyses', 'analyses')
  await visit(watched, '/me/talks', 'talks-own')
  await watched.page.getByRole('link', { name: '与 钟丽华' }).click()
  await watched.page.getByRole('heading', { name: '谈心记录' }).waitFor()
  await look(watched, 'talk')
  await visit(watched, '/year', 'year')
  await watched.page
    .getByRole('button', { name: /期限已过，没有记录/ })
    .first()
    .click()
  await watched.page.getByRole('dialog').getByText('可以做什么').waitFor()
  await look(watched, 'year-why')
})

test('what a member, a superior and the person at the door open', async () => {
  const member = await example.as(browser, 'linzhixia')
  for (const [name, path] of Object.entries({
    'today-member': '/',
    me: '/me',
    'me-changes': '/me/changes',
    rules: '/rules',
    reminders: '/reminders',
    'own-analysis': '/me/analyses',
    'self-check': '/me/self-check',
    openings: '/me/openings',
    'own-study': '/me/study',
    'visits-record': '/visits/record',
    outbox: '/outbox',
  }))
    await visit(member, path, name)
  const superior = await example.as(browser, 'shenjinglan')
  await visit(superior, '/summary', 'summary')
  await visit(superior, '/year', 'year-general')
  await superior.page.getByRole('button', { name: '退出' }).click()
  await superior.page.getByRole('heading', { name: '登录' }).waitFor()
  await look(superior, 'sign-in')
  await superior.page.goto(`${example.origin}/invitation#long-used-and-gone`)
  await superior.page.getByRole('heading', { name: '启用账号' }).waitFor()
  await look(superior, 'invitation')
})
