import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
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

const KEEPER = ['今日', '年历', '组织生活', '走访与需求', '人与组织', '文书与归档', '规则', '我的', '设置']
const OFFICER = ['今日', '年历', '组织生活', '走访与需求', '人与组织', '规则', '我的', '设置']

/** Who signs in, the ways she sees, and what stays shut when she types its address. */
const PEOPLE: readonly (readonly [
  who: string,
  userName: string,
  ways: readonly string[],
  shut: readonly string[],
])[] = [
  ['a secretary', 'gumingyi', KEEPER, ['/summary']],
  ['the leader of a group', 'baiyujie', OFFICER, ['/summary', '/archives', '/audit']],
  [
    'a member',
    'linzhixia',
    ['今日', '走访与需求', '规则', '我的', '设置'],
    ['/year', '/meetings', '/meetings/plan', '/members', '/summary', '/archives', '/audit'],
  ],
  [
    'a superior',
    'shenjinglan',
    ['今日', '年历', '组织生活', '走访与需求', '下级汇总', '人与组织', '文书与归档', '规则', '我的', '设置'],
    [],
  ],
  [
    'the operator',
    'yuanlixin',
    ['今日', '走访与需求', '规则', '我的', '设置'],
    ['/year', '/meetings', '/members', '/audit'],
  ],
]

for (const [who, userName, ways, shut] of PEOPLE)
  test(`${who} sees her own ways in and is told calmly what is not hers`, async () => {
    const { page, faults } = await example.as(browser, userName)

    const menu = page.getByRole('navigation').first().getByRole('link')
    assert.deepEqual(await menu.allTextContents(), ways)
    for (const path of shut) {
      await page.goto(`${example.origin}${path}`)
      await page
        .getByText(/您的职务不能|由支委会成员或党小组长办理/)
        .first()
        .waitFor()
    }
    assert.deepEqual(
      // Also what was being asked for when she went on to the next address.
      faults.filter((fault) => !fault.startsWith('Refused: ')),
      [],
    )
  })
