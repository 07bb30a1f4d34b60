import { returnWords } from '../documents/return-words.ts'
import { quorumWords, voteWords } from '../documents/vote-words.ts'
import { dateWords, GAP, kindName, orGap, timeWords } from '../documents/wording.ts'
import type { Block, Chapter } from '../documents/year-contract.ts'
import { byStrokes } from '../kernel/strokes.ts'
import type { Kind, Meeting } from './contract.ts'
import { paperOf } from './papers.ts'
import { type FixedDay, fixedWords, ruleOfMonth, THEME_FORMS, type ThemeForm } from './theme-days.ts'

type Table = Extract<Block, { kind: 'table' }>
type Told = { meeting: Meeting; ordinal: number }

const table = (
  title: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): Table => ({
  kind: 'table',
  title,
  head: columns.map(([name]) => name),
  widths: columns.map(([, width]) => width),
  rows,
})

const some = (rows: readonly unknown[], block: Block): Block[] => (rows.length === 0 ? [] : [block])

const elsewhere = ({ unitId, unitName }: Meeting, own: string): string =>
  unitId === own ? '' : `${unitName}：`

/** 组织生活月历: every gathering of the year in the order of its day. */
export const monthCalendar = (meetings: readonly Meeting[], own: string): Chapter => {
  const rows = meetings.map((meeting) => [
    dateWords(meeting.heldOn).slice(5),
    meeting.parts.map(({ kind }) => kindName(kind)).join('、'),
    elsewhere(meeting, own) + meeting.title,
    orGap(meeting.hostName),
    meeting.parts.flatMap(({ lecturerName }) => lecturerName ?? []).join('、'),
    `应到${meeting.counts.entitled}人，实到${meeting.counts.present}人`,
  ])
  const columns = [
    ['日期', 12],
    ['类型', 20],
    ['内容', 36],
    ['主持', 10],
    ['讲课', 10],
    ['参加', 20],
  ] as const
  return { id: 'calendar', title: '组织生活月历', blocks: some(rows, table('组织生活月历', columns, rows)) }
}

const BOOKS: readonly { id: string; title: string; kind: Kind }[] = [
  { id: 'general-meetings', title: '支部党员大会', kind: 'general-meeting' },
  { id: 'committee-meetings', title: '支部委员会会议', kind: 'committee-meeting' },
  { id: 'group-meetings', title: '党小组会', kind: 'group-meeting' },
  { id: 'lectures', title: '党课', kind: 'lecture' },
]

/** The books of each kind: the year's records, each with all that was written down of it. */
export const recordChapters = (told: readonly Told[], own: string): Chapter[] =>
  BOOKS.map(({ id, title, kind }) => ({
    id,
    title,
    blocks: told
      .filter(({ meeting }) => meeting.parts.some((part) => part.kind === kind))
      .flatMap(({ meeting, ordinal }) => recordOf(meeting, kind, ordinal, own)),
  }))

/** One record as its book has it. What a gathering was besides is written in full only in the book of its first kind. */
const recordOf = (meeting: Meeting, kind: Kind, ordinal: number, own: string): Block[] => {
  const first = meeting.parts[0]
  const heading: Block = {
    kind: 'heading',
    text: `${dateWords(meeting.heldOn)}　${elsewhere(meeting, own)}${meeting.title}`,
  }
  if (first && first.kind !== kind) {
    const lecture = meeting.parts.find((part) => part.kind === kind)
    const told = [
      ...(lecture?.lecturerName ? [`讲课人：${lecture.lecturerName}`] : []),
      ...(lecture?.topic ? [`题目：${lecture.topic}`] : []),
    ]
    const also = `与${kindName(first.kind)}合开，全文记在“${kindName(first.kind)}”。`
    return [heading, ...texts([...told, also])]
  }
  return [heading, ...texts([...headOf(meeting, ordinal), ...saidIn(meeting), ...decidedIn(meeting)])]
}

const texts = (lines: readonly string[]): Block[] => lines.map((text) => ({ kind: 'text', text }))

const names = (meeting: Meeting, state: string): string =>
  byStrokes(meeting.attendance.filter((person) => person.state === state))
    .map(({ name, reason }) => (state === 'excused' ? `${name}（${orGap(reason)}）` : name))
    .join('、')

const headOf = (meeting: Meeting, ordinal: number): string[] => {
  const { heldOn, startsAt, endsAt, counts, guests, late, recordedOn, lateReason } = meeting
  const also = meeting.parts.slice(1).map(({ kind }) => kindName(kind))
  const away = (['excused', 'absent', 'observing'] as const).flatMap((state) => {
    const who = names(meeting, state)
    return who ? [`${{ excused: '请假', absent: '缺席', observing: '列席' }[state]}：${who}`] : []
  })
  return [
    `第${ordinal}次　${timeWords(heldOn, startsAt, endsAt)}　地点：${orGap(meeting.place)}`,
    `主持人：${orGap(meeting.hostName)}　记录人：${orGap(meeting.recorderName)}`,
    `应到${counts.entitled}人，实到${counts.present}人：${names(meeting, 'present') || GAP}`,
    ...away,
    ...(guests ? [`其他列席：${guests}`] : []),
    ...(also.length > 0 ? [`同时是${also.join('、')}。`] : []),
    ...meeting.parts.flatMap(({ kind, topic, lecturerName }) => [
      ...(lecturerName ? [`讲课人：${lecturerName}`] : []),
      ...(topic ? [`${kindName(kind)}主题：${topic}`] : []),
    ]),
    ...meeting.judgments.map((judged) => `到会要求：${quorumWords(judged)}。`),
    ...(late && recordedOn ? [`${dateWords(recordedOn)}会后补录，原因：${orGap(lateReason)}`] : []),
  ]
}

