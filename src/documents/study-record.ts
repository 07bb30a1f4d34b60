import { byStrokes } from '../kernel/strokes.ts'
import { boxed, cell, label, type Row } from './boxes.ts'
import { blank, title, typeset } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** A session as its record on paper has it. */
export type StudyRecordData = {
  organName: string
  unitName: string
  on: string
  kind: string
  topic: string
  leader: string | null
  organiser: string | null
  materials: readonly { title: string; source: string | null }[]
  attendees: readonly { name: string; tookPart: boolean; hours: number | null }[]
  hours: number | null
  questions: readonly string[]
  followUps: readonly {
    what: string
    ownerName: string | null
    dueOn: string | null
    doneOn: string | null
  }[]
  recordedByName: string
  recordedOn: string
}

export const tookPart = ({ attendees }: StudyRecordData): string =>
  byStrokes(attendees.filter((each) => each.tookPart))
    .map(({ name }) => name)
    .join('、') || GAP

export const wereAbsent = ({ attendees }: StudyRecordData): string =>
  byStrokes(attendees.filter((each) => !each.tookPart))
    .map(({ name }) => name)
    .join('、') || '无'

export const hoursWords = ({ hours, attendees }: StudyRecordData): string => {
  const own = byStrokes(attendees.filter((each) => each.tookPart && each.hours !== hours))
  const rest = own.map((each) => `${each.name}${each.hours === null ? GAP : `${each.hours}学时`}`).join('、')
  return `${hours === null ? GAP : `${hours}学时`}${rest === '' ? '' : `（另：${rest}）`}`
}

export const materialWords = ({ materials }: StudyRecordData): string =>
  materials
    .map(({ title: name, source }, at) => `${at + 1}.${name}${source === null ? '' : `（${source}）`}`)
    .join('\n') || GAP

export const taskWords = ({ followUps }: StudyRecordData): string =>
  followUps
    .map(
      ({ what, ownerName, dueOn, doneOn }, at) =>
        `${at + 1}.${what}（${orGap(ownerName)}，${dueOn === null ? '未定期限' : `${dateWords(dueOn)}前`}${
          doneOn === null ? '' : `，${dateWords(doneOn)}办结`
        }）`,
    )
    .join('\n') || '无'

export const questionWords = ({ questions }: StudyRecordData): string =>
  questions.map((text, at) => `${at + 1}.${text}`).join('\n') || '无'

/** 学习记录: what was read, who took part, hours as declared, what was asked and what was decided from it. */
export const studyRecordDocx = (data: StudyRecordData): Promise<Uint8Array> => {
  const came = data.attendees.filter((each) => each.tookPart).length
  const wide = (name: string, text: string, height = 10): Row => ({
    height,
    boxes: [label(name), cell(text, { across: 3 })],
  })
  return typeset(`${data.unitName}学习记录`, data.unitName, [
    ...title(data.unitName, '学习记录'),
    blank(),
    boxed(
      [28, 50, 28, 50],
      [
        { height: 10, boxes: [label('日期'), cell(data.on), label('类型'), cell(data.kind)] },
        wide('主题', data.topic),
        {
          height: 10,
          boxes: [
            label('领学或主讲'),
            cell(orGap(data.leader)),
            label('主办单位'),
            cell(data.organiser ?? data.unitName),
          ],
        },
        wide('学习材料', materialWords(data), 16),
        wide(`参加人员\n（${came}人）`, tookPart(data), 24),
        wide('未参加人员', wereAbsent(data)),
        wide('学时', hoursWords(data)),
        wide('提出的问题', questionWords(data), 30),
        wide('议定的事项', taskWords(data), 30),
        {
          height: 10,
          boxes: [
            label('登记人'),
            cell(data.recordedByName),
            label('登记日期'),
            cell(dateWords(data.recordedOn)),
          ],
        },
      ],
    ),
  ])
}
