import { nameable } from '../documents/file-name.ts'
import {
  RETENTIONS,
  type Retention,
  SERIES,
  SERIES_IDS,
  type SeriesId,
  seriesOf,
} from '../documents/series.ts'

/** What filing needs to know of a paper; `on` is empty where the paper is of the whole year and the year is not over. */
export type Paper = {
  series: string
  on: string
  title: string
  author: string | null
  fileName: string
}

/** A paper in its place. */
export type Filed<P extends Paper = Paper> = P & {
  series: SeriesId
  retention: Retention
  /** 2026-D30-0007: year, retention, and the number in both. */
  number: string
  path: string
}

type Filing = {
  /** The unit's folder in the zip. */
  folder: string
  year: number
  retentions: Readonly<Record<SeriesId, Retention>>
}

/**
 * Each paper in the folder of its retention and its class, numbered within the retention. The order is that of the records and
 * not that in which they came, so the same records are numbered alike.
 */
export const filed = <P extends Paper>(
  { folder, year, retentions }: Filing,
  papers: readonly P[],
): Filed<P>[] => {
  const placed = papers
    .map((paper) => ({ ...paper, series: seriesOf(paper.series) }))
    .toSorted(
      (one, other) =>
        SERIES_IDS.indexOf(one.series) - SERIES_IDS.indexOf(other.series) ||
        compare(one.on, other.on) ||
        compare(one.fileName, other.fileName) ||
        compare(one.title, other.title),
    )
  const counts = new Map<Retention, number>()
  return placed.map((paper) => {
    const retention = retentions[paper.series]
    const count = (counts.get(retention) ?? 0) + 1
    counts.set(retention, count)
    const serial = String(count).padStart(4, '0')
    const { code, folder: shelf } = RETENTIONS[retention]
    const path = [
      folder,
      shelf,
      `${String(SERIES_IDS.indexOf(paper.series) + 1).padStart(2, '0')} ${SERIES[paper.series].title}`,
      `${serial} ${nameable(paper.fileName)}`,
    ].join('/')
    return { ...paper, retention, number: `${year}-${code}-${serial}`, path }
  })
}

// By code points: what a machine's language makes of an order is not of the record.
const compare = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}
