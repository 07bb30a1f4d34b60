import { byStrokes } from '../kernel/strokes.ts'
import { boxed, cell, label, type Row } from './boxes.ts'
import type { PaperMeeting } from './contract.ts'
import { returnWords } from './return-words.ts'
import { blank, title, typeset } from './typeset.ts'
import { dateWords, GAP, orGap, timeWords } from './wording.ts'

/** What the record of a theme day is made from: the meeting, and what the month's plan says of it. */
export type ThemeDayData = {
  organName: string
  meeting: PaperMeeting
  /** 集中学习, 志愿服务 …; null where none was chosen. */
  form: string | null
  /** The titles of the parts that every month has; all others are the month's own. */
  fixedParts: readonly string[]
}

/** 主题党日活动记录, as the branch book keeps one a month. */
export const themeDayDocx = (data: ThemeDayData): Promise<Uint8Array> =>
  typeset(themeDayName(data), data.meeting.unitName, [
    ...title(data.meeting.unitName, '主题党日活动记录'),
    blank(),
    boxed([22, 56, 22, 56], rowsOf(data)),
  ])

/** Heads the paper and names the file. */
export const themeDayName = ({ meeting }: ThemeDayData): string => `${meeting.unitName}主题党日活动记录`

export const monthWords = ({ heldOn }: Pick<PaperMeeting, 'heldOn'>): string => {
  const [year, month] = heldOn.split('-')
  return `${year}年${Number(month)}月`
}

export const themeWords = ({ parts }: PaperMeeting): string =>
  orGap(parts.find(({ kind }) => kind === 'theme-day')?.topic)

const rowsOf = ({ meeting, form, fixedParts }: ThemeDayData): Row[] => {
  const { attendance } = meeting
  const counted = attendance.filter(({ entitled }) => entitled)
  const present = byStrokes(attendance.filter(({ state }) => state === 'present'))
  const away = byStrokes(attendance.filter(({ state }) => state === 'excused' || state === 'absent'))
  const names = (people: typeof present) => people.map(({ name }) => name).join('、') || GAP
  const wide = (name: string, text: string, height = 14): Row => ({
    height,
    boxes: [label(name), cell(text, { across: 3 })],
  })
  return [
    wide('主题', themeWords(meeting)),
    { boxes: [label('月份'), cell(monthWords(meeting)), label('活动形式'), cell(orGap(form))] },
    wide('时间', timeWords(meeting.heldOn, meeting.startsAt, meeting.endsAt), 9),
    { boxes: [label('地点'), cell(orGap(meeting.place)), label('组织者'), cell(orGap(meeting.hostName))] },
    {
      boxes: [
        label('应到'),
        cell(counted.length === 0 ? GAP : `${counted.length}人`),
        label('实到'),
        cell(present.length === 0 ? GAP : `${present.length}人`),
      ],
    },
    wide('参加人员', names(present)),
    wide('未到人员', away.length === 0 ? '无' : away.map(awayWords).join('、'), 9),
    ...(meeting.returns.length === 0
      ? []
      : [wide('回头看', meeting.returns.map((task, at) => `${at + 1}.${returnWords(task)}`).join('\n'))]),
    wide(
      '固定环节',
      fixedParts.length === 0 ? '没有定固定环节' : partsWords(meeting, (name) => fixedParts.includes(name)),
    ),
    wide(
      '自选环节',
      partsWords(meeting, (name) => !fixedParts.includes(name)),
      30,
    ),
    wide('议定事项', tasksWords(meeting)),
    {
      height: 12,
      boxes: [
        label('记录人'),
        cell(orGap(meeting.recorderName)),
        label('书记审阅'),
        cell(orGap(meeting.notedByName)),
      ],
    },
  ]
}

const awayWords = ({ name, state, reason }: PaperMeeting['attendance'][number]): string =>
  state === 'excused' ? `${name}（请假：${orGap(reason)}）` : `${name}（缺席）`

/** Each part with what was written down of it. */
export const partsWords = ({ agenda }: PaperMeeting, wanted: (title: string) => boolean): string =>
  agenda
    .filter(({ title: name }) => wanted(name))
    .map(({ title: name, points, differing }, at) =>
      [`${at + 1}.${name}`, orGap(points), ...(differing ? [`不同意见：${differing}`] : [])].join('\n'),
    )
    .join('\n') || GAP

export const tasksWords = ({ followUps }: PaperMeeting): string =>
  followUps
    .map(
      ({ what, ownerName, dueOn }, at) =>
        `${at + 1}.${what}（${orGap(ownerName)}，${dueOn === null ? GAP : `${dateWords(dueOn)}前`}）`,
    )
    .join('\n') || '无'
