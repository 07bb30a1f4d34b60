import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from '../fault.ts'
import { giveTo } from './embedded-account.ts'
import { program, type Seat, within } from './embedded-programs.ts'

export const ROLES = ['owner', 'app', 'identity'] as const
export type Role = (typeof ROLES)[number]

/** Passwords of the cluster's logins; they are of no use beyond this folder, so losing the file costs nothing. */
export type Logins = Record<Role | 'superuser', string>

/** The database inside the cluster. */
export const DATABASE = 'zhixing'
export const SUPERUSER = 'postgres'

/** A new cluster with its write-ahead log takes 47 MB; below this PostgreSQL would stop in the middle. */
const ROOM_FOR_NEW = 150_000_000
const ROOM_TO_START = 40_000_000

/** Makes the cluster if there is none. A start that was cut short leaves nothing that a later one could mistake for a cluster. */
export const ensureCluster = (seat: Seat, durable: boolean): { logins: Logins; made: boolean } => {
  const made = !existsSync(join(seat.cluster, 'PG_VERSION'))
  requireRoom(dirname(seat.cluster), made ? ROOM_FOR_NEW : ROOM_TO_START)
  if (made) initialise(seat, durable)
  if (seat.account) giveTo(seat.account, seat.cluster)
  // A copy from a backup may have come open, and PostgreSQL refuses such a folder.
  if ((statSync(seat.cluster).mode & 0o077) !== 0) chmodSync(seat.cluster, 0o700)
  requireSameMajor(seat)
  return { logins: readLogins(dirname(seat.cluster)) ?? renewLogins(seat), made }
}

const requireRoom = (folder: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= bytes) return
  throw new Fault(
    `磁盘空间不足：${folder} 所在磁盘只剩 ${megabytes(bavail * bsize)} MB，启动至少需要 ${megabytes(bytes)} MB。数据未改动。请腾出空间，或用 --data 换一个目录。`,
  )
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000)

const initialise = (seat: Seat, durable: boolean): void => {
  const half = {
    ...seat,
    cluster: `${seat.cluster}.new`,
    named: seat.named === seat.cluster ? `${seat.cluster}.new` : seat.named,
  }
  rmSync(half.cluster, { recursive: true, force: true })
  mkdirSync(half.cluster, { recursive: true, mode: 0o700 })
  if (seat.account) chownSync(half.cluster, seat.account.uid, seat.account.gid)
  // `trust` never reaches a running server: pg_hba.conf is laid down anew before each start. The built-in locale sorts and
  // folds alike on every machine, whatever locales that has.
  const options = [
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const outcome = spawnSync(
    program(seat, 'initdb'),
    ['-D', half.named, '-U', SUPERUSER, ...options, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    { ...within(half), encoding: 'utf8' },
  )
  if (outcome.status !== 0) {
    rmSync(half.cluster, { recursive: true, force: true })
    throw explained(`${outcome.error?.message ?? ''} ${outcome.stderr ?? ''}`, '数据库初始化没有完成')
  }
  renewLogins(half)
  rmSync(seat.cluster, { recursive: true, force: true })
  renameSync(half.cluster, seat.cluster)
}

const requireSameMajor = (seat: Seat): void => {
  const kept = readFileSync(join(seat.cluster, 'PG_VERSION'), 'utf8').trim()
  const major = seat.version.split('.')[0]
  if (kept === major) return
  throw new Fault(
    `数据目录由 PostgreSQL ${kept} 建立，本版本自带 ${major}，不能直接打开。数据未改动。请用建立它的那个版本导出后再导入，步骤见 docs/handbook/operator.md。`,
  )
}

const loginsFile = (data: string): string => join(data, 'logins.json')

export const readLogins = (data: string): Logins | undefined => {
  try {
    return JSON.parse(readFileSync(loginsFile(data), 'utf8')) as Logins
  } catch {
    return undefined
  }
}

/** Gives every login a new password, making those that are missing, before any server listens. */
const renewLogins = (seat: Seat): Logins => {
  const names = ['superuser', ...ROLES] as const
  const logins = Object.fromEntries(
    names.map((name) => [name, randomBytes(24).toString('base64url')]),
  ) as Logins
  const statements = [
    ...ROLES.map((role) => `create role ${role} login`),
    `create database ${DATABASE} owner owner`,
    `alter role ${SUPERUSER} password '${logins.superuser}'`,
    ...ROLES.map(
      (role) =>
        `alter role ${role} nosuperuser nobypassrls nocreaterole nocreatedb password '${logins[role]}'`,
    ),
    `revoke all on database ${DATABASE} from public`,
    `grant connect, temporary on database ${DATABASE} to app, identity`,
  ]
  // A role or database that exists already is only reported, and the statements after it still run.
  const outcome = spawnSync(program(seat, 'postgres'), ['--single', '-D', seat.named, 'template1'], {
    ...within(seat),
    encoding: 'utf8',
    input: `${statements.join('\n')}\n`,
  })
  if (outcome.status !== 0) throw explained(outcome.stderr ?? '', '数据库账号没有建成')
  writeFileSync(loginsFile(dirname(seat.cluster)), JSON.stringify(logins), { mode: 0o600 })
  return logins
}

/** Turns what PostgreSQL said into a line for the person who must act. */
export const explained = (said: string, what: string): Fault => {
  if (/No space left on device|ENOSPC|Disk quota/i.test(said))
    return new Fault(`${what}：磁盘已满。已保存的数据没有丢失。请腾出空间后再启动。`)
  if (/error while loading shared libraries/.test(said))
    return new Fault(
      `${what}：数据库程序缺少系统库（${said.match(/libraries: ([^:]+)/)?.[1] ?? '不明'}）。请安装该库，或用 DATABASE_URL 指定外部数据库。`,
    )
  if (/Permission denied|EACCES/.test(said))
    return new Fault(`${what}：没有读写数据目录的权限。请用建立它的那个用户启动。`)
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|ERROR|error:|ENOENT/.test(line))
  return new Fault(`${what}：${(lines.at(-1) ?? said.trim().slice(-300)) || '原因不明'}`)
}
