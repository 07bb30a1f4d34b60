import type { Paragraph, Table } from 'docx'
import { boxed, cell, label } from './boxes.ts'
import { blank, closing, heading, paragraphs, subtitle, title, typeset } from './typeset.ts'
import { dateWords, numeral } from './wording.ts'

/** A figure in words and numbers; `rows` is null where it is kept back. */
export type ReportFigure = {
  label: string
  asked: string
  rows: readonly { text: string; count: number; percent: number; least: number; most: number }[] | null
}

export type WellbeingReport = {
  unitName: string
  year: number
  /** The last day that the answers reach to; null while no quarter may be told. */
  until: string | null
  threshold: number
  told: readonly ReportFigure[]
  rounds: readonly { title: string; when: string; came: string; figures: readonly ReportFigure[] }[]
  on: string
}

const STEPS = 16

/** A share and its interval drawn in full-width signs, sixteen for the whole: 　｜－－＊－－｜. */
export const whiskerWords = ({
  percent,
  least,
  most,
}: {
  percent: number
  least: number
  most: number
}): string => {
  const at = (share: number) => Math.min(STEPS - 1, Math.floor((share * STEPS) / 100))
  return Array.from({ length: STEPS }, (_, step) => {
    if (step === at(percent)) return '＊'
    if (step === at(least)) return '｜'
    if (step === at(most)) return '｜'
    return step > at(least) && step < at(most) ? '－' : '　'
  })
    .join('')
    .trimEnd()
}

export const METHOD = [
  '占比的分母是回答这一题的人数；95%区间按威尔逊（1927）的算法，下端向下、上端向上取整。区间只算了碰巧问到谁的误差，不能代表没有问到和没有回答的人。',
  '不合成总分，不给人和单位打分、排名次。',
] as const

const WIDTHS = [32, 14, 14, 26, 70]

const figureParts = ({ label: of, asked, rows }: ReportFigure): (Paragraph | Table)[] => [
  ...paragraphs(`${of}　${asked}`),
  ...(rows && rows.length > 0
    ? [
        boxed(WIDTHS, [
          {
            head: true,
            boxes: ['回答', '人数', '占比', '95%区间', '区间示意（左端0，右端100%）'].map((text) =>
              label(text),
            ),
          },
          ...rows.map((row) => ({
            boxes: [
              cell(row.text, { align: 'center' as const }),
              cell(String(row.count), { align: 'center' as const }),
              cell(`${row.percent}%`, { align: 'center' as const }),
              cell(`${row.least}%—${row.most}%`, { align: 'center' as const }),
              cell(whiskerWords(row)),
            ],
          })),
        ]),
      ]
    : []),
]

/** 满意度和自愿调查情况, for the leadership: the same figures as on the page, the same kept back. */
export const wellbeingDocx = (report: WellbeingReport): Promise<Uint8Array> => {
  const { unitName, year, until, threshold, told, rounds, on } = report
  return typeset(`${unitName}${year}年满意度和自愿调查情况`, unitName, [
    ...title(unitName, `${year}年满意度和自愿调查情况`),
    ...(until ? [subtitle(`（答复统计到${dateWords(until)}告知的）`)] : []),
    blank(),
    heading(1, '一、告知以后本人的答复'),
    ...(told.length === 0 ? paragraphs('还没有可以显示的答复。') : told.flatMap(figureParts)),
    heading(1, '二、自愿调查'),
    ...(rounds.length === 0 ? paragraphs('本年没有自愿调查。') : []),
    ...rounds.flatMap((round, at) => [
      heading(2, `（${numeral(at + 1)}）${round.title}`),
      ...paragraphs(`${round.when}。${round.came}。`),
      ...round.figures.flatMap(figureParts),
    ]),
    heading(1, '三、说明'),
    ...paragraphs(`回答不足${threshold}人的，以及显示后能推算出它的，不显示。`),
    ...METHOD.flatMap((text) => paragraphs(text)),
    blank(),
    closing(unitName, 4),
    closing(dateWords(on), 4),
  ])
}
