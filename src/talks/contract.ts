import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Version } from '../http/endpoint.ts'
import { CAUSES, KINDS, OUTCOMES, PURPOSES, WITHDRAWN } from './kinds.ts'

export * from './matter-contract.ts'
export * from './opinion-contract.ts'

const Year = z.coerce.number().int().min(1990).max(2100)
const unit = z.strictObject({ unit: Id })
const talk = z.strictObject({ talk: Id })

/** A person of the branch as matrix and pickers show her; `counts`: takes part in organisation life on the day. */
export const Circled = z.object({
  id: Id,
  name: z.string(),
  initials: z.string(),
  groupName: z.string().nullable(),
  committee: z.boolean(),
  counts: z.boolean(),
})
export type Circled = z.infer<typeof Circled>

/** That two people talked, or will: all that the committee sees. */
export const TalkLine = z.object({
  id: Id,
  talkerId: Id,
  talkerName: z.string(),
  partnerId: Id,
  partnerName: z.string(),
  kind: z.enum(KINDS),
  stage: z.enum(['planned', 'held']),
  plannedBy: IsoDay.nullable(),
  heldOn: IsoDay.nullable(),
  recordedOn: IsoDay.nullable(),
  version: Version,
})
export type TalkLine = z.infer<typeof TalkLine>

/** A rule as the page cites it. */
export const Clause = z.object({
  rule: z.string(),
  title: z.string(),
  says: z.string(),
  citation: z.string(),
})
export type Clause = z.infer<typeof Clause>

export const readTalks = endpoint({
  method: 'get',
  path: '/api/units/{unit}/talks',
  summary: '查看谈心谈话',
  asks: 'talk.read',
  params: unit,
  query: z.strictObject({ year: Year.optional() }),
  answer: z.object({
    unitId: Id,
    unitName: z.string(),
    year: z.number().int(),
    reading: z.enum(['person', 'pair']),
    people: z.array(Circled),
    talks: z.array(TalkLine),
    clauses: z.object({ committee: Clause, 'committee-member': Clause, member: Clause }).partial(),
    /** How many circumstances are known in which the secretary must talk; only to who arranges talks in this very branch. */
    matters: z.object({ open: Count, talked: Count, clause: Clause.nullable() }).nullable(),
  }),
})
export type Talks = z.infer<typeof readTalks.answer>

const Two = z.strictObject({ talkerId: Id, partnerId: Id })

/** Takes pairs over as planned talks, to be held by a day. */
export const planTalks = endpoint({
  method: 'post',
  path: '/api/units/{unit}/talks/plans',
  summary: '安排谈心谈话',
  asks: 'talk.arrange',
  params: unit,
  body: z.strictObject({ pairs: z.array(Two).min(1).max(400), plannedBy: IsoDay }),
  answer: z.object({ planned: Count }),
})

/** Enters talks of one day as the people concerned told the officer. */
export const recordTalks = endpoint({
  method: 'post',
  path: '/api/units/{unit}/talks',
  summary: '登记谈心谈话',
  asks: 'talk.arrange',
  params: unit,
  body: z.strictObject({
    pairs: z.array(Two).min(1).max(100),
    heldOn: IsoDay,
    place: Line(100).nullable().default(null),
  }),
  answer: z.object({ recorded: Count }),
})

/** What was said and what is to follow, and on what occasion; the two's alone. */
export const Note = z.strictObject({
  text: Line(10_000).default(''),
  follow: Line(2_000).default(''),
  cause: z.enum(['yearly', ...CAUSES]).nullable(),
})
export type Note = z.infer<typeof Note>

/** One's own talks, the people one may have talked with, and what is planned. */
export const readOwnTalks = endpoint({
  method: 'get',
  path: '/api/me/talks',
  summary: '查看本人的谈心谈话',
  asks: 'signed-in',
  answer: z.object({
    unitId: Id.nullable(),
    unitName: z.string().nullable(),
    people: z.array(Circled),
    talks: z.array(TalkLine),
  }),
})

