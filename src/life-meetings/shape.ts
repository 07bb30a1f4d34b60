import { z } from 'zod'
import { Count, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { Judged } from '../regulations/contract.ts'

/** In whose form it is held (支部工作条例 art. 17): the members' meeting, the committee's, or each group's. */
export const FORMS = ['members', 'committee', 'groups'] as const
export type Form = (typeof FORMS)[number]

/** From whom an opinion came: a kind of source, never a name. `box`: taken out of the box without names. */
export const SOURCES = ['member', 'masses', 'superior', 'served', 'box'] as const
export type Source = (typeof SOURCES)[number]

export const ABOUTS = ['branch', 'committee', 'person'] as const
export type About = (typeof ABOUTS)[number]

/** What sensitive text is opened for: chosen, not written. */
export const PURPOSES = ['prepare', 'summarize', 'rectify', 'file'] as const
export const PURPOSE_WORDS: Readonly<Record<(typeof PURPOSES)[number], string>> = {
  prepare: '筹备组织生活会',
  summarize: '汇总意见',
  rectify: '会后整改',
  file: '核对归档',
}

export const STEP_IDS = [
  'promises',
  'plan',
  'study',
  'opinions',
  'talks',
  'check',
  'notes',
  'meeting',
  'remarks',
  'problems',
  'closing',
  'report',
] as const
export type StepId = (typeof STEP_IDS)[number]
export const PHASES = ['before', 'at', 'after'] as const

export const Study = z.object({ material: Written(200), on: IsoDay.nullable(), done: z.boolean() })
export type Study = z.infer<typeof Study>

export const Opinion = z.object({
  id: Id,
  source: z.enum(SOURCES),
  about: z.enum(ABOUTS),
  /** Of an opinion about a person: who, as far as it is known, and only to the round's leaders; its text is opened apart. */
  aboutId: Id.nullable(),
  aboutName: z.string().nullable(),
  text: z.string().nullable(),
  cameOn: IsoDay,
  passedOn: IsoDay.nullable(),
  version: Version,
})
export type Opinion = z.infer<typeof Opinion>

export const Problem = z.object({
  id: Id,
  /** The year of the round that found it. */
  forYear: z.number().int(),
  about: z.enum(ABOUTS),
  problem: z.string(),
  measure: z.string().nullable(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  dueOn: IsoDay.nullable(),
  doneText: z.string().nullable(),
  meetingId: Id.nullable(),
  meetingTitle: z.string().nullable(),
  closedOn: IsoDay.nullable(),
  reopenedOn: IsoDay.nullable(),
  reopenReason: z.string().nullable(),
  /** Open past its day. */
  overdue: z.boolean(),
  version: Version,
})
export type Problem = z.infer<typeof Problem>

export const LifeStep = z.object({
  id: z.enum(STEP_IDS),
  phase: z.enum(PHASES),
  state: z.enum(['done', 'now', 'later']),
  /** Where it stands or what is missing, in words. */
  note: z.string(),
})
export type LifeStep = z.infer<typeof LifeStep>

/** A rule's judgment with its title, for the words 依据. */
const Told = z.object({ judgment: Judged, words: z.string() })

export const LifeRound = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  forYear: z.number().int(),
  form: z.enum(FORMS),
  topic: z.string(),
  meetOn: IsoDay.nullable(),
  studies: z.array(Study),
  /** Leads the round; reads it; or belongs to it and keeps the record of her own group. */
  reach: z.enum(['lead', 'read', 'group']),
  steps: z.array(LifeStep),
  judgments: z.array(Told),
  opinions: z.array(Opinion),
  box: z.object({
    openedOn: IsoDay.nullable(),
    /** How many could have written. */ eligible: Count.nullable(),
  }),
  talks: z.object({ talked: Count, members: Count }),
  check: z.object({ text: z.string(), finalOn: IsoDay.nullable(), version: Version }).nullable(),
  notes: z.array(
    z.object({
      personId: Id,
      name: z.string(),
      state: z.enum(['none', 'handed-in', 'paper']),
      on: IsoDay.nullable(),
      notesId: Id.nullable(),
    }),
  ),
  sittings: z.array(
    z.object({
      id: Id,
      unitId: Id,
      unitName: z.string(),
      title: z.string(),
      heldOn: IsoDay,
      stage: z.string(),
    }),
  ),
  /** The groups of the branch, for a round held in groups. */
  groups: z.array(z.object({ id: Id, name: z.string() })),
  groupsDoneOn: IsoDay.nullable(),
  /** How many members' self-criticism is noted, and how many remarks between members. */
  remarks: z.object({ selves: Count, between: Count }),
  problems: z.array(Problem),
  /** What the round before promised, and what became of it. */
  promises: z.object({ forYear: z.number().int(), problems: z.array(Problem) }).nullable(),
  reportSentOn: IsoDay.nullable(),
  reportSentTo: z.string().nullable(),
  version: Version,
})
export type LifeRound = z.infer<typeof LifeRound>

/** A remark with its words: for the two concerned, whoever noted it and the round's leaders. */
export const Remark = z.object({
  id: Id,
  giverId: Id,
  giverName: z.string(),
  receiverId: Id,
  receiverName: z.string(),
  matter: z.string(),
  answer: z.string().nullable(),
})
export type Remark = z.infer<typeof Remark>

/** What lies ready for a member: her own texts, what was passed on to her, her own measures. */
export const OwnRound = z.object({
  id: Id,
  unitName: z.string(),
  forYear: z.number().int(),
  topic: z.string(),
  meetOn: IsoDay.nullable(),
  boxOpen: z.boolean(),
  notes: z.object({ text: z.string(), handedInOn: IsoDay.nullable(), version: Version }).nullable(),
  onPaper: z.boolean(),
  /** Handed-in notes can be taken back until the day of the meeting. */
  mayWithdraw: z.boolean(),
  opinions: z.array(z.object({ id: Id, text: z.string(), passedOn: IsoDay })),
  remarks: z.array(Remark),
})
export type OwnRound = z.infer<typeof OwnRound>

export const Plan = {
  form: z.enum(FORMS),
  topic: Written(200),
  meetOn: IsoDay.nullable(),
  studies: z.array(Study).max(30),
}

export const Slip = z.strictObject({
  about: z.enum(ABOUTS),
  /** As written: on an anonymous slip a person is named, not picked. */
  aboutName: Line(30).nullable(),
  text: Written(1000),
})
export type Slip = z.infer<typeof Slip>
