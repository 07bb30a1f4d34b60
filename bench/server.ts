import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readLogins } from '../src/database/embedded-cluster.ts'
import { holderOf } from '../src/database/lock.ts'

const ROOT = join(import.meta.dirname, '..')
export const PORT = 7461
export const ADDRESS = `http://localhost:${PORT}`

/** The product as users start it, in a data folder of its own, with durable writes. */
export type Served = { data: string; process: ChildProcess; link: string | null; stop: () => Promise<void> }

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zhixing-bench-'))

export const removeFolder = (data: string): void => rmSync(data, { recursive: true, force: true })

/** Starts it and waits for its first page. Gives the seconds from the command to the page. */
export const start = async (data: string): Promise<Served & { firstPage: number }> => {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [join(ROOT, 'scripts/prepare.mjs'), 'start', '--data', data, '--port', String(PORT)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout?.on('data', (chunk) => {
    said += chunk
  })
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`)
    await pause(5)
  }
  const firstPage = (performance.now() - began) / 1000
  await pause(300)
  const stop = async () => {
    child.kill('SIGINT')
    while (child.exitCode === null && child.signalCode === null) await pause(20)
  }
  return { data, process: child, link: /\/set-up#(\S+)/.exec(said)?.[1] ?? null, stop, firstPage }
}

const answers = async (): Promise<boolean> => {
  const page = await fetch(ADDRESS).catch(() => null)
  if (!page?.ok) return false
  const html = await page.text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1]
  const session = await fetch(`${ADDRESS}/api/session`)
  return script !== undefined && session.ok && (await fetch(`${ADDRESS}${script}`)).ok
}

/** The proportional memory of the server and its database in MB: shared pages are counted once, as the machine holds them. */
export const memory = (served: Served): number => {
  const pids = treeOf(served.process.pid ?? 0)
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}

const treeOf = (root: number): number[] => {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  const below = (pid: number): number[] => [
    pid,
    ...rows.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ]
  return below(root)
}

/** The administrator's address of the running server's database, for laying a province into it at once. */
export const adminOf = (
  data: string,
): { host: string; port: number; user: string; password: string; database: string } => {
  const holder = holderOf(data)
  const logins = readLogins(data)
  if (!holder || !logins) throw new Error('the database of the benchmark does not run')
  return {
    host: holder.host,
    port: holder.port,
    user: 'postgres',
    password: logins.superuser,
    database: 'zhixing',
  }
}
