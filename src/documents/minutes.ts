import type { Paragraph } from 'docx'
import { byStrokes } from '../kernel/strokes.ts'
import type { MinutesData, PaperAttendee, PaperMeeting } from './contract.ts'
import { returnWords } from './return-words.ts'
import { blank, heading, labelled, paragraphs, signatures, subtitle, title, typeset } from './typeset.ts'
import { clauses, quorumWords, voteWords } from './vote-words.ts'
import {
  amendedField,
  dateWords,
  dayIn,
  dayWords,
  GAP,
  kindName,
  kindsAfter,
  numeral,
  orGap,
  timeWords,
} from './wording.ts'

/**
 * The minutes of a meeting as a .docx on the page of GB/T 9704: internal minutes, so without red head and seal. Everything in
 * it was recorded; what was not is shown as 〔未记〕. Minutes recorded late carry both days.
 */
export const minutesDocx = (data: MinutesData): Promise<Uint8Array> =>
  typeset(minutesName(data), data.meeting.unitName, [
    ...title(data.meeting.unitName, afterUnit(data)),
    ...ordinalLine(data),
    blank(),
    ...head(data),
    ...sections(data.meeting),
    blank(),
    signatures(['主持人签名：', '记录人签名：']),
    ...tail(data.meeting),
  ])

/** 机关党支部党员大会会议记录: heads the paper and names the file. */
export const minutesName = (data: MinutesData): string => data.meeting.unitName + afterUnit(data)

const afterUnit = ({ meeting: { unitName, parts } }: MinutesData): string => {
  const kinds = kindsAfter(
    unitName,
    parts.map(({ kind }) => kind),
  )
  return `${kinds}${kinds.endsWith('大会') ? '会议' : ''}记录`
}

const ordinalLine = ({ ordinal, meeting }: MinutesData): Paragraph[] =>
  ordinal === null ? [] : [subtitle(`（${meeting.heldOn.slice(0, 4)}年第${ordinal}次）`)]

const head = ({ meeting }: MinutesData): Paragraph[] => [
  ...labelled('会议名称', meeting.title),
  ...labelled('时间', timeWords(meeting.heldOn, meeting.startsAt, meeting.endsAt)),
  ...labelled('地点', orGap(meeting.place)),
  ...labelled('主持人', orGap(meeting.hostName)),
  ...labelled('记录人', orGap(meeting.recorderName)),
  ...lectureLines(meeting),
  ...attendanceLines(meeting),
]

const lectureLines = ({ parts }: PaperMeeting): Paragraph[] =>
  parts.flatMap(({ kind, topic, lecturerName, forYear }) => [
    ...(kind === 'life-meeting' && forYear ? labelled('所属年度', `${forYear}年度`) : []),
    ...(kind === 'lecture' ? labelled('讲课人', orGap(lecturerName)) : []),
    ...(topic === null && kind !== 'lecture' && kind !== 'theme-day'
      ? []
      : labelled(`${kindName(kind)}主题`, orGap(topic))),
  ])

const attendanceLines = ({ attendance, judgments, resolutions }: PaperMeeting): Paragraph[] => {
  const entitled = attendance.filter((attendee) => attendee.entitled)
  const listed = (state: string, of = entitled) =>
    byStrokes(of.filter((attendee) => attendee.state === state))
  const groups: [string, PaperAttendee[]][] = [
    ['请假', listed('excused')],
    ['缺席', listed('absent')],
    ['到会情况未记', listed('not-stated')],
    ['列席', byStrokes(attendance.filter(({ state }) => state === 'observing'))],
  ]
  // A quorum told under a vote is not told twice.
  const underVote = new Set(
    resolutions.flatMap((resolution) => resolution.judgments.map(({ judgment }) => judgment.rule)),
  )
  // Nobody stated present while some are not stated at all is a gap and not a nought.
  const nobodyYet = listed('present').length === 0 && listed('not-stated').length > 0
  const voting = entitled.filter(({ votes }) => votes).length
  const base = `${entitled.length}人${voting === entitled.length ? '' : `，其中有表决权${voting}人`}`
  return [
    ...labelled('应到', entitled.length === 0 ? GAP : base),
    ...labelled('实到', nobodyYet ? GAP : people(listed('present'))),
    ...groups.filter(([, of]) => of.length > 0).flatMap(([label, of]) => labelled(label, people(of))),
    ...judgments
      .filter(({ judgment }) => !underVote.has(judgment.rule))
      .flatMap((judged) => labelled('到会要求', `${quorumWords(judged)}。`)),
  ]
}

