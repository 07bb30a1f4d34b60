import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { FACE } from './paper.ts'
import { qrPng } from './qr-image.ts'
import { faceOf, typesetStretches } from './typeset.ts'
import { dateWords } from './wording.ts'

export type SurveySlips = {
  unitName: string
  title: string
  purpose: string
  untilOn: string
  /** Where the page is that takes the answers. */
  address: string
  codes: readonly string[]
}

/** Slips to be cut apart, two a row, each with an address, a code that is used once, and no name. */
export const slipsDocx = (slips: SurveySlips): Promise<Uint8Array> =>
  typesetStretches(`自愿调查发放条（${slips.title}）`, slips.unitName, [
    { slip: 'single', children: [pad(slips)] },
  ])

const SIDE = 96
const WIDTH = 5000

const pad = (slips: SurveySlips): Table => {
  const pairs = Array.from({ length: Math.ceil(slips.codes.length / 2) }, (_, at) =>
    slips.codes.slice(at * 2, at * 2 + 2),
  )
  return new Table({
    width: { size: WIDTH * 2, type: WidthType.DXA },
    columnWidths: [WIDTH, WIDTH],
    rows: pairs.map(
      ([left, right]) => new TableRow({ cantSplit: true, children: [slip(slips, left), slip(slips, right)] }),
    ),
  })
}

const DASH = { style: BorderStyle.DASHED, size: 4, color: '888888' }

const slip = (slips: SurveySlips, code: string | undefined): TableCell =>
  new TableCell({
    width: { size: WIDTH, type: WidthType.DXA },
    borders: { top: DASH, bottom: DASH, left: DASH, right: DASH },
    margins: { top: 120, bottom: 120, left: 160, right: 160 },
    children: code === undefined ? [new Paragraph({})] : faceOfSlip(slips, code),
  })

const faceOfSlip = (
  { title, purpose, untilOn, address, unitName }: SurveySlips,
  code: string,
): Paragraph[] => [
  line(`${unitName}自愿调查：${title}`, 12, 'head'),
  line(purpose, 9),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 40, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: qrPng(`${address}#${code}`),
        transformation: { width: SIDE, height: SIDE },
        altText: { name: 'qr', title: '二维码', description: '打开问卷的二维码' },
      }),
    ],
  }),
  line(`编号　${code}`, 14, 'head'),
  line(`扫码，或打开 ${address} 输入编号。`, 9),
  line(`愿意就填，不记姓名，每张限填一次；到${dateWords(untilOn)}为止。`, 9),
]

const line = (text: string, points: number, as?: 'head'): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: Math.round(points * 26), before: 0, after: 0 },
    children: [
      new TextRun({ text, size: points * 2, characterSpacing: 0, ...(as && { font: faceOf(FACE.heading) }) }),
    ],
  })
