import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Fault } from './fault.ts'

/** Keys that must not lie in the database: 32 random bytes each, in base64. Never logged. */
export type Secrets = {
  /** Signs session cookies. */
  session: string
  /** Encrypts sensitive columns; without it they cannot be read again. */
  columns: string
}

/** What the file holds; the outer keys of sealed matters stand beside the secrets, see outer-keys.ts. */
export type KeyFile = Secrets & { cases?: unknown }

const NAMES = ['session', 'columns'] as const

export const secretsPath = (data: string): string => join(data, 'secrets.json')

/**
 * The data folder's keys, made at the first start.
 * @throws Fault when they are damaged, or are missing beside a database that was written with them.
 */
export const secretsOf = (data: string): Secrets => {
  const path = secretsPath(data)
  const text = read(path)
  if (text !== undefined) return understood(text, path)
  if (existsSync(join(data, 'postgres')))
    throw new Fault(
      `数据目录里有数据库，却没有密钥文件 ${path}。没有它，身份证号等加密内容无法读出。请从备份中放回这个文件再启动。`,
    )
  const secrets = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString('base64')]))
  // Linking fails when another process was quicker; its keys then hold for us as well.
  const half = `${path}.${process.pid}`
  try {
    writeFileSync(half, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
    linkSync(half, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new Fault(`密钥文件 ${path} 写不下去（${codeOf(error)}）。请检查磁盘空间和目录权限。`)
  } finally {
    rmSync(half, { force: true })
  }
  return readKeys(path)
}

/**
 * The keys of a data folder that a server has been started in; none are made here.
 * @throws Fault when there are none, or they are damaged.
 */
export const secretsIn = (data: string): Secrets => readKeys(secretsPath(data))

/**
 * The whole file of keys.
 * @throws Fault when there is none, or it is damaged.
 */
export const readKeys = (path: string): KeyFile => {
  const text = read(path)
  if (text === undefined)
    throw new Fault(
      `没有密钥文件 ${path}。请用 --data 指定服务所用的数据目录，或先用 npm start 启动一次。`,
      2,
    )
  return understood(text, path)
}

export const damaged = (path: string): Fault =>
  new Fault(`密钥文件 ${path} 已损坏。请从备份中放回这个文件再启动；数据未改动。`)

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new Fault(`密钥文件 ${path} 读不出（${codeOf(error)}）。请用建立数据目录的那个用户启动。`)
  }
}

const understood = (text: string, path: string): KeyFile => {
  let secrets: unknown
  try {
    secrets = JSON.parse(text)
  } catch {
    throw damaged(path)
  }
  if (!isSecrets(secrets)) throw damaged(path)
  return secrets
}

const isSecrets = (value: unknown): value is Secrets =>
  typeof value === 'object' &&
  value !== null &&
  NAMES.every(
    (name) => Buffer.from(String((value as Record<string, unknown>)[name] ?? ''), 'base64').length === 32,
  )