/** 3人：丁一、王二（出差）、李三. */
const people = (attendees: readonly PaperAttendee[]): string => {
  if (attendees.length === 0) return '0人'
  const names = attendees.map(({ name, reason, state }) =>
    state === 'excused' ? `${name}（${orGap(reason)}）` : name,
  )
  return `${attendees.length}人：${names.join('、')}`
}

const sections = (meeting: PaperMeeting): Paragraph[] => {
  const bodies: [string, Paragraph[]][] = [
    [RETURNS, returns(meeting)],
    [AGENDA, agenda(meeting)],
    ['决议和表决', resolutions(meeting)],
    ['议定事项', followUps(meeting)],
    ['更正', amendments(meeting)],
  ]
  return bodies
    .filter(([name, body]) => name === AGENDA || body.length > 0)
    .flatMap(([name, body], at) => [
      heading(1, `${numeral(at + 1)}、${name}`),
      ...(body.length === 0 ? paragraphs(GAP) : body),
    ])
}

const RETURNS = '以前议定事项的办理情况'
const AGENDA = '会议议程和发言要点'

const returns = ({ returns }: PaperMeeting): Paragraph[] =>
  returns.flatMap((task, at) => paragraphs(`${at + 1}.${returnWords(task)}`))

const agenda = ({ agenda, parts }: PaperMeeting): Paragraph[] =>
  agenda.flatMap((item, at) => {
    const part = parts[item.part - 1]
    const of = parts.length > 1 && part !== undefined ? `（${kindName(part.kind)}）` : ''
    return [
      heading(2, `（${numeral(at + 1)}）${item.title}${of}`),
      ...paragraphs(orGap(item.points)),
      ...(item.differing === null ? [] : labelled('不同意见', item.differing)),
    ]
  })

const resolutions = ({ resolutions }: PaperMeeting): Paragraph[] =>
  resolutions.flatMap((resolution, at) => [
    ...paragraphs(`${resolutions.length === 1 ? '' : `${at + 1}.`}${resolution.text}`),
    ...labelled('表决', voteWords(resolution)),
  ])

const followUps = ({ followUps }: PaperMeeting): Paragraph[] =>
  followUps.flatMap(({ what, ownerName, dueOn, doneOn }, at) =>
    paragraphs(
      `${at + 1}.${what}（负责人：${orGap(ownerName)}；完成时限：${dueOn === null ? GAP : dateWords(dueOn)}${
        doneOn === null ? '' : `；已于${dateWords(doneOn)}办结`
      }）`,
    ),
  )

const amendments = ({ amendments }: PaperMeeting): Paragraph[] =>
  amendments.flatMap(({ field, was, becomes, reason, byName, at }, index) =>
    paragraphs(
      `${index + 1}.${dateWords(dayIn(at))}，${orGap(byName)}更正“${amendedField(field)}”：${
        was === null ? '' : `原记“${was}”，`
      }更正为“${becomes}”。原因：${reason}`,
    ),
  )

const tail = (meeting: PaperMeeting): Paragraph[] => {
  const cited = clauses(meeting)
  return [
    ...entered(meeting),
    ...(meeting.notedByName === null || meeting.notedAt === null
      ? []
      : labelled('审阅', `${meeting.notedByName}，${dateWords(dayIn(meeting.notedAt))}`)),
    ...(cited.length === 0 ? [] : labelled('依据', `${cited.join('；')}。`)),
  ]
}

/** The day it was entered; where that was late, beside the day it was held, with the reason and without a remark. */
const entered = ({ heldOn, recordedOn, late, lateReason, stage }: PaperMeeting): Paragraph[] => {
  if (recordedOn === null)
    return labelled('记录状态', stage === 'cancelled' ? '会议已取消。' : '草稿，尚未提交。')
  if (!late) return labelled('记录日期', dateWords(recordedOn))
  return [
    ...labelled('会议日期', dayWords(heldOn)),
    ...labelled('补录日期', `${dayWords(recordedOn)}（会后补录，原因：${orGap(lateReason)}）`),
  ]
}
