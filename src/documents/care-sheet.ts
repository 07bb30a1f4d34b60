import { type AnySheet, type Column, ruled } from './ruled-sheet.ts'

type CareRow = {
  personName: string
  occasion: string
  visitedOn: string | null
  visitors: string | null
  place: string | null
  goods: string | null
  yuan: string | null
  situation: string | null
  severity: string | null
  remark: string | null
}

export type CareSheetData = {
  unitName: string
  year: number
  rows: readonly CareRow[]
  /** Whether what lies sealed was opened for this sheet. */
  opened: boolean
}

const OPEN: readonly Column<CareRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_, at) => at + 1 },
  { header: '走访对象', width: 12, of: ({ personName }) => personName },
  { header: '时机', width: 16, of: ({ occasion }) => occasion },
  { header: '走访日期', width: 13, centred: true, day: true, of: ({ visitedOn }) => visitedOn ?? '未走访' },
  { header: '走访人', width: 24, of: ({ visitors }) => visitors ?? '' },
  { header: '地点', width: 20, of: ({ place }) => place ?? '' },
  { header: '物品', width: 24, of: ({ goods }) => goods ?? '' },
  { header: '慰问金（元）', width: 13, of: ({ yuan }) => yuan ?? '' },
]

const SEALED: readonly Column<CareRow>[] = [
  { header: '困难程度', width: 12, of: ({ severity }) => severity ?? '' },
  { header: '情况', width: 36, of: ({ situation }) => situation ?? '' },
  { header: '备注', width: 24, of: ({ remark }) => remark ?? '' },
]

/** 走访慰问登记表; without what lies sealed unless it was opened for it. */
export const careSheet = ({ unitName, year, rows, opened }: CareSheetData): AnySheet =>
  ruled({
    name: '走访慰问',
    title: `${unitName}${year}年走访慰问登记表`,
    organName: unitName,
    columns: opened ? [...OPEN, ...SEALED] : OPEN,
    rows,
  })
