// Breaks the count and the rule engine in every small way that Stryker knows, one at a time, and says which breaks no test sees.
// `npm run mutation -- src/ballots/count.ts` breaks only that file. Takes an hour for all; the reports lie in .cache/mutation.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const KEPT = join(ROOT, '.cache/mutation')
const PACKAGES = ['package.json', 'package-lock.json']

/** What must be seen when it breaks, and by which tests: the count, what it means, who may vote; and the engine that judges. */
const GROUPS = [
  {
    name: 'ballots',
    mutate: [
      'src/ballots/{count,outcome,seating,reason,election-rules,asked,faults,eligibility,candidates,order}.ts',
    ],
    tests: ['src/ballots/*.test.ts'],
  },
  {
    name: 'rules',
    mutate: [
      'src/rules/{formula,line,judge,facts,rulebook,effective,settle,span,explain,citation,standing}.ts',
    ],
    tests: ['src/rules/*.test.ts'],
  },
]

const same = (name: string): boolean =>
  existsSync(join(KEPT, name)) &&
  readFileSync(join(KEPT, name), 'utf8') === readFileSync(join(import.meta.dirname, name), 'utf8')

/** Stryker is no package of the product: it is fetched here when first wanted, by its own lockfile. */
const install = (): void => {
  if (existsSync(join(KEPT, 'node_modules')) && PACKAGES.every(same)) return
  mkdirSync(KEPT, { recursive: true })
  for (const name of PACKAGES) copyFileSync(join(import.meta.dirname, name), join(KEPT, name))
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: KEPT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(1)
}

/** The groups asked for: all, or the files named, each with the tests beside it. */
const groups = (asked: readonly string[]): typeof GROUPS =>
  asked.length === 0
    ? GROUPS
    : asked.map((file) => ({
        name: basename(file, '.ts'),
        mutate: [file],
        tests: [`${dirname(file)}/*.test.ts`],
      }))

const run = ({ name, mutate, tests }: (typeof GROUPS)[number]): number => {
  const settings = JSON.parse(readFileSync(join(import.meta.dirname, 'stryker.json'), 'utf8'))
  const of = (kind: string) => ({ fileName: `.cache/mutation/${name}.${kind}` })
  const config = join(KEPT, `${name}-settings.json`)
  const own = {
    mutate,
    tap: { ...settings.tap, testFiles: tests },
    tempDirName: `.cache/mutation/${name}`,
    // It would rewrite ours with a TypeScript older than the product's.
    tsconfigFile: 'none.json',
    allowConsoleColors: false,
    jsonReporter: of('json'),
    htmlReporter: of('html'),
  }
  writeFileSync(config, JSON.stringify({ ...settings, ...own }))
  const stryker = join(KEPT, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], {
    cwd: ROOT,
    stdio: 'inherit',
    // Stryker starts `node` by name: it must be the Node that runs this.
    env: {
      ...process.env,
      ELECTIONS_TRIED: '200',
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
  })
  return status ?? 1
}

install()
process.exitCode = Math.max(...groups(process.argv.slice(2)).map(run))
