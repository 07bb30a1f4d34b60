import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'

/** A month of the year's list. A count nobody stated is null, not 0. */
export type ThemeListRow = {
  month: number
  theme: string | null
  form: string | null
  preparerName: string | null
  /** The day it was held, or else the day it is fixed on. */
  on: string | null
  place: string | null
  hostName: string | null
  parts: readonly string[]
  present: number | null
  state: string
}

export type ThemeListData = {
  organName: string
  unitName: string
  year: number
  rows: readonly ThemeListRow[]
}

/** The year's theme days as .xlsx: one line a month. */
export const themeListXlsx = ({ organName, unitName, year, rows }: ThemeListData): Promise<Uint8Array> => {
  const title = `${unitName}${year}年主题党日一览表`
  return sheetsXlsx(
    [ruled({ name: `${year}年主题党日`, title, organName, columns: COLUMNS, rows })],
    unitName,
  )
}

const COLUMNS: readonly Column<ThemeListRow>[] = [
  { header: '月份', width: 7, centred: true, of: ({ month }) => `${month}月` },
  { header: '日期', width: 12, centred: true, day: true, of: ({ on }) => on ?? '' },
  { header: '主题', width: 34, of: ({ theme }) => theme ?? '' },
  { header: '形式', width: 11, centred: true, of: ({ form }) => form ?? '' },
  { header: '环节', width: 40, of: ({ parts }) => parts.join('\n') },
  { header: '地点', width: 18, of: ({ place }) => place ?? '' },
  { header: '组织者', width: 10, centred: true, of: ({ hostName }) => hostName ?? '' },
  { header: '准备人', width: 10, centred: true, of: ({ preparerName }) => preparerName ?? '' },
  { header: '实到', width: 7, centred: true, of: ({ present }) => present ?? '' },
  { header: '状态', width: 10, centred: true, of: ({ state }) => state },
]
