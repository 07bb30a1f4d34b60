import { boxed, cell, label } from './boxes.ts'
import { closing, heading, paragraphs, subtitle, title, typeset } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

/** 情况反映: one matter that was often seen, with its numbers as they were shown. Null is a number that is kept back. */
export type PatternReport = {
  unitName: string
  kind: string
  title: string
  year: number
  label: string
  seenOn: string
  count: number | null
  total: number
  spans: readonly { label: string; count: number | null; total: number }[]
  threshold: number
  proposal: string | null
  raisedTo: string | null
  ownerName: string
  on: string
}

/** A count on paper. */
export const keptBack = (count: number | null): string => (count === null ? '不显示' : String(count))

export const patternSentence = ({ seenOn, year, label: of, count, total }: PatternReport): string =>
  `据${dateWords(seenOn)}的需求统计，${year}年已结束的季度共登记需求${total}件（封存的另计），其中「${of}」${
    count === null ? '的件数按规定不显示' : `${count}件`
  }。`

export const hiddenSentence = ({ threshold }: PatternReport): string =>
  `少于${threshold}件的，以及显示后能推算出它的，不显示。`

const WIDTHS = [60, 40, 40]

/** At most one page. */
export const patternDocx = (report: PatternReport): Promise<Uint8Array> =>
  typeset(`情况反映（${report.title}）`, report.unitName, [
    ...title('情况反映', ''),
    subtitle(`${report.kind}：${report.title}`),
    heading(1, '一、情况'),
    ...paragraphs(patternSentence(report)),
    boxed(WIDTHS, [
      { head: true, boxes: ['时间', report.label, '全部需求'].map((text) => label(text)) },
      ...report.spans.map((span) => ({
        boxes: [
          cell(span.label, { align: 'center' }),
          cell(keptBack(span.count), { align: 'center' }),
          cell(String(span.total), { align: 'center' }),
        ],
      })),
    ]),
    ...paragraphs(hiddenSentence(report)),
    heading(1, '二、建议'),
    ...paragraphs(orGap(report.proposal)),
    ...paragraphs(`报送：${orGap(report.raisedTo)}。承办：${report.ownerName}。`),
    closing(report.unitName, 4),
    closing(dateWords(report.on), 4),
  ])
