import { setImmediate as turn } from 'node:timers/promises'
import { RETENTIONS, SERIES } from '../documents/series.ts'
import type { YearPaper } from '../documents/year-contract.ts'
import { type File, NOWHERE, withManifest } from '../documents/zip.ts'
import type { Filed } from './filing.ts'

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

/** The zip of an archive with its manifest, the papers in their places. */
export const packed = async (
  of: Of,
  files: readonly File[],
  papers: readonly Filed<YearPaper>[],
): Promise<Uint8Array> => {
  const places = new Map(
    papers.map((paper) => {
      const { number, class: series, retention, title, on } = listed(paper)
      return [paper.path, { number, class: series, retention, title, on }]
    }),
  )
  await turn()
  return withManifest(
    of,
    files.map((file) => ({ ...file, place: places.get(file.path) ?? NOWHERE })),
  )
}
