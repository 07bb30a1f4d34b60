import { FIELD_NAMES, FIELDS, type Field } from './columns.ts'
import type { Mapping } from './layout.ts'
import type { PassedOver } from './roster.ts'
import type { Batch, Imported, RosterPreview } from './roster-contract.ts'

/** What the person at the preview chose beyond what the sheet says. */
export type Choices = {
  mapping: Mapping
  sheet?: string
  headerRow?: number
  presumed?: 'full' | 'probationary'
  decided: Readonly<Record<string, string>>
}

export const NO_CHOICES: Choices = { mapping: {}, decided: {} }

/** The choices as a request's query carries them. */
export const asQuery = (name: string, { mapping, decided, ...rest }: Choices) => ({
  // A longer name is cut, not refused: it only helps to find the import again.
  name: name.slice(0, 200),
  ...rest,
  ...(Object.keys(mapping).length > 0 && { mapping: JSON.stringify(mapping) }),
  ...(Object.keys(decided).length > 0 && { decided: JSON.stringify(decided) }),
})

/** Whether the sheet can be accepted as it stands, and if not, what is missing. */
export const permitToAccept = ({
  obstacle,
  counts,
}: RosterPreview): { may: true } | { may: false; reason: string } => {
  if (obstacle) return { may: false, reason: '还没有认出姓名一列' }
  if (counts.taken === 0) return { may: false, reason: '没有可以收的人' }
  if (counts.open > 0) return { may: false, reason: `请先选定 ${counts.open} 人按哪一种党员收` }
  if (counts.new + counts.changed === 0) return { may: false, reason: '与名册一致，不用导入' }
  return { may: true }
}

/** What accepting would do, in one sentence. */
export const sayCounts = ({ counts, groups }: RosterPreview): string => {
  const parts = [
    `新增 ${counts.new} 人`,
    `更改 ${counts.changed} 人`,
    `不变 ${counts.same} 人`,
    ...(groups.length > 0 ? [`新建党小组 ${groups.length} 个（${groups.join('、')}）`] : []),
  ]
  return `表上可收 ${counts.taken} 人：${parts.join('，')}。`
}

export const sayImported = ({
  batch,
  taken,
  new: made,
  changed,
  handedBack,
  groups,
  posts,
}: Imported): string => {
  if (batch === null) return `表上 ${taken} 人与名册一致，没有改动。`
  const parts = [
    `新增 ${made} 人`,
    `更改 ${changed} 人`,
    ...(groups.length > 0 ? [`新建党小组 ${groups.length} 个`] : []),
    ...(posts > 0 ? [`登记任职 ${posts} 项`] : []),
    ...(handedBack > 0 ? [`退回 ${handedBack} 行没有收`] : []),
  ]
  return `已收 ${taken} 人：${parts.join('，')}。`
}

export const sayBatch = ({ taken, created, changed, handedBack }: Batch): string =>
  `收 ${taken} 人（新增 ${created}，更改 ${changed}）${handedBack > 0 ? `，退回 ${handedBack} 行` : ''}`

/** What a column may be taken for, in the order of the register. */
export const COLUMN_CHOICES: readonly { value: Field | 'ignore'; label: string }[] = [
  { value: 'ignore', label: '不收' },
  ...FIELDS.map((field) => ({ value: field, label: FIELD_NAMES[field] })),
]

const PASSED: Record<PassedOver['why'], string> = {
  title: '标题',
  header: '表头',
  blank: '空行',
  total: '合计',
  signature: '签字',
  note: '说明',
  section: '小组标题',
}

/** Rows that were read as no people, by kind: 标题（第 1、2 行）. */
export const sayPassedOver = (passed: readonly PassedOver[]): string =>
  [...Map.groupBy(passed, ({ why }) => why)]
    .map(([why, rows]) => {
      const named = rows.slice(0, 8).map(({ row }) => row)
      return `${PASSED[why]}（第 ${named.join('、')} 行${rows.length > named.length ? '等' : ''}）`
    })
    .join('，')
