import {
  AlignmentType,
  Document,
  Footer,
  LeaderType,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import {
  CHARACTER_PITCH,
  CHARACTERS,
  FACE,
  type Face,
  LINE_PITCH,
  MARGIN,
  PAPER,
  SIZE,
  twips,
} from './paper.ts'
import { printable } from './wording.ts'

/** A stretch of text in one face; plain strings are set in 仿宋. */
export type Piece = string | { text: string; face: Face }

export const FIRST_LINE = { firstLine: Math.round(CHARACTER_PITCH * 2 * 20), firstLineChars: 200 }
const characters = (count: number): number => Math.round(CHARACTER_PITCH * count * 20)
export const pitch = { line: Math.round(LINE_PITCH * 20), lineRule: LineRuleType.EXACT, before: 0, after: 0 }

/** A run's font: one face for Chinese and Latin letters alike. */
export const faceOf = ({ name }: Face) => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
  hint: 'eastAsia' as const,
})
const run = (piece: Piece): TextRun =>
  typeof piece === 'string'
    ? new TextRun({ text: printable(piece) })
    : new TextRun({ text: printable(piece.text), font: faceOf(piece.face) })

/** A paragraph of the body, its first line two characters in; each line break of a typed text begins a new one. */
export const paragraphs = (...pieces: Piece[]): Paragraph[] => {
  const [last = '', ...lead] = pieces.toReversed()
  const lines = typeof last === 'string' ? last.split(/\r?\n/).filter((text) => text.trim() !== '') : [last]
  const first = lead.toReversed()
  return (lines.length === 0 ? [''] : lines).map(
    (line, at) =>
      new Paragraph({
        spacing: pitch,
        indent: FIRST_LINE,
        widowControl: false,
        children: [...(at === 0 ? first : []), line].map(run),
      }),
  )
}

/** 时间：…, the label in 黑体. */
export const labelled = (label: string, text: string): Paragraph[] =>
  paragraphs({ text: `${label}：`, face: FACE.heading }, text)

/** In one line where it fits; else its two halves stand on a line each, so that no word is torn. */
export const title = (first: string, second: string): Paragraph[] =>
  (first.length + second.length <= TITLE_CHARACTERS ? [first + second] : [first, second]).map(titleLine)

const TITLE_CHARACTERS = Math.floor((CHARACTERS * CHARACTER_PITCH) / SIZE.title)

const titleLine = (text: string): Paragraph =>
  new Paragraph({
    spacing: pitch,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    children: [new TextRun({ text, size: SIZE.title * 2, characterSpacing: 0, font: faceOf(FACE.title) })],
  })

/** What stands under a title, in 楷体: （2026年第4次）. */
export const subtitle = (text: string): Paragraph =>
  new Paragraph({
    spacing: pitch,
    alignment: AlignmentType.CENTER,
    children: [run({ text, face: FACE.subheading })],
  })

/** 一、in 黑体 at level 1, （一）in 楷体 at level 2; it never stays alone at the foot of a page. */
export const heading = (level: 1 | 2, text: string): Paragraph =>
  new Paragraph({
    spacing: pitch,
    indent: FIRST_LINE,
    keepNext: true,
    children: [run({ text, face: level === 1 ? FACE.heading : FACE.subheading })],
  })

export const blank = (): Paragraph => new Paragraph({ spacing: pitch })

/** Flush left: the salutation of a notice. */
export const salutation = (text: string): Paragraph =>
  new Paragraph({ spacing: pitch, children: [run(text)] })

/** Flush right, so many characters from the edge: signature and date. */
export const closing = (text: string, fromRight: number): Paragraph =>
  new Paragraph({
    spacing: pitch,
    alignment: AlignmentType.RIGHT,
    indent: { right: characters(fromRight) },
    keepLines: true,
    children: [run(text)],
  })

