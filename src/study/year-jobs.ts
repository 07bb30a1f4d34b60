import type { Acting } from '../database/acting.ts'
import { answerWords, headsWords, outreachDocx } from '../documents/outreach-paper.ts'
import { studyHoursXlsx, studyPlanDocx } from '../documents/study-paper.ts'
import * as paper from '../documents/study-record.ts'
import { dateWords, orGap } from '../documents/wording.ts'
import type { Block, Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { day } from '../kernel/day.ts'
import { hoursSheet } from './hours-routes.ts'
import { lecturesOf, questionsOf } from './outreach-store.ts'
import { hoursRows, outreachRows, planRows, recordData } from './papers.ts'
import { planOf } from './plan-store.ts'
import { type HeldSession, recordsOf } from './session-store.ts'
import { spanWords } from './whom-words.ts'

type Table = Extract<Block, { kind: 'table' }>

const table = (
  title: string,
  columns: readonly (readonly [string, number])[],
  rows: Table['rows'],
): Table[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          title,
          head: columns.map(([head]) => head),
          widths: columns.map(([, width]) => width),
          rows,
        },
      ]

/** 学习记录 with plan and hours, and 主题宣讲 with its questions; never who asked. Fourteen statements. */
export const studyChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const { unitId, path, units, year, today, organName } = asked
  const plan = planRows(await planOf(tx, unitId, year), 'branch')
  const records = (await recordsOf(tx, units, year)).map((session) => recordData(session, organName))
  const hours = hoursRows(await hoursSheet(tx, path, year, day(today), units))
  const lectures = await outreachOf(tx, asked)
  return [
    {
      id: 'study',
      title: '学习记录',
      blocks: [
        ...table(
          '学习计划',
          PLAN,
          plan.map((row) => [row.when, row.kind, row.topic, row.material ?? '', row.leader ?? '', row.whom]),
        ),
        ...table(
          '学习和培训',
          STUDY,
          records.map((data) => [
            data.on,
            data.kind,
            data.topic,
            paper.materialWords(data),
            orGap(data.leader),
            String(data.attendees.filter(({ tookPart }) => tookPart).length),
            paper.hoursWords(data),
            paper.questionWords(data),
            paper.taskWords(data),
          ]),
        ),
        ...(records.length === 0
          ? []
          : table(
              '学时登记',
              HOURS,
              hours.map(({ name, collective, training, declared, needed, lacking }) => [
                name,
                sum(collective),
                sum(training),
                sum(declared),
                needed === null ? '' : String(needed),
                lacking === null ? '' : lacking === 0 ? '已达到' : String(lacking),
              ]),
            )),
      ],
    },
    {
      id: 'outreach',
      title: '主题宣讲',
      blocks: [
        ...table(
          '主题宣讲',
          LECTURES,
          lectures.map(({ on, topic, lecturer, place, audience, heads }) => [
            dateWords(on),
            topic,
            lecturer,
            orGap(place),
            audience,
            headsWords(heads),
          ]),
        ),
        ...table(
          '带回的问题',
          QUESTIONS,
          lectures.flatMap(({ topic, questions }) =>
            questions.map(({ text, owner, answer, toldBackOn }) => [
              topic,
              text,
              orGap(owner),
              answerWords(answer, toldBackOn),
            ]),
          ),
        ),
      ],
    },
  ]
}

const sum = (hours: number): string => (hours === 0 ? orGap(null) : String(hours))

const PLAN = [
  ['时间', 10],
  ['类型', 10],
  ['主题', 34],
  ['学习材料', 26],
  ['领学', 10],
  ['参加范围', 18],
] as const
const STUDY = [
  ['日期', 14],
  ['类型', 10],
  ['主题', 24],
  ['学习材料', 24],
  ['领学', 10],
  ['人数', 8],
  ['学时', 12],
  ['问题', 26],
  ['议定事项', 30],
] as const
const HOURS = [
  ['姓名', 14],
  ['集中学习', 12],
  ['集中培训', 12],
  ['已登记', 12],
  ['应达', 12],
  ['还差', 12],
] as const
const LECTURES = [
  ['日期', 12],
  ['主题', 30],
  ['讲课人', 18],
  ['地点', 22],
  ['听众', 14],
  ['人数', 8],
] as const
const QUESTIONS = [
  ['宣讲', 24],
  ['问题', 34],
  ['承办', 10],
  ['答复', 40],
] as const

const outreachOf = async (tx: Acting, { path, units, year }: YearAsked) => {
  const lectures = (await lecturesOf(tx, path, year)).filter(({ unitId }) => units.includes(unitId))
  return outreachRows(lectures, await questionsOf(tx, path, year))
}

/** The plan, a record for each session, the hours and the lectures. What is a meeting is filed with the meetings. */
export const studyPapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> => {
  const { unitId, unitName, path, units, year, today, organName } = asked
  const of = { organName, unitName, year }
  const plan = planRows(await planOf(tx, unitId, year), 'branch')
  const records = await recordsOf(tx, units, year)
  const hours = hoursRows(await hoursSheet(tx, path, year, day(today), units))
  const lectures = await outreachOf(tx, asked)
  const filed = (on: string, title: string, ending: string, bytes: YearPaper['bytes']): YearPaper => ({
    series: 'study',
    on,
    title,
    author: unitName,
    fileName: `${title}.${ending}`,
    bytes,
  })
  const last = records.at(-1)
  const lastLecture = lectures.at(-1)
  return [
    ...(plan.length === 0
      ? []
      : [
          filed(`${year}-01-01`, `${unitName}${year}年学习计划`, 'docx', () =>
            studyPlanDocx({ ...of, rows: plan }),
          ),
        ]),
    ...records
      .filter(({ meetingId }) => meetingId === null)
      .map((session) => recordPaper(session, organName)),
    ...(last
      ? [
          filed(last.heldOn, `${unitName}${year}年学时登记表`, 'xlsx', () =>
            studyHoursXlsx({ ...of, rows: hours, sessions: records.map(sessionRow) }),
          ),
        ]
      : []),
    ...(lastLecture
      ? [
          filed(lastLecture.on, `${unitName}${year}年主题宣讲登记`, 'docx', () =>
            outreachDocx({ ...of, rows: lectures }),
          ),
        ]
      : []),
  ]
}

const sessionRow = (session: HeldSession) => {
  const { topic, kind, organiser, hours, attendees } = recordData(session, '')
  const on = spanWords(session.heldOn, session.untilOn)
  return { on, topic, kind, organiser, hours, present: attendees.filter(({ tookPart }) => tookPart).length }
}

const recordPaper = (session: HeldSession, organName: string): YearPaper => ({
  series: 'study',
  on: session.heldOn,
  title: `学习记录：${session.topic}`,
  author: session.recordedByName,
  fileName: `${session.heldOn} ${session.unitName}学习记录.docx`,
  bytes: () => paper.studyRecordDocx(recordData(session, organName)),
})
