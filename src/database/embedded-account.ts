import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Fault } from '../fault.ts'

/** The operating system's account under which PostgreSQL runs when we are root, which it refuses to run as. */
export type Account = { name: string; uid: number; gid: number }

const PREFERRED = ['zhixing', 'postgres', 'nobody']

/** Nobody to change to unless we are root. A cluster keeps the account that owns it already. */
export const accountFor = (cluster: string): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const known = accounts()
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const found =
    known.find(({ uid }) => uid === owner && uid !== 0) ??
    PREFERRED.map((name) => known.find((account) => account.name === name)).find(Boolean)
  if (found) return found
  throw new Fault(
    '当前以 root 运行，而 PostgreSQL 不允许以 root 运行，系统里也没有可代用的普通账号（zhixing、postgres、nobody）。请先建立：useradd --system zhixing',
  )
}

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))

/** Gives a folder and all in it to an account. */
export const giveTo = (account: Account, folder: string): void => {
  const { uid, gid } = lstatSync(folder)
  if (uid === account.uid && gid === account.gid) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), account.uid, account.gid)
  // The folder itself comes last: while it is not given, an interrupted hand-over is done again.
  chownSync(folder, account.uid, account.gid)
}

/**
 * Programs that the account may run. A checkout under /root is closed to everyone else; PostgreSQL (60 MB) is then copied,
 * once for each version, to a place that others may read and only root may write.
 */
export const programsFor = (account: Account, native: string, version: string): string => {
  if (mayRun(account, join(native, 'bin/postgres'))) return native
  for (const place of ['/var/lib/zhixing', join(tmpdir(), 'zhixing')]) {
    const copy = join(place, `postgres-${version}`)
    try {
      mkdirSync(place, { recursive: true, mode: 0o755 })
      if (!isRootsOwn(place)) continue
      if (!existsSync(copy)) copyOpenly(native, copy)
      if (isRootsOwn(copy) && mayRun(account, join(copy, 'bin/postgres'))) return copy
    } catch {
      // The next place may be writable.
    }
  }
  throw new Fault(
    `账号 ${account.name} 无权运行 ${native} 里的数据库程序。请把知行安装到其他用户也能进入的目录，例如 /opt/zhixing。`,
  )
}

const mayRun = (account: Account, path: string): boolean => {
  const { uid, gid, mode } = statSync(path)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  return path === dirname(path) || mayRun(account, dirname(path))
}

const isRootsOwn = (path: string): boolean => {
  const stat = lstatSync(path)
  return stat.isDirectory() && stat.uid === 0 && (stat.mode & 0o022) === 0
}

const copyOpenly = (from: string, to: string): void => {
  const half = `${to}.${process.pid}`
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  for (const name of ['.', ...readdirSync(half, { recursive: true, encoding: 'utf8' })]) {
    const stat = lstatSync(join(half, name))
    if (stat.isDirectory() || (stat.isFile() && stat.mode & 0o100)) chmodSync(join(half, name), 0o755)
    else if (stat.isFile()) chmodSync(join(half, name), 0o644)
  }
  rmSync(to, { recursive: true, force: true })
  renameSync(half, to)
}
