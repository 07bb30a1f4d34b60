import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { CONSIDERED, GRADES, PURPOSES, ROLES } from './kinds.ts'
import { Appraisal, AppraisalLine, OwnAppraisal } from './shape.ts'

export * from './shape.ts'

const appraisal = z.strictObject({ appraisal: Id })
const seat = z.strictObject({ appraisal: Id, person: Id })
const Year = z.number().int().min(1990).max(2100)

export const listAppraisals = endpoint({
  method: 'get',
  path: '/api/units/{unit}/appraisals',
  summary: '查看民主评议',
  asks: 'appraisal.mutual',
  params: z.strictObject({ unit: Id }),
  answer: z.object({ appraisals: z.array(AppraisalLine) }),
})

export const openAppraisal = endpoint({
  method: 'post',
  path: '/api/units/{unit}/appraisals',
  summary: '开始民主评议',
  asks: 'appraisal.lead',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({ forYear: Year, rosterOn: IsoDay }),
  answer: Appraisal,
})

export const readAppraisal = endpoint({
  method: 'get',
  path: '/api/appraisals/{appraisal}',
  summary: '查看一次民主评议',
  asks: 'appraisal.mutual',
  params: appraisal,
  answer: Appraisal,
})

/** The study before it, the meetings it was joined to, the superior's opinion after it. */
export const changeAppraisal = endpoint({
  method: 'put',
  path: '/api/appraisals/{appraisal}',
  summary: '登记民主评议的步骤',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({
    meetingId: Id.nullable(),
    reportMeetingId: Id.nullable(),
    studiedOn: IsoDay.nullable(),
    studyNote: Line(500).nullable(),
    superiorOpinion: Line(1000).nullable(),
    superiorOn: IsoDay.nullable(),
    version: Version,
  }),
  answer: Appraisal,
})

/** The people anew, as the roster of a day has them; what was said of them stays. */
export const recallPeople = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/people',
  summary: '按名册重算评议人员',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ rosterOn: IsoDay, version: Version }),
  answer: Appraisal,
})

export const changeSeat = endpoint({
  method: 'put',
  path: '/api/appraisals/{appraisal}/people/{person}',
  summary: '改变一人参加评议的方式',
  asks: 'appraisal.lead',
  params: seat,
  body: z.strictObject({
    role: z.enum(ROLES),
    mayVote: z.boolean(),
    because: Line(200).nullable(),
    version: Version,
  }),
  answer: Appraisal,
})

/** That these handed in their self-appraisals on paper; no day where it was noted by mistake. */
export const recordPaper = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/papers',
  summary: '登记交来的纸质自评',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ personIds: z.array(Id).min(1).max(300), handedInOn: IsoDay.nullable() }),
  answer: Appraisal,
})

/** Opens the self-appraisal that a person handed in; kept on record with its purpose. */
export const openSelf = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/people/{person}/opening',
  summary: '打开个人自评',
  asks: 'appraisal.lead',
  params: seat,
  body: z.strictObject({ purpose: z.enum(PURPOSES) }),
  answer: z.object({ text: z.string() }),
})

export const recordMutual = endpoint({
  method: 'put',
  path: '/api/appraisals/{appraisal}/mutuals/{unit}',
  summary: '登记党员互评',
  asks: 'appraisal.mutual',
  params: z.strictObject({ appraisal: Id, unit: Id }),
  body: z.strictObject({
    heldOn: IsoDay,
    hostId: Id.nullable(),
    note: Line(500).nullable(),
    remarks: z.array(z.strictObject({ personId: Id, remark: Line(1000).nullable() })).max(300),
    /** Null where none was recorded yet. */
    version: Version.nullable(),
  }),
  answer: Appraisal,
})

/** The grades as decided, from the poll and daily performance; whoever is not named, or named with none, has none. */
export const gradePeople = endpoint({
  method: 'put',
  path: '/api/appraisals/{appraisal}/grades',
  summary: '登记评定意见和等次',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({
    decidedBy: z.enum(['committee', 'members']).nullable(),
    decidedOn: IsoDay.nullable(),
    considered: z.array(z.enum(CONSIDERED)).max(CONSIDERED.length),
    grades: z
      .array(
        z.strictObject({
          personId: Id,
          grade: z.enum(GRADES),
          opinion: Line(1000).nullable(),
          improvement: Line(1000).nullable(),
        }),
      )
      .max(300),
    version: Version,
  }),
  answer: Appraisal,
})

export const closeAppraisal = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/closing',
  summary: '办结民主评议',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ lateReason: Line(500).nullable(), version: Version }),
  answer: Appraisal,
})

export const reopenAppraisal = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/reopening',
  summary: '更正已办结的民主评议',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({ reason: Written(500), version: Version }),
  answer: Appraisal,
})

/** That these were told, when and by whom; no day where it was noted by mistake. */
export const recordTold = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/told',
  summary: '登记评议结果已告知本人',
  asks: 'appraisal.lead',
  params: appraisal,
  body: z.strictObject({
    personIds: z.array(Id).min(1).max(300),
    toldOn: IsoDay.nullable(),
    toldBy: Written(60).nullable(),
    version: Version,
  }),
  answer: Appraisal,
})

export const listOwnAppraisals = endpoint({
  method: 'get',
  path: '/api/me/appraisals',
  summary: '查看自己的民主评议',
  asks: 'signed-in',
  answer: z.object({ appraisals: z.array(OwnAppraisal) }),
})

const self = { text: Line(10_000) }

export const saveSelf = endpoint({
  method: 'put',
  path: '/api/appraisals/{appraisal}/self',
  summary: '保存个人自评',
  asks: 'signed-in',
  params: appraisal,
  body: z.strictObject(self),
  answer: z.object({ id: Id }),
})

export const handInSelf = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/self/handing-in',
  summary: '提交个人自评',
  asks: 'signed-in',
  params: appraisal,
  body: z.strictObject({ text: Written(10_000) }),
  answer: z.object({ id: Id }),
})
