import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { FACE, twips } from './paper.ts'
import { faceOf } from './typeset.ts'
import { printable } from './wording.ts'

/** A cell of a form. A label is set in 黑体; text keeps its line breaks; what is to be signed by hand is left empty. */
export type Box = {
  text: string
  label?: true
  /** Columns it goes over, and rows. */
  across?: number
  down?: number
  align?: 'left' | 'center'
  bold?: true
}

export type Row = {
  boxes: readonly Box[] /** Least height in millimetres. */
  height?: number /** Repeated on each page. */
  head?: true
}

/** Millimetres: the text block of a sheet upright, and of one across. */
const BLOCK = 156
export const BLOCK_ACROSS = 225
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const BORDERS = { top: line, bottom: line, left: line, right: line }
/** The block on which a table is set, in millimetres, and the size of its text. */
type Sized = { block?: number; points?: number }

/** 小四 within boxes: size three would tear a form over many pages. */
const POINTS = 12

/**
 * A ruled form or table as wide as the text block; `widths` are shares of it, one a column. Rows may break over pages, so that a
 * long text does not push a whole box to the next one.
 */
export const boxed = (
  widths: readonly number[],
  rows: readonly Row[],
  { block = BLOCK, points = POINTS }: Sized = {},
): Table => {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => twips((block * width) / whole))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: rows.map((row) => rowOf(row, columns, points)),
  })
}

export const label = (text: string, more: Partial<Box> = {}): Box => ({ text, label: true, ...more })
export const cell = (text: string, more: Partial<Box> = {}): Box => ({ text, ...more })

const rowOf = ({ boxes, height, head }: Row, columns: readonly number[], points: number): TableRow => {
  let at = 0
  return new TableRow({
    tableHeader: head === true,
    cantSplit: head === true,
    ...(height && { height: { value: twips(height), rule: 'atLeast' as const } }),
    children: boxes.map((box) => {
      const across = box.across ?? 1
      const width = columns.slice(at, at + across).reduce((sum, each) => sum + each, 0)
      at += across
      return cellOf(box, width, points)
    }),
  })
}

const cellOf = ({ text, label, across, down, align, bold }: Box, width: number, points: number): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(across && { columnSpan: across }),
    ...(down && { rowSpan: down }),
    children: printable(text)
      .split('\n')
      .map(
        (each) =>
          new Paragraph({
            alignment: label || align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: { line: points < POINTS ? 260 : 320, before: 0, after: 0 },
            children: [
              new TextRun({
                text: each,
                size: points * 2,
                characterSpacing: 0,
                bold: bold === true,
                ...(label && { font: faceOf(FACE.heading) }),
              }),
            ],
          }),
      ),
  })
