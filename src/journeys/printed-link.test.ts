import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import { endAll, started } from '../fixtures/started.ts'
import { openBrowser } from '../web/browser.ts'
import { openPage } from '../web/looking.ts'

const { url } = await testDatabase()
const data = mkdtempSync(join(tmpdir(), 'zhixing-journey-'))
after(() => {
  endAll()
  rmSync(data, { recursive: true, force: true })
})

test('the link that the server prints opens the set-up, and nothing on that page is refused by its own policy', async () => {
  const server = await started(['--port', '0', '--data', data], { DATABASE_URL: url })
  await server.ready
  const [link] = server.said().match(/http:\S+\/set-up#\S+/) ?? []
  const browser = await openBrowser()
  const { page, faults } = await openPage(browser, link!)

  await page.getByRole('heading', { name: '机关和支部' }).waitFor()

  assert.equal(await page.title(), '首次设置 · 知行')
  assert.deepEqual(faults, [])
  await browser.close()
  assert.equal(await server.end('SIGTERM'), 0)
})
