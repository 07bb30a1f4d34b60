import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../web/browser.ts'
import { journey } from '../web/journey.ts'
import { findsNothing, takePictures } from '../web/looking.ts'
import { openExample } from './fixtures/product.ts'

// A visit in a stairwell: written without a network, kept encrypted, sent when there is one.

const example = await openExample()
const RECORD = `${example.origin}/visits/record`
const OUTBOX = `${example.origin}/outbox`
let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  example.close()
})

const KEPT = `new Promise((resolve) => {
  const { serviceWorker } = navigator
  if (serviceWorker.controller) resolve()
  else serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true })
})`

/** Opens the page once, so that the device has all it needs, and waits until the browser keeps it. */
const ready = async (userName: string, width = 390) => {
  const watched = await example.as(browser, userName, width)
  await watched.page.goto(RECORD)
  await watched.page.getByRole('heading', { name: '走访', exact: true }).waitFor()
  await watched.page.evaluate(KEPT)
  return watched
}

const chooses = (page: Page, name: string) => page.getByText(name, { exact: true }).click()
const place = async (page: Page, name: string) => {
  const point = page.getByLabel('联系点', { exact: true })
  // The points are read from the device a moment after the page stands.
  await point
    .or(page.getByLabel('地点', { exact: true }))
    .first()
    .waitFor()
  if (await point.count()) await point.selectOption({ label: '其他地方' })
  await page.getByLabel('地点', { exact: true }).fill(name)
}

/** Fills the least of a visit. */
const write = async (page: Page, seen: string, where = '云岭路口') => {
  await place(page, where)
  await page.getByLabel('看到听到什么').fill(seen)
  await chooses(page, '同意记录')
}
const handIn = async (page: Page) => {
  await page.getByRole('button', { name: '写好了，上传' }).click()
  await page.getByRole('heading', { name: '待传', level: 1 }).waitFor()
}
const fresh = async (page: Page) => {
  await page.getByRole('link', { name: '记一次走访' }).click()
  await page.getByRole('heading', { name: '走访', exact: true }).waitFor()
}

/** All that lies on the device, as one text: every row of the database, every kept file, every stored value. */
const dump = (page: Page): Promise<string> =>
  page.evaluate(`(async () => {
    const told = []
    const text = (value) => {
      if (value instanceof CryptoKey) return 'CRYPTO KEY ' + value.type
      if (ArrayBuffer.isView(value)) return Array.from(value, (byte) => String.fromCharCode(byte)).join('') + new TextDecoder().decode(value)
      if (value && typeof value === 'object') return Object.entries(value).map(([name, each]) => name + '=' + text(each)).join(';')
      return String(value)
    }
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => { const r = indexedDB.open(name); r.onsuccess = () => resolve(r.result) })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => { const r = database.transaction(store).objectStore(store).getAll(); r.onsuccess = () => resolve(r.result) })
        told.push(store, ...rows.map(text))
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const store = await caches.open(name)
      for (const request of await store.keys()) told.push('CACHED ' + new URL(request.url).pathname, await (await store.match(request)).text())
    }
    told.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie)
    return told.join('\\n')
  })()`)

test('a visit with one need takes at most seven fields on a phone', async (t) => {
  const { page, faults } = await ready('linzhixia')
  const walk = journey(page, 'visit with one need at 390 px')
  await place(page, '')
  await walk.type('地点', '云岭路社区')
  await walk.type('和谁谈的', '两位新手妈妈')
  await walk.type('看到听到什么', '社区没有托育点，最近的在三公里外。')
  await walk.press(page.getByText('同意记录', { exact: true }))
  await walk.click('button', '加一件需求')
  await walk.type('需求 1 一句话', '想在社区附近找到托育点')
  await page.getByLabel('需求 1 类别').selectOption({ label: '家庭教育' })
  await walk.type('需求 1 她希望怎样', '半日托也可以')
  await takePictures(page, 'outbox-record')
  await findsNothing(page, '记走访')
  await handIn(page)
  await page.getByText('已上传', { exact: true }).waitFor()
  await takePictures(page, 'outbox-sent')
  // Typed, plus consent and category, which are chosen.
  const fields = walk.cost().typed + 2
  t.diagnostic(`visit with one need: ${fields} fields`)
  process.stdout.write(`# journey "visit with one need at 390 px": ${fields} fields typed or chosen\n`)
  assert.ok(fields <= 7, `${fields} fields`)
  assert.deepEqual(faults, [])
})

