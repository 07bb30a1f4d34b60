import { AlignmentType, ColumnBreak, Paragraph, TextRun } from 'docx'
import { FACE } from './paper.ts'
import { faceOf } from './typeset.ts'

/** Where a ballot begins: where the pen is, in the other half of the sheet, or on a new one. */
export type Start = 'here' | 'column' | 'page'

type Look = {
  points: number
  align: 'left' | 'center' | 'right'
  face?: (typeof FACE)[keyof typeof FACE]
  start?: Start
  before?: number
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** A line in any size, since a ballot does not keep to the page of official papers. */
export const line = (
  text: string,
  { points, align, face = FACE.body, start = 'here', before = 0 }: Look,
): Paragraph =>
  new Paragraph({
    alignment: ALIGN[align],
    spacing: {
      line: Math.round(points * 1.4 * 20),
      before: before + (align === 'left' ? 20 : 60),
      after: 40,
    },
    pageBreakBefore: start === 'page',
    children: [
      ...(start === 'column' ? [new ColumnBreak()] : []),
      new TextRun({ text, size: points * 2, characterSpacing: 0, font: faceOf(face) }),
    ],
  })
