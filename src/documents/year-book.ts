import {
  AlignmentType,
  Bookmark,
  PageReference,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { BLOCK_ACROSS, boxed, cell, label } from './boxes.ts'
import { CHARACTER_PITCH, CHARACTERS, FACE, SIZE } from './paper.ts'
import { blank, faceOf, heading, paragraphs, pitch, type Stretch, typesetStretches } from './typeset.ts'
import { GAP, numeral } from './wording.ts'
import type { Block, Chapter } from './year-contract.ts'

/** The whole year of a unit, chapter by chapter. */
export type Book = {
  organName: string
  unitName: string
  year: number
  chapters: readonly Chapter[]
  /** Ledgers that such a book usually holds and the product does not keep. */
  notKept: readonly string[]
}

export const bookName = ({ unitName, year }: Pick<Book, 'unitName' | 'year'>): string =>
  `${unitName}${year}年${unitName.endsWith('支部') ? '支部' : ''}工作手册`

export const NOTHING = '本年没有记录。'
const LAST = '不在本手册内的台账'

/** The branch book as a .docx: cover, contents, and each chapter from a new page on. A chapter without records says so. */
export const bookDocx = (book: Book): Promise<Uint8Array> =>
  typesetStretches(bookName(book), book.unitName, [
    { cover: true, children: cover(book) },
    ...joined([{ children: contents(book) }, ...book.chapters.flatMap(chapterOf), last(book)]),
  ])

/** What stands under the chapter's heading when there is nothing to tell. */
export const isGap = ({ blocks }: Chapter): boolean => !blocks.some(({ kind }) => kind !== 'gap')

const cover = ({ organName, unitName, year }: Book): Paragraph[] => [
  ...Array.from({ length: 5 }, blank),
  centred(organName, SIZE.body, FACE.subheading),
  blank(),
  centred(unitName, SIZE.title, FACE.title),
  blank(),
  centred(unitName.endsWith('支部') ? '支部工作手册' : '工作手册', 36, FACE.title, 2),
  blank(),
  centred(`${year}年`, SIZE.title, FACE.title),
]

const centred = (text: string, size: number, face: (typeof FACE)[keyof typeof FACE], lines = 1): Paragraph =>
  new Paragraph({
    spacing: { ...pitch, line: pitch.line * lines },
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, size: size * 2, characterSpacing: 0, font: faceOf(face) })],
  })

/** A little closer than the body, so that the contents of a year stand on one page. */
const CONTENTS_PITCH = 24 * 20

const contents = (book: Book): Paragraph[] => [
  centred('目　录', SIZE.title, FACE.title),
  blank(),
  ...[...book.chapters, { title: LAST, blocks: [{ kind: 'text', text: '' }] } as Omit<Chapter, 'id'>].map(
    ({ title, blocks }, at) =>
      new Paragraph({
        spacing: { ...pitch, line: CONTENTS_PITCH },
        tabStops: [
          { type: TabStopType.RIGHT, position: Math.round(CHARACTERS * CHARACTER_PITCH * 20), leader: 'dot' },
        ],
        children: [
          new TextRun(`${numeral(at + 1)}、${title}${blocks.length === 0 ? '（没有记录）' : ''}`),
          new TextRun({ children: [new Tab()] }),
          new PageReference(anchor(at)),
        ],
      }),
  ),
]

const anchor = (at: number): string => `chapter${at + 1}`

type Placed = { children: (Paragraph | Table)[]; across?: true }

/** The heading, and what follows it on sheets upright and across. */
const chapterOf = ({ title, blocks }: Chapter, at: number): Placed[] => {
  const body =
    blocks.length === 0
      ? [{ children: paragraphs(NOTHING) }]
      : blocks.map((block, at) => set(block, title, blocks[at + 1]))
  const [first, ...rest] = body
  return [{ ...first, children: [chapterHeading(title, at), ...(first?.children ?? [])] }, ...rest]
}

const chapterHeading = (title: string, at: number): Paragraph =>
  new Paragraph({
    spacing: { ...pitch, after: pitch.line / 2 },
    alignment: AlignmentType.CENTER,
    outlineLevel: 0,
    keepNext: true,
    pageBreakBefore: true,
    children: [
      new Bookmark({
        id: anchor(at),
        children: [
          new TextRun({
            text: `${numeral(at + 1)}、${title}`,
            size: SIZE.title * 2,
            characterSpacing: 0,
            font: faceOf(FACE.title),
          }),
        ],
      }),
    ],
  })

/** Figures that an upright sheet takes beside one another; a table that asks for more is set across. */
const UPRIGHT = 80

const widthOf = (block: Block | undefined): number =>
  block?.kind === 'table' ? block.widths.reduce((sum, width) => sum + width, 0) : 0

/** 小四, 五号 or 小五: what lets dates and numbers of a table of so many figures stand on one line. */
const pointsOf = (width: number): number => {
  if (width <= UPRIGHT) return 12
  return width <= 130 ? 10.5 : 9
}

/** Words that lead into a table lie on its sheet. */
const set = (block: Block, chapter: string, next: Block | undefined): Placed => {
  const turned = widthOf(next) > UPRIGHT && { across: true as const }
  if (block.kind === 'text') return { ...turned, children: paragraphs(block.text) }
  if (block.kind === 'heading') return { ...turned, children: [heading(2, block.text)] }
  if (block.kind === 'gap')
    return { children: paragraphs(block.text.includes(GAP) ? block.text : `${block.text}${GAP}`) }
  const across = widthOf(block) > UPRIGHT
  const rows = [
    { head: true as const, boxes: block.head.map((text) => label(text)) },
    ...block.rows.map((row) => ({ boxes: row.map((text) => cell(text)) })),
  ]
  return {
    ...(across && { across: true as const }),
    children: [
      ...(block.title === chapter ? [] : [heading(2, block.title)]),
      boxed(block.widths, rows, { points: pointsOf(widthOf(block)), ...(across && { block: BLOCK_ACROSS }) }),
      blank(),
    ],
  }
}

const last = ({ chapters, notKept }: Book): Placed => ({
  children: [
    chapterHeading(LAST, chapters.length),
    ...paragraphs(`以下台账不在本系统内，本手册没有收入，请另附或说明存放处：${notKept.join('、')}。`),
    ...paragraphs(
      '谈话内容、党性分析内容、征求到的意见和表决中个人的选择不编入手册。标为“〔未记〕”的，是记录里没有的内容，没有代为补写。',
    ),
  ],
})

/** Stretches of one kind that follow each other are one: chapters part pages, not sections. */
const joined = (placed: readonly Placed[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const { children, across } of placed) {
    const open = stretches.at(-1)
    if (open && open.across === across) open.children.push(...children)
    else stretches.push({ children: [...children], ...(across && { across }) })
  }
  return stretches
}
