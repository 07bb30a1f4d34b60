import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'

// Test support: what one does with an open page besides using it.

const PICTURES = join(import.meta.dirname, '../../.cache/pictures')
export const WIDTHS = [1440, 390] as const

/** A page and what went wrong on it: script errors, console errors, breaches of the content security policy. */
export type Watched = { page: Page; faults: string[] }

export const openPage = async (
  browser: Browser,
  address: string,
  width: number = WIDTHS[0],
): Promise<Watched> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  // Answers such as 401 and 422 are part of the work; the browser notes them as errors all the same.
  page.on('console', (line) => {
    if (line.type() === 'error' && !/the server responded with a status of 4/.test(line.text()))
      faults.push(line.text())
  })
  await page.goto(address)
  return { page, faults }
}

/** Takes the page whole, at desk and phone width, into .cache/pictures/<name>-<width>.png, and leaves it at the width it had. */
export const takePictures = async (page: Page, name: string): Promise<void> => {
  mkdirSync(PICTURES, { recursive: true })
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await page.screenshot({
      path: join(PICTURES, `${name}-${width}.png`),
      fullPage: (await page.getByRole('dialog').count()) === 0,
    })
    assert.equal(await overflow(page), 0, `${name} scrolls sideways at ${width} px`)
  }
  if (before) await page.setViewportSize(before)
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )

type AxeResult = {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}

const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))

/** Fails with every finding of axe on the page as it stands. */
export const findsNothing = async (page: Page, where: string): Promise<void> => {
  // Run by the debugger, not by the page: its content security policy stays in force.
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResult
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`,
    ),
  )
  assert.equal(told.length, 0, `${where}: axe finds\n${told.join('\n')}`)
}
