import { boxed, cell, label } from './boxes.ts'
import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'
import { blank, title, typeset } from './typeset.ts'
import { dateWords, orGap } from './wording.ts'

const UNSTATED = '未记'

/** A lecture given, with what was asked and what became of it. Who asked is nowhere in it. */
export type OutreachRow = {
  on: string
  topic: string
  lecturer: string
  place: string | null
  audience: string
  heads: number | null
  questions: readonly {
    text: string
    owner: string | null
    answer: string | null
    toldBackOn: string | null
  }[]
}

export type OutreachData = {
  organName: string
  unitName: string
  year: number
  rows: readonly OutreachRow[]
}

export const headsWords = (heads: number | null): string => (heads === null ? orGap(null) : String(heads))

const LECTURE_WIDTHS = [30, 36, 22, 30, 18, 20]
const QUESTION_WIDTHS = [24, 52, 20, 60]

/** 某某党支部2026年主题宣讲登记: the lectures, then the questions taken home. */
export const outreachDocx = ({ unitName, year, rows }: OutreachData): Promise<Uint8Array> => {
  const asked = rows.flatMap(({ topic, questions }) => questions.map((each) => ({ topic, ...each })))
  return typeset(`${unitName}${year}年主题宣讲登记`, unitName, [
    ...title(unitName, `${year}年主题宣讲登记`),
    blank(),
    boxed(LECTURE_WIDTHS, [
      {
        head: true,
        boxes: ['日期', '主题', '讲课人', '地点', '听众', '人数'].map((text) => label(text)),
      },
      ...rows.map(({ on, topic, lecturer, place, audience, heads }) => ({
        boxes: [
          cell(dateWords(on), { align: 'center' }),
          cell(topic),
          cell(lecturer, { align: 'center' }),
          cell(orGap(place)),
          cell(audience, { align: 'center' }),
          cell(headsWords(heads), { align: 'center' }),
        ],
      })),
    ]),
    ...(asked.length === 0
      ? []
      : [
          blank(),
          boxed(QUESTION_WIDTHS, [
            { head: true, boxes: ['宣讲', '带回的问题', '承办', '答复'].map((text) => label(text)) },
            ...asked.map(({ topic, text, owner, answer, toldBackOn }) => ({
              boxes: [
                cell(topic),
                cell(text),
                cell(orGap(owner), { align: 'center' }),
                cell(answerWords(answer, toldBackOn)),
              ],
            })),
          ]),
        ]),
  ])
}

export const answerWords = (answer: string | null, toldBackOn: string | null): string =>
  answer === null
    ? '待答复'
    : `${answer}${toldBackOn === null ? '（待告知本人）' : `（${dateWords(toldBackOn)}告知本人）`}`

/** The same as .xlsx: lectures and questions, a sheet each. */
export const outreachXlsx = ({ organName, unitName, year, rows }: OutreachData): Promise<Uint8Array> => {
  const asked = rows.flatMap(({ on, topic, questions }) => questions.map((each) => ({ on, topic, ...each })))
  const columns: readonly Column<(typeof asked)[number]>[] = [
    { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
    { header: '宣讲日期', width: 12, centred: true, day: true, of: ({ on }) => on },
    { header: '宣讲主题', width: 30, of: ({ topic }) => topic },
    { header: '带回的问题', width: 44, of: ({ text }) => text },
    { header: '承办人', width: 10, centred: true, of: ({ owner }) => owner ?? UNSTATED },
    { header: '答复', width: 44, of: ({ answer, toldBackOn }) => answerWords(answer, toldBackOn) },
  ]
  return sheetsXlsx(
    [
      ruled({
        name: '主题宣讲登记表',
        title: `${unitName}${year}年主题宣讲登记表`,
        organName,
        columns: LECTURE_COLUMNS,
        rows,
      }),
      ruled({
        name: '带回的问题',
        title: `${unitName}${year}年宣讲带回的问题`,
        organName,
        columns,
        rows: asked,
      }),
    ],
    unitName,
  )
}

const LECTURE_COLUMNS: readonly Column<OutreachRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '日期', width: 12, centred: true, day: true, of: ({ on }) => on },
  { header: '主题', width: 36, of: ({ topic }) => topic },
  { header: '讲课人', width: 24, of: ({ lecturer }) => lecturer },
  { header: '地点', width: 24, of: ({ place }) => place ?? UNSTATED },
  { header: '听众', width: 14, centred: true, of: ({ audience }) => audience },
  { header: '人数', width: 9, centred: true, of: ({ heads }) => heads ?? UNSTATED },
  { header: '带回的问题', width: 12, centred: true, of: ({ questions }) => questions.length },
]
