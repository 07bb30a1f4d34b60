// Breaks the count and the rule engine in every small way that Stryker knows, one at a time, and says which breaks no test sees.
// `npm run mutation -- src/ballots/count.ts` breaks only that file. Takes an hour for all; the report lies in .cache/mutation.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const KEPT = join(ROOT, '.cache/mutation')
const PACKAGES = ['package.json', 'package-lock.json']

/** What must be seen when it breaks: the count, what it means, who may vote; and the engine that judges. */
const MUTATED = [
  'src/ballots/{count,outcome,seating,reason,election-rules,asked,faults,eligibility,candidates,order}.ts',
  'src/rules/{formula,line,judge,facts,rulebook,effective,settle,span,explain,citation,standing}.ts',
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

install()
const asked = process.argv.slice(2)
const stryker = join(KEPT, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const mutate = asked.length > 0 ? asked : MUTATED
const args = ['run', join(import.meta.dirname, 'stryker.json'), '--mutate', mutate.join(',')]
const { status } = spawnSync(process.execPath, [stryker, ...args], {
  cwd: ROOT,
  stdio: 'inherit',
  // Stryker starts `node` by name: it must be the Node that runs this.
  env: {
    ...process.env,
    ELECTIONS_TRIED: '300',
    PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  },
})
process.exitCode = status ?? 1
