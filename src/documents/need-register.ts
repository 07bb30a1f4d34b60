import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'

/** A matter as the register has it: what its frame says, and of ordinary ones, where chosen, the line. */
export type NeedRegisterRow = {
  number: string
  channel: string
  receivedOn: string
  receivedBy: string
  category: string
  area: string
  line: string
  level: string
  petition: string
  state: string
  owner: string
  dueOn: string
  outcome: string
  toldOn: string
  closedOn: string
}

export type NeedRegister = {
  organName: string
  /** 2026年, 2026年11月. */
  span: string
  withWords: boolean
  rows: readonly NeedRegisterRow[]
}

const LINE: Column<NeedRegisterRow> = { header: '一句话说明', width: 40, of: ({ line }) => line }

const COLUMNS: readonly Column<NeedRegisterRow>[] = [
  { header: '编号', width: 14, centred: true, of: ({ number }) => number },
  { header: '来源', width: 14, centred: true, of: ({ channel }) => channel },
  { header: '接收日期', width: 13, day: true, of: ({ receivedOn }) => receivedOn },
  { header: '登记人', width: 10, centred: true, of: ({ receivedBy }) => receivedBy },
  { header: '类别', width: 14, centred: true, of: ({ category }) => category },
  { header: '所在地', width: 16, of: ({ area }) => area },
  { header: '分诊', width: 22, of: ({ level }) => level },
  { header: '是否信访', width: 14, centred: true, of: ({ petition }) => petition },
  { header: '进度', width: 12, centred: true, of: ({ state }) => state },
  { header: '承办人', width: 10, centred: true, of: ({ owner }) => owner },
  { header: '最近期限', width: 13, day: true, of: ({ dueOn }) => dueOn },
  { header: '办理结果', width: 18, of: ({ outcome }) => outcome },
  { header: '告知本人', width: 13, day: true, of: ({ toldOn }) => toldOn },
  { header: '办结', width: 13, day: true, of: ({ closedOn }) => closedOn },
]

/** 需求登记表. Without the lines it may leave the desk; of sensitive matters it never has any. */
export const needRegisterXlsx = ({ organName, span, withWords, rows }: NeedRegister): Promise<Uint8Array> => {
  const columns = withWords ? [...COLUMNS.slice(0, 6), LINE, ...COLUMNS.slice(6)] : COLUMNS
  const sheet = ruled({
    name: '需求登记表',
    title: `${organName}${span}需求登记表`,
    organName,
    columns,
    rows,
  })
  return sheetsXlsx([sheet], organName)
}
