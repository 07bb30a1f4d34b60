import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { OuterKey, OuterKeys } from './database/compartment.ts'
import { codeOf, Fault } from './fault.ts'
import { damaged, readKeys, secretsPath } from './secrets.ts'

// The outer keys of sealed matters: `cases` in the file of keys, the newest first.

const KEY_BYTES = 32

/**
 * The outer keys of the data folder as they are at each moment: `keys rotate` changes them while the server runs. A folder from
 * before there were any gets one, and nothing else in its file changes.
 * @throws Fault when they are damaged.
 */
export const outerKeysOf = (data: string): (() => OuterKeys) => {
  const path = secretsPath(data)
  if (readKeys(path).cases === undefined) keepOuterKeys(data, [newOuterKey([])])
  let known = outerKeysIn(data)
  let at = stampOf(path)
  return () => {
    const now = stampOf(path)
    if (now === at) return known
    at = now
    // What an editor leaves half written must not end a server that has good keys.
    try {
      known = outerKeysIn(data)
    } catch {}
    return known
  }
}

/**
 * The outer keys of a data folder that a server has been started in.
 * @throws Fault when there are none, or they are damaged.
 */
export const outerKeysIn = (data: string): OuterKeys => {
  const path = secretsPath(data)
  const { cases } = readKeys(path)
  if (cases === undefined)
    throw new Fault(`密钥文件 ${path} 里还没有封存密钥。请先用 npm start 启动一次服务。`, 2)
  if (!areOuterKeys(cases)) throw damaged(path)
  return cases
}

/** Puts these in place of the outer keys that were: whole or not at all, whenever the process ends. */
export const keepOuterKeys = (data: string, cases: OuterKeys): void => {
  const path = secretsPath(data)
  const half = `${path}.${process.pid}.cases`
  try {
    writeFileSync(half, `${JSON.stringify({ ...readKeys(path), cases }, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    })
    renameSync(half, path)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault(`密钥文件 ${path} 写不下去（${codeOf(error)}）。请检查磁盘空间和目录权限。`)
  } finally {
    rmSync(half, { force: true })
  }
}

/** A key under an id that none of these has; ids begin anew after 255. */
export const newOuterKey = (beside: readonly OuterKey[]): OuterKey => {
  const taken = new Set(beside.map(({ id }) => id))
  let id = ((beside[0]?.id ?? 0) + 1) % 256
  while (taken.has(id)) id = (id + 1) % 256
  return { id, secret: randomBytes(KEY_BYTES).toString('base64') }
}

const stampOf = (path: string): string => {
  try {
    const { mtimeMs, ino, size } = statSync(path)
    return `${ino} ${mtimeMs} ${size}`
  } catch {
    return ''
  }
}

const areOuterKeys = (value: unknown): value is OuterKeys =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 256 &&
  new Set(value.map((key) => (key as OuterKey | null)?.id)).size === value.length &&
  value.every(
    (key: Partial<OuterKey> | null) =>
      Number.isInteger(key?.id) &&
      key!.id! >= 0 &&
      key!.id! <= 255 &&
      Buffer.from(String(key?.secret ?? ''), 'base64').length === KEY_BYTES,
  )