/** Places to sign by hand, side by side on one line, each with a rule to write on. */
export const signatures = (labels: readonly [string, string]): Paragraph =>
  new Paragraph({
    spacing: pitch,
    keepLines: true,
    tabStops: [
      { type: TabStopType.LEFT, position: characters(13), leader: LeaderType.UNDERSCORE },
      { type: TabStopType.LEFT, position: characters(15) },
      { type: TabStopType.LEFT, position: characters(CHARACTERS), leader: LeaderType.UNDERSCORE },
    ],
    children: [new TextRun({ children: [labels[0], new Tab(), new Tab(), labels[1], new Tab()] })],
  })

const number = (side: 'odd' | 'even'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: SIZE.number * 20 } : { left: SIZE.number * 20 },
        spacing: { line: 280, lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: SIZE.number * 2,
            characterSpacing: 0,
            font: faceOf(FACE.number),
          }),
        ],
      }),
    ],
  })

/** A stretch of pages of one kind. `across`: the sheet lies on its side, for a table that needs it. */
export type Stretch = {
  children: (Paragraph | Table)[]
  across?: true
  /** A cover, which carries no number; pages are counted from the stretch after it. */
  cover?: true
  /** A slip without number and with a narrow margin: one a sheet, or two side by side on a sheet across, to be cut apart. */
  slip?: 'single' | 'pair'
}

/** The bytes of a .docx of these paragraphs on the page of GB/T 9704. Same paragraphs, same text; times of making are not kept. */
export const typeset = (name: string, unit: string, children: (Paragraph | Table)[]): Promise<Uint8Array> =>
  typesetStretches(name, unit, [{ children }])

/** The same over stretches of pages, each beginning on a new one. */
export const typesetStretches = async (
  name: string,
  unit: string,
  stretches: readonly Stretch[],
): Promise<Uint8Array> => {
  const document = new Document({
    title: name,
    creator: unit,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        // What is typed into it later keeps to the same lines.
        document: {
          paragraph: { spacing: pitch },
          run: {
            size: SIZE.body * 2,
            font: faceOf(FACE.body),
            characterSpacing: Math.round((CHARACTER_PITCH - SIZE.body) * 20),
            language: { eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: stretches.map((stretch, at) => ({
      properties: {
        page: {
          ...pageOf(stretch.across === true || stretch.slip === 'pair'),
          ...(stretch.slip && { margin: SLIP[stretch.slip] }),
          ...(stretches[at - 1]?.cover && { pageNumbers: { start: 1 } }),
        },
        ...(stretch.slip === 'pair' && { column: CUT }),
      },
      // A stretch without footers of its own would go on with those before it.
      footers: stretch.cover || stretch.slip ? UNNUMBERED : { default: number('odd'), even: number('even') },
      children: stretch.children,
    })),
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }])
}

const UNNUMBERED = {
  default: new Footer({ children: [new Paragraph({})] }),
  even: new Footer({ children: [new Paragraph({})] }),
}

const around = (edge: number) => ({
  ...{ top: twips(edge), left: twips(edge), right: twips(edge), bottom: twips(edge) },
  ...{ header: twips(5), footer: twips(5), gutter: 0 },
})
const SLIP = { single: around(22), pair: around(13) } as const
/** Two columns as far from the line between them as from the edges. */
const CUT = { count: 2, space: twips(26), equalWidth: true, separate: true }

/** The sheet upright, or turned by a quarter to the left with the same block on it. */
const pageOf = (across: boolean) => {
  const { top, left, right, bottom } = across
    ? { top: MARGIN.left, left: MARGIN.top, right: MARGIN.bottom, bottom: MARGIN.right }
    : MARGIN
  return {
    size: {
      width: twips(PAPER.width),
      height: twips(PAPER.height),
      ...(across && { orientation: PageOrientation.LANDSCAPE }),
    },
    margin: {
      top: twips(top),
      left: twips(left),
      right: twips(right),
      bottom: twips(bottom),
      header: twips(15),
      footer: twips(across ? FOOTER - (MARGIN.bottom - MARGIN.right) : FOOTER),
      gutter: 0,
    },
  }
}

/** Millimetres from the lower edge of the paper to the foot of the page number, so that its dash lies 7 mm below the block. */
const FOOTER = 24.5

const fontTable = (): string => {
  const fonts = Object.values(FACE).map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}
