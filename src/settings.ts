import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { OuterKeys } from './database/compartment.ts'
import type { Secrets } from './secrets.ts'

/** What an operator decides; see docs/operations.md. */
export type Settings = {
  port: number
  /** The address to listen on: this computer alone unless told otherwise. */
  host: string
  /** The data folder, as an absolute path. */
  data: string
  demo: boolean
  /** An outside PostgreSQL in place of the embedded one. */
  databaseUrl: string | undefined
  /** Outgoing mail; without it there is none. */
  mail: { url: string; from: string } | undefined
  /** The address under which people reach the pages, when it is not this computer's own. */
  origin: string | undefined
  log: 'file' | 'stdout'
  secrets: Secrets
  /** The outer keys of sealed matters, as they are now. */
  cases: () => OuterKeys
}

export type Chosen = Omit<Settings, 'secrets' | 'cases'>

/** One wrong setting: which, what it holds, and what would put it right. */
export type SettingFault = { faults: string[] }

const DEFAULT_PORT = 7400

const FLAGS = {
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
} as const

/** Reads the settings from flags and the environment; a flag wins over its variable. Every fault is named, not just the first. */
export const readSettings = (args: readonly string[], env: NodeJS.ProcessEnv): Chosen | SettingFault => {
  const { values, strangers } = flagsOf(args)
  const faults = strangers.map(
    (stranger) => `不认识的选项 ${stranger}。可用的选项：--port <端口> --data <目录> --demo`,
  )
  const take = <T>(reading: T | Wrong): T | undefined => {
    if (!isWrong(reading)) return reading
    faults.push(reading.wrong)
    return undefined
  }
  const given = (name: string): string | undefined => env[name]?.trim() || undefined

  const demo = values.demo === true
  const port = take(
    values.port === undefined
      ? portOf('PORT', given('PORT') ?? String(DEFAULT_PORT))
      : portOf('--port', values.port),
  )
  const data = take(
    values.data === undefined
      ? folderOf('ZHIXING_DATA', given('ZHIXING_DATA') ?? (demo ? 'data-demo' : 'data'))
      : folderOf('--data', values.data),
  )
  const databaseUrl = take(urlOf('DATABASE_URL', given('DATABASE_URL'), ['postgres:', 'postgresql:']))
  const smtp = take(urlOf('SMTP_URL', given('SMTP_URL'), ['smtp:', 'smtps:']))
  const from = take(addressOf('SMTP_FROM', given('SMTP_FROM')))
  const origin = take(originOf('ZHIXING_ORIGIN', given('ZHIXING_ORIGIN')))
  const host = take(hostOf('ZHIXING_HOST', given('ZHIXING_HOST') ?? '127.0.0.1'))
  const log = take(logOf('ZHIXING_LOG', given('ZHIXING_LOG') ?? 'file'))
  if (smtp && !given('SMTP_FROM'))
    faults.push('已设 SMTP_URL 而没有 SMTP_FROM。请设发件地址，例如 SMTP_FROM=dangwu@example.org')
  if (demo && databaseUrl)
    faults.push('--demo 不能与 DATABASE_URL 同用，以免把示例写进正式的数据库。请去掉其中一个')

  if (
    faults.length > 0 ||
    port === undefined ||
    data === undefined ||
    host === undefined ||
    log === undefined
  )
    return { faults }
  const mail = smtp && from ? { url: smtp, from } : undefined
  return { port, host, data, demo, databaseUrl, mail, origin, log }
}

type Wrong = { wrong: string }
const wrong = (text: string): Wrong => ({ wrong: text })
const isWrong = (reading: unknown): reading is Wrong =>
  typeof reading === 'object' && reading !== null && 'wrong' in reading

const flagsOf = (args: readonly string[]) => {
  const strangers: string[] = []
  const values: { port?: string; data?: string; demo?: boolean } = {}
  const { tokens } = parseArgs({
    args: [...args],
    options: FLAGS,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  for (const token of tokens) {
    if (token.kind === 'positional') strangers.push(`“${token.value}”`)
    if (token.kind !== 'option') continue
    if (token.name === 'demo' && token.value === undefined) values.demo = true
    else if (token.name === 'port' || token.name === 'data') values[token.name] = token.value ?? ''
    else strangers.push(token.value === undefined ? token.rawName : `${token.rawName}=${token.value}`)
  }
  return { values, strangers }
}

const portOf = (name: string, value: string): number | Wrong => {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  return wrong(`${name} 的值“${value}”不是端口号。请用 1 到 65535 之间的整数，例如 --port ${DEFAULT_PORT}`)
}

const folderOf = (name: string, value: string): string | Wrong => {
  if (value.trim() === '' || value.includes('\0'))
    return wrong(`${name} 没有写目录。请写明数据目录，例如 --data ./data`)
  return resolve(value)
}

// The value is not repeated in these: it may hold a password.
const urlOf = (
  name: string,
  value: string | undefined,
  protocols: readonly string[],
): string | undefined | Wrong => {
  if (value === undefined) return undefined
  const url = URL.parse(value)
  const examples: Record<string, string> = {
    'postgres:': 'postgres://user:password@host:5432/zhixing',
    'smtp:': 'smtps://user:password@host:465',
  }
  const remedy = `请按这个样子写：${examples[protocols[0] ?? ''] ?? ''}（密码里的特殊字符须转义）`
  if (!url) return wrong(`${name} 不是有效的地址。${remedy}`)
  if (!protocols.includes(url.protocol))
    return wrong(`${name} 的开头是 ${url.protocol}//，须为 ${protocols[0]}//。${remedy}`)
  if (protocols[0] === 'postgres:' && url.pathname.length < 2)
    return wrong(`${name} 没有写数据库名。${remedy}`)
  return value
}

const addressOf = (name: string, value: string | undefined): string | undefined | Wrong => {
  if (value === undefined || /^([^<>\r\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/.test(value)) return value
  return wrong(`${name} 的值“${value}”不是邮件地址。请写成 dangwu@example.org`)
}

const originOf = (name: string, value: string | undefined): string | undefined | Wrong => {
  if (value === undefined) return undefined
  const url = URL.parse(value)
  const plain =
    url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.username
  if (plain) return url.origin
  return wrong(`${name} 的值“${value}”不是网址的开头部分。请写成 https://zhixing.example.org，不带路径`)
}

const hostOf = (name: string, value: string): string | Wrong => {
  if (/^[\w.:-]+$/.test(value)) return value
  return wrong(`${name} 的值“${value}”不是监听地址。只供本机使用写 127.0.0.1，供局域网使用写 0.0.0.0`)
}

const logOf = (name: string, value: string): 'file' | 'stdout' | Wrong => {
  if (value === 'file' || value === 'stdout') return value
  return wrong(`${name} 的值“${value}”不认识。请写 file（写入数据目录）或 stdout（写到标准输出）`)
}
