import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../fault.ts'
import { explained } from './embedded-cluster.ts'
import { program, type Seat, within } from './embedded-programs.ts'

/** Where a running server listens: a folder holding its socket, or the loopback address. */
export type Address = { host: string; port: number }

/** A running server. `ended` resolves when it is gone, for whatever reason. */
export type Running = { pid: number; address: Address; ended: Promise<void>; stop: () => Promise<void> }

// A socket's whole path must fit into 107 bytes (103 on macOS).
const LONGEST_SOCKET = 103
const SOCKET_PORT = 5432
const READY_WITHIN_MS = 60_000
const FAST_STOP_MS = 1_600
const HARD_STOP_MS = 700
const LOG_LIMIT = 4_000_000

/** Starts PostgreSQL on a cluster and waits until it answers; at the address it had before, if it ran before. */
export const startServer = async (seat: Seat, durable: boolean, before?: Address): Promise<Running> => {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const address = before ?? (await chooseAddress(seat))
    layConfiguration(seat, address, durable)
    const from = turnLog(seat)
    const child = launch(seat)
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    if (await becomesReady(seat, child, deadline))
      return { pid: child.pid!, address, ended, stop: () => stopServer(seat, child.pid!, ended) }

    const said = readFileSync(logFile(seat), 'utf8').slice(from)
    // After the server's first process was killed, its others need a moment to notice and leave. A port may be snatched.
    const passing = /pre-existing shared memory block|Address already in use|could not bind/.test(said)
    if (!passing || Date.now() > deadline - READY_WITHIN_MS + 8_000) throw explained(said, '数据库没有启动')
    await pause(150)
  }
}

const launch = (seat: Seat): ChildProcess => {
  const log = openSync(logFile(seat), 'a', 0o600)
  // Its own process group: Ctrl-C must reach us alone, so that the pages close before the database does.
  const child = spawn(program(seat, 'postgres'), ['-D', seat.named], {
    ...within(seat),
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  // A process that has nothing else to do may end; whoever opened the database closes it.
  child.unref()
  return child
}

const becomesReady = async (seat: Seat, child: ChildProcess, deadline: number): Promise<boolean> => {
  while (Date.now() < deadline) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false
    const lines = pidLines(seat.cluster)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await pause(5)
  }
  child.kill('SIGQUIT')
  return false
}

const chooseAddress = async (seat: Seat): Promise<Address> => {
  const fits = Buffer.byteLength(join(seat.cluster, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET
  if (process.platform !== 'win32' && fits) return { host: seat.cluster, port: SOCKET_PORT }
  return { host: '127.0.0.1', port: await freePort() }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The configuration is present truth: laid anew at each start. What an operator adds in `operator.conf` comes last. */
const layConfiguration = (seat: Seat, { host, port }: Address, durable: boolean): void => {
  const onSocket = host !== '127.0.0.1'
  const settings = {
    listen_addresses: onSocket ? "''" : "'127.0.0.1'",
    // Relative to the cluster, so that a long path or one that the account may not walk is no hindrance.
    unix_socket_directories: onSocket ? "'.'" : "''",
    unix_socket_permissions: '0700',
    port,
    password_encryption: "'scram-sha-256'",
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    // An office computer: thirty people, and 220 MB for everything.
    max_connections: durable ? 40 : 200,
    shared_buffers: "'64MB'",
    work_mem: "'8MB'",
    maintenance_work_mem: "'64MB'",
    effective_cache_size: "'512MB'",
    io_method: 'sync',
    jit: 'off',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: 0,
    max_worker_processes: 2,
    max_logical_replication_workers: 0,
    autovacuum_max_workers: 1,
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: "'512MB'",
    log_min_messages: 'error',
    log_checkpoints: 'off',
    // A statement that failed may carry people's data in its values.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  lay(seat, 'postgresql.conf', [
    '# Laid anew at each start. Put your own settings into operator.conf.',
    ...lines,
    "include 'operator.conf'",
  ])
  if (!existsSync(join(seat.cluster, 'operator.conf')))
    lay(seat, 'operator.conf', ['# Settings of your own; this file is never changed by the product.'])
  lay(seat, 'pg_hba.conf', ['local all all scram-sha-256', 'host all all 127.0.0.1/32 scram-sha-256'])
}

const lay = (seat: Seat, name: string, lines: readonly string[]): void => {
  const path = join(seat.cluster, name)
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o600 })
  if (seat.account) chownSync(path, seat.account.uid, seat.account.gid)
}

const logFile = (seat: Seat): string => join(dirname(seat.cluster), 'postgres.log')

const turnLog = (seat: Seat): number => {
  const path = logFile(seat)
  const length = existsSync(path) ? statSync(path).size : 0
  if (length < LOG_LIMIT) return length
  renameSync(path, `${path}.1`)
  return 0
}

const pidLines = (cluster: string): string[] => {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * Stops a server that a killed process left on this cluster, and clears away a pid file whose process is gone or is another
 * program's by now. Only for the one who holds the data folder. Gives the pid of a server that it stopped.
 */
export const stopOrphan = async (seat: Seat): Promise<number | undefined> => {
  const pid = Number(pidLines(seat.cluster)[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  if (!serves(pid, seat.cluster)) {
    rmSync(join(seat.cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  await stopServer(seat, pid, untilGone(seat, pid))
  if (serves(pid, seat.cluster))
    throw new Fault(
      `上次异常退出留下的数据库进程 ${pid} 停不下来。数据未改动。请结束该进程（kill ${pid}）后再启动。`,
    )
  return pid
}

const serves = (pid: number, cluster: string): boolean => {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
    if (process.platform === 'win32') return true
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster)
  } catch {
    return false
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

// By its working directory, not by its pid alone: nobody may ever reap an orphan, which then stays in the list of processes.
const untilGone = async (seat: Seat, pid: number): Promise<void> => {
  const deadline = Date.now() + FAST_STOP_MS + HARD_STOP_MS + 5_000
  while (serves(pid, seat.cluster) && Date.now() < deadline) await pause(10)
}

/** Asks PostgreSQL to end its sessions and leave; if it takes too long, to leave at once, which the next start repairs. */
const stopServer = async (seat: Seat, pid: number, ended: Promise<void>): Promise<void> => {
  if (process.platform === 'win32') {
    spawnSync(program(seat, 'pg_ctl'), ['stop', '-D', seat.named, '-m', 'fast'], within(seat))
    return
  }
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', HARD_STOP_MS],
    ['SIGKILL', 3_000],
  ] as const) {
    signalTo(pid, signal)
    const waiting = new AbortController()
    const patient = pause(patience, false, { signal: waiting.signal }).catch(() => false)
    const gone = await Promise.race([ended.then(() => true), patient])
    waiting.abort()
    if (gone) return
  }
}

const signalTo = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch {
    // It left in the meantime.
  }
}
