import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'

const LOG_LIMIT = 20_000_000
const LOOK_EVERY_MS = 600_000

/** Structured lines: into `zhixing.log` of the data folder, of which one older part is kept, or to the standard output. */
export const openLog = (data: string, kind: 'file' | 'stdout'): Logger => {
  if (kind === 'stdout') return pino(options, pino.destination({ dest: 1, sync: true }))
  const path = join(data, 'zhixing.log')
  turn(path)
  const file = pino.destination({ dest: path, mode: 0o600, sync: true })
  setInterval(() => turn(path) && file.reopen(), LOOK_EVERY_MS).unref()
  return pino(options, file)
}

const turn = (path: string): boolean => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < LOG_LIMIT) return false
  renameSync(path, `${path}.1`)
  return true
}

/** An error as the log may keep it: a database's error repeats people's data in its detail and in quotes. */
export const loggable = (error: unknown) => {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string }
  const ofDatabase = 'severity' in error
  const message = ofDatabase ? withoutValues(error.message) : error.message
  const stack = ofDatabase ? error.stack?.split('\n    at ').slice(1).join('\n    at ') : error.stack
  return { type: error.name, message, code, constraint, table, stack }
}

const withoutValues = (text: string): string => text.replace(/"[^"]*"|'[^']*'/g, '"…"')

const SECRET = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'set-cookie',
  'url',
  'connectionString',
  'identityNumber',
]

const options = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label: string) => ({ level: label }) },
  serializers: { err: loggable },
  redact: {
    paths: SECRET.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]),
    censor: '[不记录]',
  },
}
