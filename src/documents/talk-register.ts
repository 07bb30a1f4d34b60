import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'

export type TalkRow = {
  heldOn: string
  talkerName: string
  partnerName: string
  kind: string
  recordedOn: string | null
}

/** A person's line of the matrix: what stands under each of the others, in the same order as the lines. */
export type MatrixRow = { name: string; post: string; cells: readonly string[] }

export type TalkRegister = {
  organName: string
  unitName: string
  year: number
  rows: readonly TalkRow[]
  matrix: readonly MatrixRow[]
  needs: readonly { title: string; needed: string; done: string; lacking: string; citation: string }[]
}

/** The year's talks as .xlsx: who with whom and when, the matrix, and what is lacking. Nothing of what was said. */
export const talkRegisterXlsx = ({ organName, unitName, year, rows, matrix, needs }: TalkRegister) => {
  const people: Column<MatrixRow>[] = matrix.map(({ name }, at) => ({
    header: name,
    width: 8,
    centred: true,
    of: (row) => row.cells[at] ?? '',
  }))
  return sheetsXlsx(
    [
      ruled({
        name: '谈心谈话登记表',
        title: `${unitName}${year}年谈心谈话登记表`,
        organName,
        columns: COLUMNS,
        rows,
      }),
      ruled({
        name: '谈心谈话对照表',
        title: `${unitName}${year}年谈心谈话对照表`,
        organName,
        columns: [
          { header: '姓名', width: 10, centred: true, of: ({ name }) => name },
          { header: '职务', width: 10, centred: true, of: ({ post }) => post },
          ...people,
        ],
        rows: matrix,
      }),
      ruled({
        name: '还缺的谈话',
        title: `${unitName}${year}年谈心谈话进度`,
        organName,
        columns: NEEDS,
        rows: needs,
      }),
    ],
    unitName,
  )
}

const COLUMNS: readonly Column<TalkRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '日期', width: 14, centred: true, day: true, of: ({ heldOn }) => heldOn },
  { header: '谈话人', width: 14, centred: true, of: ({ talkerName }) => talkerName },
  { header: '谈话对象', width: 14, centred: true, of: ({ partnerName }) => partnerName },
  { header: '类型', width: 16, centred: true, of: ({ kind }) => kind },
  { header: '登记日期', width: 14, centred: true, day: true, of: ({ recordedOn }) => recordedOn ?? '' },
]

const NEEDS: readonly Column<TalkRegister['needs'][number]>[] = [
  { header: '要求', width: 24, of: ({ title }) => title },
  { header: '应谈', width: 10, centred: true, of: ({ needed }) => needed },
  { header: '已谈', width: 10, centred: true, of: ({ done }) => done },
  { header: '还缺', width: 50, of: ({ lacking }) => lacking || '无' },
  { header: '依据', width: 40, of: ({ citation }) => citation },
]
