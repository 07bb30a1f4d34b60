import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/**
 * The same records as the same bytes. Word and Excel files state when they were made, number their bookmarks from a count that
 * runs through the process, and carry the clock and the time zone of the machine in their packing. None of it is of the record.
 */
export const steady = (name: string, bytes: Uint8Array): Uint8Array => {
  if (!/\.(docx|xlsx)$/i.test(name)) return bytes
  const parts = partsOf(bytes)
  if (parts === null) return bytes
  const names = Object.keys(parts).toSorted(byOffice)
  return packed(names.map((part) => [part, steadyPart(part, parts[part]!)]))
}

// Files of our own making, or filled from a template whose size was judged when it was put in.
const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> | null => {
  try {
    return unzipSync(bytes)
  } catch {
    return null
  }
}

/** A zip in the order given, without times; what is packed already is not packed again. */
export const steadyZip = (files: readonly { path: string; bytes: Uint8Array }[]): Uint8Array =>
  packed(
    files.map(({ path, bytes }) => [path, bytes]),
    0,
  )

/** Packing a part takes longer than it saves below so many bytes. */
const SMALL = 1024

const packed = (files: readonly (readonly [string, Uint8Array])[], most: 0 | 6 = 6): Uint8Array => {
  const entries: Zippable = {}
  // The first instant a zip can state, written as the clock of the zone in which the machine stands would.
  const mtime = new Date(1980, 0, 1)
  for (const [path, bytes] of files)
    entries[path] = [bytes, { mtime, level: bytes.length < SMALL ? 0 : most }]
  return zipSync(entries)
}

// Office reads the list of types first.
const TYPES = '[Content_Types].xml'
const byOffice = (one: string, other: string): number => {
  if (one === TYPES || other === TYPES) return one === TYPES ? -1 : 1
  return one < other ? -1 : 1
}

const steadyPart = (name: string, bytes: Uint8Array): Uint8Array => {
  if (name === 'docProps/core.xml') return strToU8(strFromU8(bytes).replace(MADE, ''))
  if (name === 'word/document.xml') return strToU8(renumbered(strFromU8(bytes)))
  return bytes
}

const MADE = /<(dcterms:created|dcterms:modified|cp:lastModifiedBy)\b[^>]*>[^<]*<\/\1>/g

const BOOKMARK = /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")/g

const renumbered = (document: string): string => {
  const numbers = new Map<string, string>()
  return document.replace(BOOKMARK, (_whole, before: string, id: string, after: string) => {
    if (!numbers.has(id)) numbers.set(id, String(numbers.size + 1))
    return `${before}${numbers.get(id)}${after}`
  })
}