const saidIn = ({ agenda, returns }: Meeting): string[] => [
  ...returns.map((task) => `回头看：${returnWords(task)}`),
  ...agenda.flatMap(({ title, points, differing }, at) => [
    `议程${at + 1}：${title}`,
    orGap(points),
    ...(differing ? [`不同意见：${differing}`] : []),
  ]),
]

const decidedIn = (meeting: Meeting): string[] => [
  ...paperOf(meeting).resolutions.flatMap((resolution) => [
    `决议：${resolution.text}`,
    `表决：${voteWords(resolution)}`,
  ]),
  ...meeting.followUps.map(
    ({ what, ownerName, dueOn }) =>
      `议定：${what}（${orGap(ownerName)}，${dueOn === null ? GAP : `${dateWords(dueOn)}前`}）`,
  ),
  ...(meeting.notedByName ? [`审阅：${meeting.notedByName}`] : []),
]

type Themes = {
  own: readonly Meeting[]
  unitId: string
  year: number
  rules: readonly (FixedDay & { since: string; fixedParts: string[] })[]
  months: readonly { month: number; theme: string; form: ThemeForm | null; preparerName: string | null }[]
}

/** 主题党日: the fixed day, a line for each month, and the records. */
export const themeChapter = ({ own, unitId, year, rules, months }: Themes): Chapter => {
  const held = own.filter(({ parts }) => parts.some(({ kind }) => kind === 'theme-day'))
  const rows = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
    const meant = months.find((each) => each.month === month)
    const of = held.filter(({ heldOn }) => Number(heldOn.slice(5, 7)) === month)
    const told = of.map((meeting) => [
      `${month}月`,
      dateWords(meeting.heldOn).slice(5),
      elsewhere(meeting, unitId) +
        (meeting.parts.find(({ kind }) => kind === 'theme-day')?.topic ?? meeting.title),
      meant?.form ? THEME_FORMS[meant.form] : GAP,
      orGap(meeting.place),
      orGap(meeting.hostName),
      `${meeting.counts.present}/${meeting.counts.entitled}`,
    ])
    if (told.length > 0) return told
    return meant
      ? [[`${month}月`, GAP, meant.theme, meant.form ? THEME_FORMS[meant.form] : GAP, GAP, GAP, GAP]]
      : []
  })
  const rule = ruleOfMonth(rules, year, 12)
  const fixed = rule
    ? texts([`${fixedWords(rule)}，逢不上班顺延。固定环节：${rule.fixedParts.join('、') || '没有'}。`])
    : []
  const columns = [
    ['月份', 8],
    ['日期', 12],
    ['主题', 34],
    ['形式', 12],
    ['地点', 18],
    ['组织者', 10],
    ['实到/应到', 12],
  ] as const
  return {
    id: 'theme-days',
    title: '主题党日',
    blocks: [
      ...fixed,
      ...some(rows, table('主题党日', columns, rows)),
      ...held
        .filter(({ parts }) => parts[0]?.kind === 'theme-day')
        .flatMap((meeting): Block[] => [
          {
            kind: 'heading',
            text: `${dateWords(meeting.heldOn)}　${elsewhere(meeting, unitId)}${meeting.title}`,
          },
          ...texts([...headOf(meeting, 0).slice(1), ...saidIn(meeting), ...decidedIn(meeting)]),
        ]),
    ],
  }
}

/** 议定事项办理: what was to follow, and what came of it. */
export const followUpChapter = (meetings: readonly Meeting[], own: string): Chapter => {
  const rows = meetings.flatMap((meeting) =>
    meeting.followUps.map(({ what, ownerName, dueOn, doneOn, doneNote }) => [
      dateWords(meeting.heldOn).slice(5),
      elsewhere(meeting, own) + what,
      orGap(ownerName),
      dueOn === null ? GAP : dateWords(dueOn).slice(5),
      doneOn === null ? '未办结' : dateWords(doneOn).slice(5),
      doneNote ?? '',
    ]),
  )
  const columns = [
    ['议定日期', 12],
    ['事项', 38],
    ['负责人', 10],
    ['完成时限', 12],
    ['办结日期', 12],
    ['办理情况', 28],
  ] as const
  return { id: 'follow-ups', title: '议定事项办理', blocks: some(rows, table('议定事项办理', columns, rows)) }
}
