// Everything that must hold, in order: the quick checks first, then every test. Ends with the test runner's own summary.
// Files or patterns given as arguments are tested alone, without the checks.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { dropTemplate, startTestServer } from '../src/database/testing.ts'

const ROOT = join(import.meta.dirname, '..')
const bin = (path: string) => join(ROOT, 'node_modules', path)

const CHECKS: readonly { name: string; args: readonly string[] }[] = [
  { name: 'format and lint', args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit'] },
  { name: 'generated files current', args: [join(ROOT, 'scripts/generate.ts'), '--check'] },
]

// Boundaries between files and the size of the first page are held by tests among these.
const TESTS = ['src/**/*.test.ts', 'scripts/**/*.test.ts']

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const holds = ({ name, args }: (typeof CHECKS)[number]): boolean => {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  say(`${status === 0 ? '✔' : '✖'} ${name} (${seconds(began)})`)
  if (status !== 0) say(`${stdout}${stderr}`)
  return status === 0
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`

const runTests = (patterns: readonly string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve) => {
    const args = [
      '--test',
      '--test-reporter=spec',
      '--test-concurrency=2',
      '--test-timeout=180000',
      ...patterns,
    ]
    const runner = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => runner.kill(signal))
    runner.once('exit', (code) => resolve(code ?? 1))
  })

const main = async (only: readonly string[]): Promise<number> => {
  const failed = only.length > 0 ? [] : CHECKS.filter((check) => !holds(check))
  if (failed.length > 0) {
    say(`\n✖ ${failed.map(({ name }) => name).join(', ')}: failed. The tests were not run.`)
    return 1
  }
  const patterns = only.length > 0 ? only : TESTS
  const outside = process.env.TEST_DATABASE_URL
  if (outside) {
    say('✔ tests run on the server of TEST_DATABASE_URL')
    return runTests(patterns, {}).finally(() => dropTemplate(outside))
  }
  const began = performance.now()
  const server = await startTestServer()
  say(`✔ database for tests started (${seconds(began)})`)
  return runTests(patterns, { ZHIXING_TEST_SERVER: server.url }).finally(server.stop)
}

process.exitCode = await main(process.argv.slice(2))