export const recordOwnTalk = endpoint({
  method: 'post',
  path: '/api/me/talks',
  summary: '登记本人的谈心谈话',
  asks: 'signed-in',
  body: z.strictObject({
    partnerId: Id,
    heldOn: IsoDay,
    place: Line(100).nullable().default(null),
    note: Note.nullable().default(null),
  }),
  answer: z.object({ id: Id }),
})

const ShownNote = z.object({
  text: z.string(),
  follow: z.string(),
  cause: Note.shape.cause,
  writtenOn: IsoDay,
  byName: z.string(),
  version: Version,
})

/** An opinion not yet passed on. Its text is shown at once to who wrote it, to the other one on opening. */
const Draft = z.object({
  id: Id,
  speakerId: Id,
  text: z.string().nullable(),
  mine: z.boolean(),
  version: Version,
})

export const Talk = z.object({
  ...TalkLine.shape,
  unitId: Id,
  unitName: z.string(),
  place: z.string().nullable(),
  /** Whether the reader is one of the two. */
  own: z.boolean(),
  /** For the two: who wrote the note and when; its text where the reader wrote it herself. */
  note: z
    .object({
      byName: z.string(),
      mine: z.boolean(),
      writtenOn: IsoDay,
      version: Version,
      shown: ShownNote.nullable(),
    })
    .nullable(),
  drafts: z.array(Draft),
  released: z.array(
    z.object({
      id: Id,
      speakerId: Id,
      wording: z.string(),
      agreedOn: IsoDay,
      agreedBy: z.enum(['speaker', 'paper']),
      outcome: z.enum(OUTCOMES).nullable(),
      answer: z.string().nullable(),
      answeredOn: IsoDay.nullable(),
      version: Version,
    }),
  ),
  mayWithdraw: z.boolean(),
})
export type Talk = z.infer<typeof Talk>

export const readTalk = endpoint({
  method: 'get',
  path: '/api/talks/{talk}',
  summary: '查看一次谈心谈话',
  asks: 'signed-in',
  params: talk,
  answer: Talk,
})

/** The other one's text: logged, with what it is opened for. */
export const openNote = endpoint({
  method: 'post',
  path: '/api/talks/{talk}/note/opening',
  summary: '查看谈心记录',
  asks: 'signed-in',
  params: talk,
  body: z.strictObject({ purpose: z.enum(PURPOSES) }),
  answer: z.object({ note: ShownNote.nullable(), drafts: z.array(Draft) }),
})

export const writeNote = endpoint({
  method: 'put',
  path: '/api/talks/{talk}/note',
  summary: '写谈心记录',
  asks: 'signed-in',
  params: talk,
  body: z.strictObject({ ...Note.shape, version: Version.nullable() }),
  answer: Talk,
})

export const withdrawTalk = endpoint({
  method: 'post',
  path: '/api/talks/{talk}/withdrawal',
  summary: '撤回谈心谈话',
  asks: 'signed-in',
  params: talk,
  body: z.strictObject({ because: z.enum(WITHDRAWN), version: Version }),
  answer: z.object({ id: Id }),
})

export const downloadTalks = endpoint({
  method: 'get',
  path: '/api/units/{unit}/talks.xlsx',
  summary: '下载谈心谈话登记表',
  asks: 'talk.read',
  params: unit,
  query: z.strictObject({ year: Year }),
})

/** The record with its content, for the two: opening it is logged like reading it. */
export const downloadRecord = endpoint({
  method: 'post',
  path: '/api/talks/{talk}/record.docx',
  summary: '下载谈心谈话记录',
  asks: 'signed-in',
  params: talk,
  body: z.strictObject({ purpose: z.enum(PURPOSES) }),
})
export type OwnTalks = z.infer<typeof readOwnTalks.answer>
