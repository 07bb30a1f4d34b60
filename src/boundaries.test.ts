import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'

const ROOT = join(import.meta.dirname, '..')
const boundaries = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'))

test('no file imports what its place forbids', async () => {
  const { summary } = await cruised(ROOT)

  assert.deepEqual(
    summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    [],
  )
  // Without a parser that knows TypeScript the tool sees no file and finds no fault.
  assert.ok(summary.totalCruised > 100, `only ${summary.totalCruised} files were looked at`)
})

test('a planted import is reported, one for each rule', async (t) => {
  const house = mkdtempSync(join(tmpdir(), 'boundaries-'))
  t.after(() => rmSync(house, { recursive: true, force: true }))
  const planted = {
    'no-cycles': { 'src/people/one.ts': "import './other.ts'", 'src/people/other.ts': "import './one.ts'" },
    'no-slice-cycles': {
      'src/files/store.ts': "import '../meetings/store.ts'",
      'src/meetings/store.ts': '',
      'src/meetings/contract.ts': "import '../files/contract.ts'",
      'src/files/contract.ts': '',
    },
    'kernel-stands-alone': { 'src/kernel/share.ts': "import '../rules/judge.ts'", 'src/rules/judge.ts': '' },
    'foundations-know-no-slice': {
      'src/ballots/count.ts': "import '../people/contract.ts'",
      'src/people/contract.ts': '',
    },
    'domain-is-pure': { 'src/people/count.ts': "import 'node:fs'" },
    'libraries-know-no-records': { 'src/people/sheet.ts': "import './store.ts'", 'src/people/store.ts': '' },
    'pages-stay-in-the-browser': {
      'src/meetings/MeetingPage.tsx': "import './store.ts'\nexport const Page = () => <p>…</p>",
      'src/meetings/store.ts': '',
    },
    'only-stores-speak-sql': { 'src/meetings/routes.ts': "import 'pg'", 'node_modules/pg/index.js': '' },
    'slices-meet-at-contracts': {
      'src/meetings/routes.ts': "import '../duties/state.ts'",
      'src/duties/state.ts': '',
    },
    'only-routes-and-jobs-borrow-a-store': {
      'src/meetings/contract.ts': "import type {} from '../duties/store.ts'",
      'src/duties/store.ts': '',
    },
  }
  assert.deepEqual(
    Object.keys(planted),
    boundaries.forbidden.map(({ name }: { name: string }) => name),
  )

  for (const [rule, files] of Object.entries(planted)) {
    const plot = join(house, rule)
    for (const [path, text] of Object.entries(files)) plant(plot, path, text)
    const { summary } = await cruised(plot)
    assert.ok(
      summary.violations.some((violation) => violation.rule.name === rule),
      `${rule} was not reported`,
    )
  }
})

test('no file is longer than 250 lines, and no test longer than 400', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(ts|tsx|sql)$/.test(path) && path !== 'database/tables.ts',
  )
  const long = sources.filter((path) => {
    const lines = readFileSync(join(import.meta.dirname, path), 'utf8').split('\n').length - 1
    return lines > (/\.test\.tsx?$/.test(path) ? 400 : 250)
  })

  assert.ok(sources.length > 600)
  assert.deepEqual(long, [])
})

const plant = (plot: string, path: string, text: string): void => {
  mkdirSync(dirname(join(plot, path)), { recursive: true })
  writeFileSync(join(plot, path), text)
}

const cruised = async (baseDir: string): Promise<ICruiseResult> => {
  const { tsConfig: _, ...options } = boundaries.options
  const settings: ICruiseOptions = {
    ...options,
    ruleSet: { forbidden: boundaries.forbidden },
    validate: true,
    baseDir,
  }
  const { output } = await cruise(['src'], settings)
  assert.ok(typeof output === 'object')
  return output
}
