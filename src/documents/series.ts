import type { Series } from './year-contract.ts'

/** How long a class of papers is kept. The code is the one that archive numbers are written with. */
export const RETENTIONS = {
  permanent: { title: '永久', code: 'Y', folder: '1 永久' },
  'thirty-years': { title: '定期30年', code: 'D30', folder: '2 定期30年' },
  'ten-years': { title: '定期10年', code: 'D10', folder: '3 定期10年' },
} as const
export type Retention = keyof typeof RETENTIONS

/** The archive's classes in the order of its folders; how long each is kept, a local parameter decides. */
export const SERIES = {
  books: { title: '支部工作手册', parameter: 'archive.retention.books' },
  meetings: { title: '会议', parameter: 'archive.retention.meetings' },
  'life-meetings': { title: '组织生活会', parameter: 'archive.retention.lifeMeetings' },
  appraisals: { title: '民主评议', parameter: 'archive.retention.appraisals' },
  study: { title: '学习和宣讲', parameter: 'archive.retention.study' },
  changes: { title: '党员变动', parameter: 'archive.retention.changes' },
  rosters: { title: '名册', parameter: 'archive.retention.rosters' },
  reports: { title: '报告', parameter: 'archive.retention.reports' },
  handovers: { title: '工作交接', parameter: 'archive.retention.handovers' },
} as const satisfies Readonly<Record<Series | 'books', { title: string; parameter: string }>>
export type SeriesId = keyof typeof SERIES

export const SERIES_IDS = Object.keys(SERIES) as SeriesId[]

/** A class that the archive does not know goes with the meetings' books: nothing is left out. */
export const seriesOf = (series: string): SeriesId =>
  Object.hasOwn(SERIES, series) ? (series as SeriesId) : 'books'

type Settled = readonly { key: string; choice: string; since: string }[]
type Written = readonly { key: string; default: string }[]

/** What stands for each class on the day: the latest choice of the organ, else the default. */
export const retentionsOn = (
  parameters: Written,
  settled: Settled,
  on: string,
): Readonly<Record<SeriesId, Retention>> =>
  Object.fromEntries(
    SERIES_IDS.map((id) => {
      const key = SERIES[id].parameter
      const choice =
        settled.findLast((each) => each.key === key && each.since <= on)?.choice ??
        parameters.find((each) => each.key === key)?.default
      return [id, choice && Object.hasOwn(RETENTIONS, choice) ? choice : 'permanent']
    }),
  ) as Record<SeriesId, Retention>
