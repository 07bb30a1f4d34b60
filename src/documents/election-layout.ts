import { AlignmentType, Paragraph, Tab, type Table, TabStopType, TextRun } from 'docx'
import { boxed, cell, label, type Row } from './boxes.ts'
import { closingIndents } from './notice.ts'
import { CHARACTER_PITCH, CHARACTERS } from './paper.ts'
import { blank, closing, FIRST_LINE, heading, paragraphs, pitch, salutation, title } from './typeset.ts'
import { numeral, orGap, printable } from './wording.ts'

type Part = Paragraph | Table

/** Issuer and date at the foot, as GB/T 9704 sets them without a seal. */
export const signed = (name: string, date: string): Paragraph[] => {
  const indents = closingIndents(name, date)
  return [closing(name, indents.name), closing(date, indents.date)]
}

type Official = {
  title: readonly [string, string]
  /** 文号; a gap while none is recorded. */
  number: string | null
  /** Goes to the superior: the number stands left, and beside it who issues it, to be written by hand. */
  upward?: true
  to: string
  body: readonly Part[]
  /** The last sentence: 妥否，请批复. It stands on one page with issuer and date. */
  ending?: string
  /** Named in the order they are attached. */
  attached?: readonly string[]
  issuer: string
  on: string
  /** Stands in brackets under the date of a request: 联系人…. */
  note?: string
}

/** An official paper below its head: number, title, addressee, text, attachments, issuer and date, note. */
export const official = ({
  title: named,
  number,
  upward,
  to,
  body,
  ending,
  attached = [],
  issuer,
  on,
  note,
}: Official): Part[] => [
  numberLine(orGap(number), upward === true),
  blank(),
  blank(),
  ...title(...named),
  blank(),
  salutation(`${to}：`),
  ...body,
  ...(ending ? [leading(ending)] : []),
  ...attachments(attached),
  leading(''),
  ...signed(issuer, on),
  ...(note ? paragraphs(`（${note}）`) : []),
]

/** 发文字号 (GB/T 9704 clauses 7.2.5 and 7.2.6). */
const numberLine = (number: string, upward: boolean): Paragraph =>
  upward
    ? new Paragraph({
        spacing: pitch,
        indent: { left: twipsOf(1) },
        tabStops: [{ type: TabStopType.LEFT, position: twipsOf(CHARACTERS - 9) }],
        children: [new TextRun({ children: [number, new Tab(), '签发人：'] })],
      })
    : new Paragraph({ spacing: pitch, alignment: AlignmentType.CENTER, children: [new TextRun(number)] })

const twipsOf = (characters: number): number => Math.round(CHARACTER_PITCH * characters * 20)

/** A line that must not part from what follows it: the last words of a request and whoever signs it. */
const leading = (text: string): Paragraph =>
  new Paragraph({
    spacing: pitch,
    indent: FIRST_LINE,
    keepNext: true,
    children: [new TextRun(printable(text))],
  })

const attachments = (names: readonly string[]): Paragraph[] => {
  if (names.length === 0) return []
  const lines = names.length === 1 ? names : names.map((name, at) => `${at + 1}.${name}`)
  return [leading(''), ...lines.map((line, at) => leading(at === 0 ? `附件：${line}` : `　　　${line}`))]
}

/** 一、…, 二、…, each with its paragraphs; those without any are left out, and the count goes on. */
export type Section = readonly [name: string, body: readonly Part[]]

export const sections = (parts: readonly Section[]): Part[] =>
  parts
    .filter(([, body]) => body.length > 0)
    .flatMap(([name, body], at) => [heading(1, `${numeral(at + 1)}、${name}`), ...body])

/** 1.…, 2.…, a paragraph each. */
export const listed = (lines: readonly string[]): Paragraph[] =>
  lines.flatMap((line, at) => paragraphs(`${at + 1}.${line}`))

/** A form of labelled lines, as registers of what came in are kept. */
export const recordSheet = (lines: readonly (readonly [string, string, number?])[]): Table =>
  boxed(
    [30, 126],
    lines.map(([name, text, height = 11]): Row => ({ boxes: [label(name), cell(text)], height })),
  )

/** A table with a head that is repeated on each page, its cells centred but for those that carry sentences. */
export const table = (
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  left: readonly number[] = [],
  sized: Parameters<typeof boxed>[2] = {},
): Table =>
  boxed(
    widths,
    [
      { head: true, boxes: heads.map((text) => label(text)) },
      ...rows.map(
        (texts): Row => ({
          boxes: texts.map((text, at) => cell(text, left.includes(at) ? {} : { align: 'center' })),
          height: 9,
        }),
      ),
    ],
    sized,
  )
