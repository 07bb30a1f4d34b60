import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import { type Found, MANIFEST, Manifest } from '../documents/manifest.ts'
import { ARCHIVE_USAGE, verdict } from './verify.ts'

type Printed = { code: 0 | 1 | 2; out: string; err: string }

/** `archive verify <zip>`: recomputes every digest of an archive's manifest. 0 all agree, 1 something differs, 2 it cannot be read. */
export const archiveCommand = async (argv: readonly string[]): Promise<Printed> => {
  const [act, file, ...more] = argv
  if (act !== 'verify' || !file || more.length > 0) return failed(`写法：${ARCHIVE_USAGE}`)
  const read = readZip(file)
  if (typeof read === 'string') return failed(read)
  const manifest = manifestIn(read.manifest)
  return manifest
    ? { ...verdict(manifest, read.found), err: '' }
    : failed(`${file} 里没有本系统的归档清单 ${MANIFEST}，不能核对。`)
}

const failed = (message: string): Printed => ({ code: 2, out: '', err: `${message}\n` })

const STEP = 1024 * 1024
/** A manifest of many thousands of files is a few megabytes. */
const MOST_MANIFEST = 32 * 1024 * 1024

/** Digests of a zip's files, taken as they are unpacked: however large they say they are, no file is held in memory. */
const readZip = (file: string): { found: Found[]; manifest: Uint8Array } | string => {
  const found: Found[] = []
  const manifest: Uint8Array[] = []
  const unzip = new Unzip((entry) => {
    const hash = createHash('sha256')
    let size = 0
    entry.ondata = (fault, chunk, last) => {
      if (fault) throw fault
      hash.update(chunk)
      size += chunk.length
      if (entry.name === MANIFEST && size <= MOST_MANIFEST) manifest.push(chunk)
      if (last) found.push({ path: entry.name, size, sha256: hash.digest('hex') })
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return `打不开 ${file}。请核对文件名和位置。`
  }
  try {
    const chunk = new Uint8Array(STEP)
    for (;;) {
      const length = readSync(handle, chunk, 0, STEP, null)
      unzip.push(chunk.slice(0, length), length === 0)
      if (length === 0) break
    }
  } catch {
    return `${file} 不是 zip 文件，或已损坏，不能核对。`
  } finally {
    closeSync(handle)
  }
  return { found, manifest: Buffer.concat(manifest) }
}

const manifestIn = (bytes: Uint8Array): Manifest | null => {
  try {
    return Manifest.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}
