import { BLOCK_ACROSS, boxed, cell, label } from './boxes.ts'
import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'
import { paragraphs, title, typesetStretches } from './typeset.ts'
import { dateWords, GAP } from './wording.ts'

/** A line of the archive list. */
export type ListedFile = {
  number: string
  class: string
  title: string
  author: string | null
  /** A day; null where the paper is of a year that is not over. */
  on: string | null
  retention: string
}

export type ArchiveListData = {
  organName: string
  unitName: string
  year: number
  files: readonly ListedFile[]
}

export const archiveListName = ({ unitName, year }: ArchiveListData): string =>
  `${unitName}${year}年归档文件目录`

const HEAD = ['序号', '件号', '类别', '题名', '责任者', '日期', '页数', '保管期限']
const WIDTHS = [6, 16, 14, 38, 18, 18, 9, 12]

/** How many pages a paper has shows only in print; nobody counted them, so the column is a gap to be filled by hand. */
export const PAGES = GAP

const cellsOf = (
  { number, class: series, title, author, on, retention }: ListedFile,
  at: number,
): string[] => [
  String(at + 1),
  number,
  series,
  title,
  author ?? GAP,
  on === null ? GAP : dateWords(on),
  PAGES,
  retention,
]

/** 归档文件目录 as a .docx, across. */
export const archiveListDocx = (data: ArchiveListData): Promise<Uint8Array> =>
  typesetStretches(archiveListName(data), data.unitName, [
    {
      across: true,
      children: [
        ...title(`${data.unitName}${data.year}年`, '归档文件目录'),
        ...paragraphs(`共${data.files.length}件。件号按保管期限各自编排；页数在装订时填写。`),
        boxed(
          WIDTHS,
          [
            { head: true, boxes: HEAD.map((text) => label(text)) },
            ...data.files.map((file, at) => ({ boxes: cellsOf(file, at).map((text) => cell(text)) })),
          ],
          { block: BLOCK_ACROSS, points: 10.5 },
        ),
      ],
    },
  ])

export const archiveListXlsx = (data: ArchiveListData): Promise<Uint8Array> =>
  sheetsXlsx(
    [
      ruled({
        name: '归档文件目录',
        title: archiveListName(data),
        organName: data.organName,
        columns: HEAD.map(
          (header, column): Column<ListedFile> => ({
            header,
            width: WIDTHS[column]!,
            of: (file, at) => (column === 0 ? at + 1 : cellsOf(file, at)[column]!),
          }),
        ),
        rows: data.files,
      }),
    ],
    data.unitName,
  )
