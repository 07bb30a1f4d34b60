import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')
const pages = globSync(['*.md', 'docs/**/*.md', 'example/*.md', 'src/**/*.md'], { cwd: ROOT })

test('every link between the documents leads to a file, and to a heading where it names one', () => {
  const links = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, to]) => ({
      page,
      to: to!,
    })),
  )

  const broken = links.filter(({ page, to }) => !leads(page, to)).map(({ page, to }) => `${page} → ${to}`)

  assert.deepEqual(broken, [])
  assert.ok(links.length > 40, `only ${links.length} links were found`)
})

const leads = (page: string, to: string): boolean => {
  const [file = '', heading] = to.split('#')
  const path = file === '' ? join(ROOT, page) : join(ROOT, dirname(page), file)
  return existsSync(path) && (heading === undefined || headingsOf(path).includes(decodeURIComponent(heading)))
}

const headingsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
