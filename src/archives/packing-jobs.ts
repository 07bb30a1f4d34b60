import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { steadyZip } from '../documents/steady.ts'
import type { YearPaper } from '../documents/year-contract.ts'
import type { Filed } from './filing.ts'
import { MANIFEST, type Manifest, manifestText, READABLE, readableText } from './manifest.ts'
import { RETENTIONS, SERIES } from './series.ts'

export type File = { path: string; bytes: Uint8Array }

/** A paper as the archive list and the manifest name it. */
export const listed = ({ number, series, title, author, on, retention }: Filed<YearPaper>) => ({
  number,
  class: SERIES[series].title,
  title,
  author,
  on: on || null,
  retention: RETENTIONS[retention].title,
})

type Of = { organ: string; unit: string; year: number }
type Line = Manifest['files'][number]

/** The zip of an archive: the manifest, the same for people, then every file in the order of its path. */
export const packed = async (
  of: Of,
  files: readonly File[],
  papers: readonly Filed<YearPaper>[],
): Promise<Uint8Array> => {
  const places = new Map(papers.map((paper) => [paper.path, listed(paper)]))
  const ordered = files.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const lines: Line[] = []
  for (const file of ordered) {
    const { number, class: series, retention, title, on } = places.get(file.path) ?? NOWHERE
    lines.push({ ...lineOf(file), number, class: series, retention, title, on })
  }
  const manifest: Manifest = { format: 'zhixing-archive-1', ...of, files: lines }
  const readable = { path: READABLE, bytes: new TextEncoder().encode(readableText(manifest)) }
  const whole = { ...manifest, files: [...lines, { ...lineOf(readable), ...NOWHERE }] }
  await turn()
  const first = { path: MANIFEST, bytes: new TextEncoder().encode(manifestText(whole)) }
  return steadyZip([first, readable, ...ordered])
}

const NOWHERE = { number: null, class: null, retention: null, title: null, on: null }

const lineOf = ({ path, bytes }: File) => ({
  path,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