test('written without a network, reloaded, counted, and sent by itself when the network is back', async () => {
  const { page } = await ready('linzhixia')
  const { length: before } = await visitsOf(page)
  await page.context().setOffline(true)
  await write(page, '楼道里没有信号时写的话。')
  await handIn(page)
  await page.getByText('等待上传').waitFor()
  await page.getByText('现在没有网络。').waitFor()

  await page.reload()
  await page.getByText('本机有 1 件还没有上传').waitFor()
  await page.getByText('联网登录后可以查看和修改').first().waitFor()
  await takePictures(page, 'outbox-offline')
  await findsNothing(page, '断网的待传')
  await page.goto(RECORD)
  await write(page, '重新打开以后，没有网络也写得下。')
  await handIn(page)
  await page.getByText('本机有 2 件还没有上传').waitFor()

  await page.context().setOffline(false)
  await page.getByText('本机写好的都已上传').waitFor()
  assert.equal((await visitsOf(page)).length, before + 2)
})

const visitsOf = async (page: Page): Promise<{ id: string }[]> => {
  const answer = await page.request.get(`${example.origin}/api/visits?limit=200`)
  return (await answer.json()).visits
}

test('the server is killed and started again in between: it says so, keeps all, and sends', async () => {
  const { page } = await ready('linzhixia')
  const { length: before } = await visitsOf(page)
  example.kill()
  await write(page, '服务器停了也不丢。')
  await handIn(page)
  await page.getByText('服务器没有应答').waitFor()
  await page.reload()
  await page.getByText('本机有 1 件还没有上传').waitFor()
  await example.start()
  await page.reload()
  await page.getByText('本机写好的都已上传').waitFor()
  assert.equal((await visitsOf(page)).length, before + 1)
})

test('one that is refused stands there with its reason, and the others go through', async () => {
  const { page } = await ready('linzhixia')
  await page.context().setOffline(true)
  for (const [seen, on] of [
    ['第一件', '2026-11-19'],
    ['第二件', '2026-11-20'],
    ['第三件', '2026-11-18'],
  ] as const) {
    await page.getByLabel('走访日期', { exact: true }).fill(on)
    await write(page, seen)
    await handIn(page)
    await fresh(page)
  }
  // By the server's calendar the second has not come yet.
  example.clock.today = '2026-11-19'
  await page.getByRole('link', { name: '待传' }).first().click()
  await page.context().setOffline(false)
  await page.getByText('没有收下', { exact: true }).waitFor()
  await page.getByText('2026-11-20 在今天之后。请填写今天或以前的日期。').waitFor()
  await page.getByText('本机有 1 件还没有上传').waitFor()
  assert.equal((await page.getByText('已上传', { exact: true }).count()) >= 2, true)
  await takePictures(page, 'outbox-refused')
  await findsNothing(page, '没有收下的待传')
  example.clock.today = '2026-11-20'
  await page.getByRole('button', { name: '原样再传' }).click()
  await page.getByText('本机写好的都已上传').waitFor()
})

