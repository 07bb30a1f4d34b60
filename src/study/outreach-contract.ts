import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { ASKER_PURPOSES, HEARERS } from './kinds.ts'
import { YearOf } from './shape.ts'

export const QUESTION_STATES = ['open', 'answered', 'told-back'] as const

const Question = z.object({
  id: Id,
  text: z.string(),
  state: z.enum(QUESTION_STATES),
  /** Whether a name or a contact is kept; it is opened apart, with a purpose. */
  hasAsker: z.boolean(),
  consents: z.boolean(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  dueOn: IsoDay.nullable(),
  answer: z.string().nullable(),
  answeredOn: IsoDay.nullable(),
  toldBackOn: IsoDay.nullable(),
  version: Version,
})
export type Question = z.infer<typeof Question>

export const LectureLine = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  topic: z.string(),
  heldOn: IsoDay,
  place: z.string().nullable(),
  lecturerName: z.string(),
  audience: z.enum(HEARERS),
  /** Null where nobody counted. */
  heads: Count.nullable(),
  questions: Count,
  open: Count,
})
export type LectureLine = z.infer<typeof LectureLine>

export const Lecture = z.object({
  ...LectureLine.omit({ questions: true, open: true }).shape,
  path: z.string(),
  lecturerId: Id.nullable(),
  recordedOn: IsoDay,
  withdrawnReason: z.string().nullable(),
  questions: z.array(Question),
  version: Version,
})
export type Lecture = z.infer<typeof Lecture>

const unit = z.strictObject({ unit: Id })
const lecture = z.strictObject({ lecture: Id })
const question = z.strictObject({ question: Id })

export const listOutreach = endpoint({
  method: 'get',
  path: '/api/units/{unit}/outreach',
  summary: '查看主题宣讲',
  asks: 'study.read',
  params: unit,
  query: YearOf,
  answer: z.object({
    lectures: z.array(LectureLine),
    /** Who has spoken on what in all years: drawn from the lectures, kept nowhere else. */
    lecturers: z.array(
      z.object({ name: z.string(), personId: Id.nullable(), topics: z.array(z.string()), lastOn: IsoDay }),
    ),
  }),
})

const Given = {
  topic: Written(200),
  heldOn: IsoDay,
  place: Line(100).nullable(),
  lecturerId: Id.nullable(),
  /** Somebody who is on no roster here. */
  lecturerName: Line(60).nullable(),
  audience: z.enum(HEARERS),
  heads: Count.nullable(),
}

const Asked = z.strictObject({
  text: Written(1000),
  /** As she wished to be called; only where she gave it. */
  askerName: Line(60).nullable(),
  /** Kept only where she consents. */
  contact: Line(100).nullable(),
  consents: z.boolean(),
  ownerId: Id.nullable(),
  dueOn: IsoDay.nullable(),
})

export const recordLecture = endpoint({
  method: 'post',
  path: '/api/units/{unit}/outreach',
  summary: '登记主题宣讲',
  asks: 'study.record',
  params: unit,
  body: z.strictObject({ ...Given, questions: z.array(Asked).max(50) }),
  answer: z.object({ id: Id }),
})

export const readLecture = endpoint({
  method: 'get',
  path: '/api/outreach/{lecture}',
  summary: '查看一次宣讲',
  asks: 'study.read',
  params: lecture,
  answer: Lecture,
})

export const changeLecture = endpoint({
  method: 'put',
  path: '/api/outreach/{lecture}',
  summary: '更正宣讲记录',
  asks: 'study.record',
  params: lecture,
  body: z.strictObject({ ...Given, version: Version }),
  answer: z.object({ id: Id }),
})

export const withdrawLecture = endpoint({
  method: 'post',
  path: '/api/outreach/{lecture}/withdrawal',
  summary: '撤销宣讲记录',
  asks: 'study.record',
  params: lecture,
  body: z.strictObject({ reason: Written(500), version: Version }),
  answer: z.object({ id: Id }),
})

export const addQuestion = endpoint({
  method: 'post',
  path: '/api/outreach/{lecture}/questions',
  summary: '登记带回的问题',
  asks: 'study.record',
  params: lecture,
  body: Asked,
  answer: z.object({ id: Id }),
})

/** The questions that the reader herself is to answer. */
export const listOwnQuestions = endpoint({
  method: 'get',
  path: '/api/me/questions',
  summary: '查看由本人答复的问题',
  asks: 'signed-in',
  answer: z.object({
    questions: z.array(Question.extend({ topic: z.string(), heldOn: IsoDay, unitName: z.string() })),
  }),
})

export const answerQuestion = endpoint({
  method: 'post',
  path: '/api/outreach-questions/{question}/answer',
  summary: '答复带回的问题',
  asks: 'signed-in',
  params: question,
  body: z.strictObject({ answer: Written(2000), answeredOn: IsoDay, version: Version }),
  answer: z.object({ id: Id }),
})

export const tellBack = endpoint({
  method: 'post',
  path: '/api/outreach-questions/{question}/told-back',
  summary: '登记已告知提问人',
  asks: 'signed-in',
  params: question,
  body: z.strictObject({ toldBackOn: IsoDay, version: Version }),
  answer: z.object({ id: Id }),
})

/** Opening is written down, so it is no mere reading. */
export const openAsker = endpoint({
  method: 'post',
  path: '/api/outreach-questions/{question}/opening',
  summary: '查看提问人',
  asks: 'signed-in',
  params: question,
  body: z.strictObject({ purpose: z.enum(ASKER_PURPOSES) }),
  answer: z.object({ askerName: z.string().nullable(), contact: z.string().nullable() }),
})

const paper = (path: `/api/${string}`, summary: string) =>
  endpoint({ method: 'get', path, summary, asks: 'study.read', params: unit, query: YearOf })

export const downloadOutreach = paper('/api/units/{unit}/outreach.docx', '下载宣讲登记')
export const downloadOutreachSheet = paper('/api/units/{unit}/outreach.xlsx', '下载宣讲登记表')
