import { boxed, cell, label } from './boxes.ts'
import { type Column, ruled, sheetsXlsx } from './ruled-sheet.ts'
import { blank, title, typeset } from './typeset.ts'

/** An item of a year's study plan, in words. */
export type PlanRow = {
  when: string
  kind: string
  topic: string
  material: string | null
  leader: string | null
  whom: string
}

export type StudyPlanData = {
  organName: string
  unitName: string
  year: number
  rows: readonly PlanRow[]
}

const WIDTHS = [19, 20, 42, 32, 18, 25]
const HEAD = ['时间', '类型', '主题', '学习材料', '领学', '参加范围']

/** 某某党支部2026年学习计划, one page as a rule. */
export const studyPlanDocx = ({ unitName, year, rows }: StudyPlanData): Promise<Uint8Array> =>
  typeset(`${unitName}${year}年学习计划`, unitName, [
    ...title(unitName, `${year}年学习计划`),
    blank(),
    boxed(WIDTHS, [
      { head: true, boxes: HEAD.map((text) => label(text)) },
      ...rows.map(({ when, kind, topic, material, leader, whom }) => ({
        boxes: [
          cell(when, { align: 'center' }),
          cell(kind, { align: 'center' }),
          cell(topic),
          cell(material ?? ''),
          cell(leader ?? '', { align: 'center' }),
          cell(whom, { align: 'center' }),
        ],
      })),
    ]),
  ])

/** The same as .xlsx, one line an item. */
export const studyPlanXlsx = ({ organName, unitName, year, rows }: StudyPlanData): Promise<Uint8Array> =>
  sheetsXlsx(
    [
      ruled({
        name: `${year}年学习计划`,
        title: `${unitName}${year}年学习计划`,
        organName,
        columns: PLAN_COLUMNS,
        rows,
      }),
    ],
    unitName,
  )

const PLAN_COLUMNS: readonly Column<PlanRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '时间', width: 12, centred: true, of: ({ when }) => when },
  { header: '类型', width: 12, centred: true, of: ({ kind }) => kind },
  { header: '主题', width: 40, of: ({ topic }) => topic },
  { header: '学习材料', width: 34, of: ({ material }) => material ?? '' },
  { header: '领学', width: 12, centred: true, of: ({ leader }) => leader ?? '' },
  { header: '参加范围', width: 24, centred: true, of: ({ whom }) => whom },
]

/** A person's hours of a year. A sum to which nothing was declared is a gap, not zero. */
export type HoursRow = {
  name: string
  collective: number
  training: number
  declared: number
  undeclared: number
  needed: number | null
  lacking: number | null
}

export type StudyHoursData = {
  organName: string
  unitName: string
  year: number
  rows: readonly HoursRow[]
  sessions: readonly {
    on: string
    topic: string
    kind: string
    organiser: string | null
    present: number
    hours: number | null
  }[]
}

const UNSTATED = '未记'
const declared = (hours: number): number | string => hours || UNSTATED

/** 学时登记表: each person by strokes, and the sessions from which the hours come. */
export const studyHoursXlsx = ({
  organName,
  unitName,
  year,
  rows,
  sessions,
}: StudyHoursData): Promise<Uint8Array> =>
  sheetsXlsx(
    [
      ruled({
        name: '学时登记表',
        title: `${unitName}${year}年学时登记表`,
        organName,
        columns: HOURS_COLUMNS,
        rows,
      }),
      ruled({
        name: '学习和培训',
        title: `${unitName}${year}年学习和培训`,
        organName,
        columns: SESSION_COLUMNS,
        rows: sessions,
      }),
    ],
    unitName,
  )

const HOURS_COLUMNS: readonly Column<HoursRow>[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '姓名', width: 14, centred: true, of: ({ name }) => name },
  { header: '集中学习', width: 12, centred: true, of: ({ collective }) => declared(collective) },
  { header: '集中培训', width: 12, centred: true, of: ({ training }) => declared(training) },
  { header: '已登记学时', width: 14, centred: true, of: (row) => declared(row.declared) },
  { header: '应达学时', width: 12, centred: true, of: ({ needed }) => needed ?? '' },
  {
    header: '还差学时',
    width: 12,
    centred: true,
    of: ({ lacking }) => (lacking === 0 ? '已达到' : (lacking ?? '')),
  },
  { header: '未填学时的次数', width: 16, centred: true, of: ({ undeclared }) => undeclared || '' },
]

const SESSION_COLUMNS: readonly Column<StudyHoursData['sessions'][number]>[] = [
  { header: '序号', width: 6, centred: true, of: (_row, at) => at + 1 },
  { header: '日期', width: 22, centred: true, of: ({ on }) => on },
  { header: '主题', width: 44, of: ({ topic }) => topic },
  { header: '类型', width: 12, centred: true, of: ({ kind }) => kind },
  { header: '主办单位', width: 26, of: ({ organiser }) => organiser ?? '' },
  { header: '参加人数', width: 10, centred: true, of: ({ present }) => present },
  { header: '学时', width: 8, centred: true, of: ({ hours }) => hours ?? UNSTATED },
]
