import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'

/** A contact point, with who keeps contact; nothing of what was said there. */
export type ContactRow = {
  name: string
  kind: string
  area: string | null
  since: string
  /** With the span of each: 林知夏（2026-01-05 起）. */
  keepers: readonly { name: string; since: string }[]
  lastOn: string | null
}

const COLUMNS: readonly Column<ContactRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_, at) => at + 1 },
  { header: '联系点', width: 32, of: ({ name }) => name },
  { header: '类别', width: 14, centred: true, of: ({ kind }) => kind },
  { header: '所在地', width: 18, of: ({ area }) => area ?? '' },
  { header: '设立日期', width: 13, centred: true, day: true, of: ({ since }) => since },
  {
    header: '联系干部',
    width: 36,
    of: ({ keepers }) => keepers.map(({ name, since }) => `${name}（${since}起）`).join('、') || '未安排',
  },
  { header: '最近走访', width: 13, centred: true, day: true, of: ({ lastOn }) => lastOn ?? '未记' },
]

/** 联系点一览, as it stands on the day. */
export const contactSheet = (organName: string, on: string, rows: readonly ContactRow[]) =>
  sheetsXlsx(
    [
      ruled({
        name: '联系点一览',
        title: `${organName}联系点一览（${on}）`,
        organName,
        columns: COLUMNS,
        rows,
      }),
    ],
    organName,
  )
