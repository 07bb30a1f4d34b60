import type { Paragraph } from 'docx'
import { byStrokes } from '../kernel/strokes.ts'
import type { NoticeData, PaperMeeting } from './contract.ts'
import { CHARACTERS } from './paper.ts'
import { blank, closing, heading, paragraphs, salutation, title, typeset } from './typeset.ts'
import { dateWords, kindName, kindsAfter, numeral, timeWords } from './wording.ts'

/** The notice of a meeting as a .docx on the page of GB/T 9704: when, where, about what, who, and how to ask leave. */
export const noticeDocx = (data: NoticeData): Promise<Uint8Array> => {
  const { meeting } = data
  const place = meeting.place === null ? '（地点〔未定〕）' : `在${meeting.place}`
  return typeset(noticeName(data), meeting.unitName, [
    ...title(...titleOf(data)),
    blank(),
    salutation(`${addressed(meeting)}：`),
    ...paragraphs(
      `现定于${timeWords(meeting.heldOn, meeting.startsAt, meeting.endsAt)}${place}召开${meeting.unitName}${kindsOf(meeting)}，有关事项通知如下：`,
    ),
    ...numbered([
      ['会议名称', paragraphs(meeting.title)],
      ['会议议程', agenda(meeting)],
      ['参加人员', attendees(meeting)],
      ['请假和联系', leave(data)],
    ]),
    blank(),
    ...signed(meeting.unitName, dateWords(data.issuedOn)),
  ])
}

/** 关于召开机关党支部党员大会的通知. */
export const noticeName = (data: NoticeData): string => titleOf(data).join('')

const titleOf = ({ meeting }: NoticeData): [string, string] => [
  `关于召开${meeting.unitName}`,
  `${kindsOf(meeting)}的通知`,
]

const kindsOf = ({ unitName, parts }: PaperMeeting): string =>
  kindsAfter(
    unitName,
    parts.map(({ kind }) => kind),
  )

const numbered = (sections: [string, Paragraph[]][]): Paragraph[] =>
  sections.flatMap(([name, body], at) => [heading(1, `${numeral(at + 1)}、${name}`), ...body])

const agenda = ({ agenda, parts }: PaperMeeting): Paragraph[] =>
  agenda.length === 0
    ? paragraphs('〔未定〕')
    : agenda.flatMap(({ title, part }, at) => {
        const of = parts[part - 1]
        const kind = parts.length > 1 && of !== undefined ? `（${kindName(of.kind)}）` : ''
        return paragraphs(`${at + 1}.${title}${kind}`)
      })

const attendees = ({ attendance }: PaperMeeting): Paragraph[] => {
  const expected = byStrokes(attendance.filter(({ entitled }) => entitled))
  const observing = byStrokes(attendance.filter(({ state }) => state === 'observing'))
  if (expected.length === 0) return paragraphs('〔未定〕')
  const names = (of: readonly { name: string }[]) => of.map(({ name }) => name).join('、')
  return [
    ...paragraphs(`应到${expected.length}人：${names(expected)}。`),
    ...(observing.length === 0 ? [] : paragraphs(`列席${observing.length}人：${names(observing)}。`)),
  ]
}

const leave = ({ contact }: NoticeData): Paragraph[] => {
  const phone = contact === null || contact.phone === null ? '' : `，电话：${contact.phone}`
  return [
    ...paragraphs('因故不能到会的，请于会前向联系人请假并说明原因。'),
    ...paragraphs(`联系人：${contact === null ? '〔未定〕' : contact.name}${phone}`),
  ]
}

const ADDRESSED: Readonly<Record<string, string>> = {
  'general-meeting': '全体党员',
  'committee-meeting': '各位委员',
  'group-meeting': '党小组全体党员',
  lecture: '全体党员',
  'theme-day': '全体党员',
}

/** Of several kinds the widest circle is addressed. */
const addressed = ({ parts }: PaperMeeting): string => {
  const addresses = parts.map(({ kind }) => ADDRESSED[kind] ?? '全体党员')
  return addresses.find((address) => address === '全体党员') ?? addresses[0] ?? '全体党员'
}

/**
 * Name and day of issue without a seal (GB/T 9704 clause 7.3.5.2): the name two characters from the right, the day beginning
 * two characters after the name begins; where the day is the longer, it stands at two and the name gives way.
 */
export const closingIndents = (name: string, date: string): { name: number; date: number } => {
  const nameWidth = widthOf(name)
  const dateWidth = widthOf(date)
  const room = CHARACTERS - nameWidth
  if (nameWidth >= dateWidth + 2) return { name: Math.min(2, room), date: nameWidth - dateWidth }
  return { name: Math.max(0, Math.min(room, 4 + dateWidth - nameWidth)), date: 2 }
}

/** In characters; figures and Latin letters take half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter < '\u0080' ? 0.5 : 1), 0)

const signed = (name: string, date: string): Paragraph[] => {
  const indents = closingIndents(name, date)
  return [closing(name, indents.name), closing(date, indents.date)]
}
