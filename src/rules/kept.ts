import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

const PLACE = join(import.meta.dirname, '../../.cache/regulations.json')

/**
 * YAML as values. All the regulations take a quarter of a second to parse at each start, so what a text said is kept, under
 * the digest of that very text: a changed file is parsed anew, and a lost or unwritable store costs only time.
 */
export const keptYaml = (place: string = PLACE) => {
  const before = storeAt(place)
  const now: Record<string, unknown> = {}
  let fresh = false
  return {
    /** @throws what the parser throws. */
    read: (text: string): unknown => {
      const digest = createHash('sha256').update(text).digest('base64')
      fresh ||= !Object.hasOwn(before, digest)
      now[digest] = Object.hasOwn(before, digest) ? before[digest] : parse(text)
      return now[digest]
    },
    /** Keeps what was read this time, if any of it was new. */
    keep: (): void => {
      if (!fresh) return
      try {
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(`${place}.${process.pid}`, JSON.stringify(now))
        renameSync(`${place}.${process.pid}`, place)
      } catch {
        // A read-only installation parses each time.
      }
    },
  }
}

const storeAt = (place: string): Record<string, unknown> => {
  try {
    const store: unknown = JSON.parse(readFileSync(place, 'utf8'))
    return typeof store === 'object' && store !== null ? (store as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
