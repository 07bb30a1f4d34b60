import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const DIST = join(import.meta.dirname, '../../dist')

type Sizes = { budget: number; gzip: number; files: { file: string; gzip: number }[] }

const sizes = (): Sizes => {
  const file = join(DIST, 'sizes.json')
  assert.ok(existsSync(file), 'the pages are not built: run npx vite build')
  return JSON.parse(readFileSync(file, 'utf8')) as Sizes
}

test('the first load of scripts and styles stays within 180 KB gzip', () => {
  const { budget, gzip, files } = sizes()
  assert.equal(budget, 180 * 1024)
  assert.ok(files.some(({ file }) => file.endsWith('.js')) && files.some(({ file }) => file.endsWith('.css')))
  assert.ok(gzip <= budget, `${gzip} bytes:\n${files.map(({ file, gzip }) => `${gzip} ${file}`).join('\n')}`)
})

test('the first load brings no font and no page but the frame', () => {
  const { files } = sizes()
  assert.deepEqual(
    files.filter(({ file }) => /noto|Page/.test(file)),
    [],
  )
})

test('the page holds no script and no style of its own, as the content security policy asks', () => {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8')
  assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)/)
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/)
  assert.match(page, /<html lang="zh-CN">/)
})