test('two who changed one field see both values, and both can be kept', async () => {
  const one = await ready('linzhixia', 1440)
  await write(one.page, '原来的话。', '会议室')
  await one.page.getByText('同去的人、当场办的、答应办的').click()
  await one.page.getByLabel('同去的人').fill('顾明漪')
  await one.page.keyboard.press('Enter')
  await one.page.keyboard.press('Escape')
  await handIn(one.page)
  await one.page.getByText('本机写好的都已上传').waitFor()
  const href = await one.page.getByRole('link', { name: '看走访记录' }).last().getAttribute('href')
  const id = href?.split('/').at(-1) ?? ''

  const other = await ready('gumingyi')
  for (const { page } of [one, other]) {
    await page.goto(`${RECORD}?visit=${id}`)
    await page.getByLabel('看到听到什么').waitFor()
  }
  await one.page.getByLabel('看到听到什么').fill('林知夏补的话。')
  await handIn(one.page)
  await one.page.getByText('本机写好的都已上传').waitFor()
  await other.page.getByLabel('看到听到什么').fill('顾明漪补的话。')
  await other.page.getByLabel('当场办了什么').fill('当场联系了物业。')
  await handIn(other.page)
  await other.page.getByText('两人都改过').waitFor()
  await other.page.getByRole('heading', { name: /林知夏也改过/ }).waitFor()
  await takePictures(other.page, 'outbox-conflict')
  await findsNothing(other.page, '两人都改过的待传')
  assert.match((await other.page.locator('main').textContent()) ?? '', /顾明漪补的话。[\s\S]*林知夏补的话。/)
  await other.page.getByText('两处都留', { exact: true }).click()
  await other.page.getByRole('button', { name: '按选定的保存' }).click()
  await other.page.getByText('本机写好的都已上传').waitFor()
  const { words } = await (await other.page.request.get(`${example.origin}/api/visits/${id}`)).json()
  assert.equal(words.seen, '林知夏补的话。\n顾明漪补的话。')
  assert.equal(words.done, '当场联系了物业。')
})

test('a lost phone holds ciphertext: no word of a draft, no private key, no answer of the server', async () => {
  const { page } = await ready('linzhixia')
  await page.context().setOffline(true)
  await write(page, '她说夜里不敢回家。', '秘密地点某号')
  await page.getByRole('button', { name: '加一件需求' }).click()
  await page.getByLabel('需求 1 一句话').fill('丈夫动手打人')
  await page.getByLabel('需求 1 类别').selectOption({ label: '家庭暴力' })
  await handIn(page)
  await page.getByText('等待上传').waitFor()
  const key = await (
    await (await example.as(browser, 'linzhixia')).page.request.get(`${example.origin}/api/outbox/key`)
  ).json()

  const found = await dump(page)
  for (const word of ['夜里', '不敢回家', '秘密地点', '动手', 'violence', '家庭暴力'])
    assert.ok(!found.split('CACHED')[0]?.includes(word), `${word} lies on the device`)
  assert.ok(!found.includes(key.privateKey.slice(10, 60)))
  assert.doesNotMatch(found, /CRYPTO KEY|CACHED \/api/)
  assert.match(found, /林知夏/, 'the names of the kit are there, as the decision says')
  await page.context().setOffline(false)
})

test('another account on the device sees how many lie there, and nothing of them; signing out warns, then empties', async () => {
  const { page } = await ready('linzhixia')
  await page.context().setOffline(true)
  await write(page, '只有林知夏能看的话。')
  await handIn(page)
  await page.getByText('等待上传').waitFor()
  // The session ends by itself, and a colleague signs in.
  await page.context().clearCookies()
  await page.context().setOffline(false)
  await page.getByText('登录已经过期').waitFor()
  await page.goto(`${example.origin}/sign-in`)
  await page.getByLabel('用户名').fill('gumingyi')
  await page.getByLabel('密码', { exact: true }).fill(example.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await page.goto(OUTBOX)
  await page.getByText('本机另有 1 件别的账号的草稿').waitFor()
  await takePictures(page, 'outbox-others')
  assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /林知夏|能看的话|云岭路口/)

  await page.goto(RECORD)
  await page.getByRole('button', { name: '退出' }).waitFor()
  await page.getByRole('heading', { name: '走访', exact: true }).waitFor()
  await page.context().setOffline(true)
  await write(page, '顾明漪没有传完的话。')
  await handIn(page)
  await page.getByText('等待上传').waitFor()
  await example.kill()
  await page.context().setOffline(false)
  await page.getByText('服务器没有应答').waitFor()
  await example.start()
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByText('没有上传的找不回来').waitFor()
  await takePictures(page, 'outbox-leaving')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '先导出' }).click(),
  ])
  assert.match(readFileSync((await file.path()) ?? '', 'utf8'), /看到听到：顾明漪没有传完的话。/)
  await page.getByRole('button', { name: '退出并清空本机' }).click()
  await page.getByLabel('用户名').waitFor()
  const left = await dump(page)
  assert.doesNotMatch(left, /顾明漪|CACHED/)
  assert.equal(left.match(/stage=waiting/g)?.length, 1, 'the draft of the other account waits for her')
})
