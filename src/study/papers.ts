import type { OutreachData, OutreachRow } from '../documents/outreach-paper.ts'
import type { HoursRow, PlanRow, StudyHoursData } from '../documents/study-paper.ts'
import type { StudyRecordData } from '../documents/study-record.ts'
import { dateWords } from '../documents/wording.ts'
import type { HoursSheet, LectureLine, PlanItem, Question, Session, SessionLine } from './contract.ts'
import { HEARER_NAMES, KIND_NAMES } from './kinds.ts'
import { spanWords, whomWords } from './whom-words.ts'

// Records as paper has them.

export const planRows = (items: readonly PlanItem[], unitKind: string): PlanRow[] =>
  items.map((item) => ({
    when: item.heldOn ? `${item.month}月${Number(item.heldOn.slice(8))}日` : `${item.month}月`,
    kind: KIND_NAMES[item.kind],
    topic: item.topic,
    material: item.material,
    leader: item.leaderName,
    whom: whomWords(item, unitKind),
  }))

export const hoursRows = (people: HoursSheet['people']): HoursRow[] =>
  people.map(({ name, collective, training, declared, undeclared, needed, lacking }) => ({
    name,
    collective,
    training,
    declared,
    undeclared,
    needed,
    lacking,
  }))

/** A session as its record on paper has it. */
export const recordData = (session: Omit<Session, 'late'>, organName: string): StudyRecordData => ({
  organName,
  unitName: session.unitName,
  on: `${dateWords(session.heldOn)}${session.untilOn ? `至${dateWords(session.untilOn)}` : ''}`,
  kind: KIND_NAMES[session.kind],
  topic: session.topic,
  leader: session.leaderName,
  organiser: session.organiser,
  materials: session.materials,
  attendees: session.attendees,
  hours: session.hours,
  questions: session.questions,
  followUps: session.followUps,
  recordedByName: session.recordedByName,
  recordedOn: session.recordedOn,
})

/** In the order of their days, as ledgers have them. */
export const sessionRows = (sessions: readonly SessionLine[]): StudyHoursData['sessions'] =>
  sessions.toReversed().map((session) => ({
    on: spanWords(session.heldOn, session.untilOn),
    topic: session.topic,
    kind: session.meetingId ? '会议学时' : KIND_NAMES[session.kind],
    organiser: session.organiser,
    present: session.present,
    hours: session.hours,
  }))

type Asked = Pick<Question, 'text' | 'ownerName' | 'answer' | 'toldBackOn'> & { lectureId: string }

export const outreachRows = (
  lectures: readonly LectureLine[],
  questions: readonly Asked[],
): OutreachData['rows'] => {
  const asked = Map.groupBy(questions, ({ lectureId }) => lectureId)
  return lectures.toReversed().map(
    (lecture): OutreachRow => ({
      on: lecture.heldOn,
      topic: lecture.topic,
      lecturer: lecture.lecturerName,
      place: lecture.place,
      audience: HEARER_NAMES[lecture.audience],
      heads: lecture.heads,
      questions: (asked.get(lecture.id) ?? []).map(({ text, ownerName, answer, toldBackOn }) => ({
        text,
        owner: ownerName,
        answer,
        toldBackOn,
      })),
    }),
  )
}
