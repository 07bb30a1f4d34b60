import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { ABOUTS, LifeRound, OwnRound, Plan, Problem, PURPOSES, Remark, Slip, SOURCES } from './shape.ts'

export * from './after-contract.ts'
export * from './shape.ts'

const unit = z.strictObject({ unit: Id })
const round = z.strictObject({ round: Id })
const version = z.strictObject({ version: Version })
const purpose = z.strictObject({ purpose: z.enum(PURPOSES) })
const Year = z.number().int().min(1990).max(2100)

export const listLifeRounds = endpoint({
  method: 'get',
  path: '/api/units/{unit}/life-rounds',
  summary: '查看历年组织生活会',
  asks: 'life.read',
  params: unit,
  answer: z.object({
    rounds: z.array(
      z.object({
        id: Id,
        unitId: Id,
        unitName: z.string(),
        forYear: z.number().int(),
        topic: z.string(),
        meetOn: IsoDay.nullable(),
        /** The latest recorded gathering of that year. */
        heldOn: IsoDay.nullable(),
        problems: z.number().int(),
        open: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
  }),
})

export const openLifeRound = endpoint({
  method: 'post',
  path: '/api/units/{unit}/life-rounds',
  summary: '开始筹备组织生活会',
  asks: 'life.lead',
  params: unit,
  body: z.strictObject({ forYear: Year, form: Plan.form, topic: Plan.topic, meetOn: Plan.meetOn }),
  answer: LifeRound,
})

export const readLifeRound = endpoint({
  method: 'get',
  path: '/api/life-rounds/{round}',
  summary: '查看组织生活会',
  asks: 'life.read',
  params: round,
  answer: LifeRound,
})

export const planLifeRound = endpoint({
  method: 'put',
  path: '/api/life-rounds/{round}/plan',
  summary: '修改组织生活会方案',
  asks: 'life.lead',
  params: round,
  body: z.strictObject({ ...Plan, version: Version }),
  answer: LifeRound,
})

export const addLifeOpinion = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/opinions',
  summary: '登记征求到的意见',
  asks: 'life.lead',
  params: round,
  body: z.strictObject({
    source: z.enum(SOURCES).exclude(['box']),
    about: z.enum(ABOUTS),
    aboutId: Id.nullable(),
    text: Written(1000),
  }),
  answer: LifeRound,
})

/** Anonymous, by its author or from a box of paper: nothing of who put it in, or when, is kept anywhere. */
export const dropLifeOpinions = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/box',
  summary: '投入意见箱',
  asks: 'signed-in',
  params: round,
  body: z.strictObject({ slips: z.array(Slip).min(1).max(50) }),
  answer: z.object({ dropped: z.literal(true) }),
})

/** Ends the collecting: what lay in the box becomes the round's opinions, ordered by their words alone. */
export const openLifeBox = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/box/opening',
  summary: '打开意见箱',
  asks: 'life.lead',
  params: round,
  body: version,
  answer: LifeRound,
})

/** The opinions about persons, with their words. */
export const readPersonalOpinions = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/opinions/opening',
  summary: '查看对个人的意见',
  asks: 'life.lead',
  params: round,
  body: purpose,
  answer: z.object({
    opinions: z.array(z.object({ id: Id, name: z.string().nullable(), text: z.string() })),
  }),
})

export const passLifeOpinion = endpoint({
  method: 'post',
  path: '/api/life-opinions/{opinion}/passing',
  summary: '向本人反馈意见',
  asks: 'life.lead',
  params: z.strictObject({ opinion: Id }),
  /** Of whom it speaks, where a slip named her in other words than the roster. */
  body: z.strictObject({ aboutId: Id.nullable(), version: Version }),
  answer: LifeRound,
})

export const removeLifeOpinion = endpoint({
  method: 'delete',
  path: '/api/life-opinions/{opinion}',
  summary: '删去登错的意见',
  asks: 'life.lead',
  params: z.strictObject({ opinion: Id }),
  answer: LifeRound,
})

export const writeCheck = endpoint({
  method: 'put',
  path: '/api/life-rounds/{round}/check',
  summary: '填写支委会对照检查',
  asks: 'life.lead',
  params: round,
  body: z.strictObject({ text: Line(20_000), final: z.boolean(), version: Version.nullable() }),
  answer: LifeRound,
})

export const markPaperNotes = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/paper-notes',
  summary: '登记已交纸质发言提纲',
  asks: 'life.lead',
  params: round,
  body: z.strictObject({ personIds: z.array(Id).min(1).max(200) }),
  answer: LifeRound,
})

/** For a tick set by mistake; what a member wrote herself is not touched. */
export const unmarkPaperNotes = endpoint({
  method: 'delete',
  path: '/api/life-rounds/{round}/paper-notes/{person}',
  summary: '撤销已交纸质发言提纲的登记',
  asks: 'life.lead',
  params: z.strictObject({ round: Id, person: Id }),
  answer: LifeRound,
})

export const readNotes = endpoint({
  method: 'post',
  path: '/api/life-notes/{notes}/opening',
  summary: '查看交来的发言提纲',
  asks: 'life.lead',
  params: z.strictObject({ notes: Id }),
  body: purpose,
  answer: z.object({ text: z.string(), handedInOn: IsoDay }),
})

export const noteRemark = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/remarks',
  summary: '登记批评和自我批评',
  asks: 'meeting.record',
  params: round,
  body: z.strictObject({
    /** Of the gathering at which it was said: the branch, or one of its groups. */
    unitId: Id,
    giverId: Id,
    receiverId: Id,
    matter: Written(500),
    answer: Line(500).nullable(),
  }),
  answer: z.object({ id: Id }),
})

export const readRemarks = endpoint({
  method: 'post',
  path: '/api/life-rounds/{round}/remarks/opening',
  summary: '查看批评和自我批评',
  asks: 'meeting.record',
  params: round,
  body: purpose,
  answer: z.object({ remarks: z.array(Remark) }),
})

export const removeRemark = endpoint({
  method: 'delete',
  path: '/api/life-remarks/{remark}',
  summary: '删去登错的批评意见',
  asks: 'meeting.record',
  params: z.strictObject({ remark: Id }),
  answer: z.object({ id: Id }),
})

export const readOwnLife = endpoint({
  method: 'get',
  path: '/api/me/life',
  summary: '查看本人的组织生活会',
  asks: 'signed-in',
  answer: z.object({ rounds: z.array(OwnRound), measures: z.array(Problem) }),
})

export const writeOwnNotes = endpoint({
  method: 'put',
  path: '/api/me/life/{round}/notes',
  summary: '保存本人的发言提纲',
  asks: 'signed-in',
  params: round,
  body: z.strictObject({ text: Line(20_000), version: Version.nullable() }),
  answer: z.object({ version: Version }),
})

/** Hands one's notes in, or takes them back before the day of the meeting. */
export const handInOwnNotes = endpoint({
  method: 'post',
  path: '/api/me/life/{round}/notes/handing-in',
  summary: '交出或收回发言提纲',
  asks: 'signed-in',
  params: round,
  body: z.strictObject({ handIn: z.boolean(), version: Version }),
  answer: z.object({ handedInOn: IsoDay.nullable(), version: Version }),
})
