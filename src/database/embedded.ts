import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { codeOf, Fault } from '../fault.ts'
import { accountFor } from './embedded-account.ts'
import { DATABASE, ensureCluster, type Logins, type Role } from './embedded-cluster.ts'
import { type Address, type Running, startServer, stopOrphan } from './embedded-process.ts'
import { type Seat, seatFor } from './embedded-programs.ts'
import { announce, type Holder, takeFolder, withdraw } from './lock.ts'
import { poolsFor, type Server } from './server.ts'

export type Embedding = {
  /** The data folder; the cluster is its `postgres`. */
  data: string
  purpose: Holder['purpose']
  /** Hears what an operator may want to know, one Chinese line each. */
  note: (line: string) => void
  /** Off only for tests: nothing survives a power cut then. */
  durable?: boolean
}

const OURS = ['lock', 'postgres', 'secrets.json']

// A database that dies three times within a minute has a reason that a fourth start will not cure.
const RESTARTS = 3
const RESTARTS_WITHIN_MS = 60_000

/**
 * Starts the PostgreSQL of a data folder and looks after it until `close`.
 * @returns undefined when another process holds the folder.
 * @throws Fault when it cannot start.
 */
export const startEmbedded = async ({
  data,
  purpose,
  note,
  durable = true,
}: Embedding): Promise<Server | undefined> => {
  openFolder(data)
  const lock = takeFolder(data)
  if (!lock) return undefined
  try {
    const announceAt = (at: Address) => announce(data, { pid: process.pid, purpose, ...at })
    announceAt({ host: '', port: 0 })
    const cluster = join(data, 'postgres')
    const account = accountFor(cluster)
    if (account) note(`当前以 root 运行；PostgreSQL 不允许，故以账号 ${account.name} 运行数据库`)
    const seat = seatFor(cluster, account)
    const orphan = await stopOrphan(seat)
    if (orphan) note(`上次异常退出留下的数据库进程 ${orphan} 已停止`)
    const { logins, made } = ensureCluster(seat, durable)
    if (made) note('已建立新的数据库')
    return await supervise(seat, logins, {
      durable,
      note,
      announceAt,
      leave: () => {
        withdraw(data)
        lock.release()
      },
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

type Supervision = {
  durable: boolean
  note: (line: string) => void
  announceAt: (at: Address) => void
  leave: () => void
}

const supervise = async (
  seat: Seat,
  logins: Logins,
  { durable, note, announceAt, leave }: Supervision,
): Promise<Server> => {
  let running: Running = await startServer(seat, durable)
  let closing = false
  announceAt(running.address)
  const login = (role: Role): PoolConfig => loginAt(running.address, role, logins)
  const pools = poolsFor(login)

  const watch = async (): Promise<Fault> => {
    const deaths: number[] = []
    for (;;) {
      await running.ended
      if (closing) return new Promise(() => {})
      deaths.push(Date.now())
      if (deaths.filter((at) => at > Date.now() - RESTARTS_WITHIN_MS).length > RESTARTS)
        return new Fault(
          '数据库一分钟内多次中断，不再重试。已保存的数据没有丢失。原因见数据目录里的 postgres.log，处理后再启动。',
        )
      note('数据库意外中断，正在重新启动')
      try {
        await pause(100)
        if (closing) continue
        running = await startServer(seat, durable, running.address)
        note('数据库已重新启动')
      } catch (error) {
        return error instanceof Fault
          ? error
          : new Fault(`数据库没有重新启动：${error instanceof Error ? error.message : error}`)
      }
    }
  }

  return {
    connect: pools.connect,
    login,
    answers: pools.answers,
    lost: watch(),
    close: async () => {
      if (closing) return
      closing = true
      await pools.end()
      await running.stop()
      leave()
    },
  }
}

/** How to log in as a role to an embedded server, ours or another process's. */
export const loginAt = ({ host, port }: Address, role: Role, logins: Logins): PoolConfig => ({
  host,
  port,
  user: role,
  password: logins[role],
  database: DATABASE,
})

/** Makes the data folder if need be, and closes it to everyone but its owner. A folder of something else is left alone. */
export const openFolder = (data: string): void => {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const names = readdirSync(data)
    if (names.length > 0 && !OURS.some((name) => names.includes(name)))
      throw new Fault(
        `目录 ${data} 里已有别的文件，不是知行的数据目录。请用 --data 指定一个空目录或原来的数据目录。`,
      )
    if ((statSync(data).mode & 0o077) !== 0) chmodSync(data, 0o700)
  } catch (error) {
    if (error instanceof Fault) throw error
    const why = {
      EACCES: '没有权限',
      EPERM: '它属于另一个用户',
      ENOSPC: '磁盘已满',
      EEXIST: '同名的文件已存在',
      ENOTDIR: '路径中有一段不是目录',
      EROFS: '磁盘只读',
    }
    const code = codeOf(error) ?? ''
    throw new Fault(
      `数据目录 ${data} 不能使用：${why[code as keyof typeof why] ?? code}。请检查权限，或用 --data 换一个目录。`,
    )
  }
}
