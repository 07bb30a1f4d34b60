import { createHash } from 'node:crypto'
import { MANIFEST, type Manifest, manifestText, READABLE, readableText } from './manifest.ts'
import { steadyZip } from './steady.ts'

export type File = { path: string; bytes: Uint8Array }

type Line = Manifest['files'][number]
/** What the manifest says of a file beside its size and digest. */
export type Place = Omit<Line, 'path' | 'size' | 'sha256'>

export const NOWHERE: Place = { number: null, class: null, retention: null, title: null, on: null }

/** A zip of files with their manifest: the manifest, the same for people, then every file in the order of its path. */
export const withManifest = (
  of: Omit<Manifest, 'format' | 'files'>,
  files: readonly (File & { place?: Place })[],
): Uint8Array => {
  const ordered = files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const { missing, ...whose } = of
  const lines = ordered.map(({ place = NOWHERE, ...file }): Line => ({ ...lineOf(file), ...place }))
  const manifest: Manifest = {
    ...{ format: 'zhixing-archive-1', ...whose, files: lines },
    ...(missing && { missing }),
  }
  const readable = { path: READABLE, bytes: new TextEncoder().encode(readableText(manifest)) }
  const whole = { ...manifest, files: [...lines, { ...lineOf(readable), ...NOWHERE }] }
  const first = { path: MANIFEST, bytes: new TextEncoder().encode(manifestText(whole)) }
  return steadyZip([first, readable, ...ordered])
}

const lineOf = ({ path, bytes }: File) => ({
  path,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
