import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../fault.ts'

/** Who holds a data folder, as other processes may read it. */
export type Holder = { pid: number; purpose: 'server' | 'command'; host: string; port: number }

/**
 * Takes a data folder for this process alone, or says `undefined` when another process has it.
 * Node has no file locks of its own, but its SQLite has: the operating system holds it, so it ends with the process however
 * that ends, and it holds between containers that share the folder, where process ids mean nothing.
 */
export const takeFolder = (data: string): { release: () => void } | undefined => {
  const path = join(data, 'lock')
  const file = openFile(path)
  try {
    file.exec('pragma journal_mode = memory')
    file.exec('pragma locking_mode = exclusive')
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined
    throw error
  }
  chmodSync(path, 0o600)
  return { release: () => file.close() }
}

const SQLITE_BUSY = 5

const openFile = (path: string): DatabaseSync => {
  try {
    return new DatabaseSync(path)
  } catch {
    throw new Fault(`不能在数据目录里写入 ${path}。请用建立该目录的那个用户启动，并确认磁盘未满、可写。`)
  }
}

/** Says to other processes how to reach the database that this one started. */
export const announce = (data: string, holder: Holder): void =>
  writeFileSync(announcement(data), JSON.stringify(holder), { mode: 0o600 })

export const withdraw = (data: string): void => rmSync(announcement(data), { force: true })

/** Who said last that it holds the folder; true only as long as the lock is held as well. */
export const holderOf = (data: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(announcement(data), 'utf8')) as Holder
  } catch {
    return undefined
  }
}

const announcement = (data: string): string => join(data, 'running.json')
