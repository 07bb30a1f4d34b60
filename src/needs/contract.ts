import { z } from 'zod'
import { endpoint, Id, IsoDay, Page, RefusalShape, Version, Written } from '../http/endpoint.ts'
import { Intake } from './intake.ts'
import { CATEGORIES, CHANNELS, LEVELS, OUTCOMES, PAUSES, PETITIONS, SCOPES, STATES, STEPS } from './kinds.ts'
import { Destroyed, KeptFile, MeasureWords, NeedWords, ReferralWords } from './words.ts'

export { Intake, NeedDraft } from './intake.ts'
export {
  CATEGORIES,
  CATEGORY_NAMES,
  type Category,
  CHANNEL_NAMES,
  isSensitive,
  OUTCOME_NAMES,
  STATE_NAMES,
} from './kinds.ts'

const At = z.string()

/** A matter as a list shows it: of a sensitive one that the reader may not know, no word. */
export const NeedLine = z.object({
  id: Id,
  year: z.int(),
  number: z.int(),
  channel: z.enum(CHANNELS),
  receivedOn: IsoDay,
  state: z.enum(STATES),
  level: z.enum(LEVELS).nullable(),
  petition: z.enum(PETITIONS).nullable(),
  sensitive: z.boolean(),
  anonymous: z.boolean(),
  category: z.enum(CATEGORIES).nullable(),
  area: z.string().nullable(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  raisedTo: z.enum(['rights-head', 'federation-leader']).nullable(),
  /** The nearest day that something is due; null where nothing is. */
  dueOn: IsoDay.nullable(),
  /** Null where the words are not the reader's, or have to be opened with a reason. */
  line: z.string().nullable(),
})
export type NeedLine = z.infer<typeof NeedLine>

const Step = z.object({
  id: Id,
  kind: z.enum(STEPS),
  onDay: IsoDay,
  at: At,
  byName: z.string(),
  toName: z.string().nullable(),
  text: z.string().nullable(),
})
export type Step = z.infer<typeof Step>

const Referral = z.object({
  id: Id,
  sentOn: IsoDay,
  state: z.enum(['sent', 'accepted', 'objected', 'answered', 'withdrawn']),
  dueOn: IsoDay.nullable(),
  settledOn: IsoDay.nullable(),
  words: ReferralWords.nullable(),
  version: Version,
})
export type Referral = z.infer<typeof Referral>

export const Clock = z.object({
  id: Id,
  rule: z.string(),
  eventOn: IsoDay,
  dueOn: IsoDay,
  extendedUntil: IsoDay.nullable(),
  keptOn: IsoDay.nullable(),
  version: Version,
})
export type Clock = z.infer<typeof Clock>

const Colleague = z.object({
  id: Id,
  personId: Id,
  name: z.string(),
  since: IsoDay,
  until: IsoDay.nullable(),
})

const Answer = z.object({
  id: Id,
  way: z.enum(['link', 'phone']),
  answeredOn: IsoDay,
  takenByName: z.string().nullable(),
  solved: z.enum(['yes', 'partly', 'no']),
  satisfied: z.enum(['yes', 'fair', 'no']),
  text: z.string().nullable(),
})

const Pause = z.object({
  id: Id,
  kind: z.enum(PAUSES),
  since: IsoDay,
  until: IsoDay.nullable(),
  text: z.string().nullable(),
  version: Version,
})
export type Pause = z.infer<typeof Pause>

const Measure = z.object({ id: Id, dueOn: IsoDay.nullable(), words: MeasureWords, version: Version })

/** A matter whole, as far as the reader may know it. */
export const Need = NeedLine.extend({
  unitId: Id,
  unitName: z.string(),
  unitPath: z.string(),
  visitId: Id.nullable(),
  receivedByName: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  resolvedOn: IsoDay.nullable(),
  toldOn: IsoDay.nullable(),
  closedOn: IsoDay.nullable(),
  /** Of a sensitive matter, whether the reader has been let in by name. */
  knows: z.boolean(),
  sealedOn: IsoDay.nullable(),
  keepUntil: IsoDay.nullable(),
  /** Until when the reader's opening holds; null where she has to open it first. */
  openedUntil: At.nullable(),
  /** What was destroyed after its time: number and days are left. */
  destroyed: Destroyed.nullable(),
  words: NeedWords.nullable(),
  steps: z.array(Step),
  helpers: z.array(Colleague),
  knowers: z.array(Colleague),
  referrals: z.array(Referral),
  clocks: z.array(Clock),
  pauses: z.array(Pause),
  answers: z.array(Answer),
  files: z.array(KeptFile),
  measures: z.array(Measure),
  openings: z.array(z.object({ readerName: z.string(), ground: z.string(), at: At })),
  version: Version,
})
export type Need = z.infer<typeof Need>

export const listCadres = endpoint({
  method: 'get',
  path: '/api/cadres',
  summary: '看机关干部名单',
  asks: 'visit.record',
  answer: z.object({
    cadres: z.array(
      z.object({
        id: Id,
        name: z.string(),
        initials: z.string().nullable(),
        unitName: z.string().nullable(),
        posts: z.array(z.string()),
      }),
    ),
  }),
})

export const receiveNeed = endpoint({
  method: 'post',
  path: '/api/needs',
  summary: '登记需求',
  asks: 'need.receive',
  body: Intake.extend({
    /** Made by the sender, so that what is sent twice is one. */
    id: Id.optional(),
    channel: z.enum(CHANNELS).exclude(['web']),
    receivedOn: IsoDay,
    /** The visit on which she told it. */
    visitId: Id.nullable().default(null),
  }),
  answer: z.object({ id: Id, number: z.string(), sensitive: z.boolean() }),
})

/** What became of one draft of many. */
export const NeedJudged = z.object({
  id: Id,
  outcome: z.enum(['taken', 'known', 'refused']),
  /** 〔2026〕12 */
  number: z.string().nullable(),
  refusal: RefusalShape.nullable(),
})
export type NeedJudged = z.infer<typeof NeedJudged>

export const receiveNeeds = endpoint({
  method: 'post',
  path: '/api/needs/drafts',
  summary: '接收走访带回的需求',
  asks: 'need.receive',
  // Each is judged by itself against NeedDraft: one that is refused stops none of the others.
  body: z.object({ drafts: z.array(z.looseObject({ id: Id })).max(200) }),
  answer: z.object({ judged: z.array(NeedJudged) }),
})

export { SCOPES } from './kinds.ts'

export const listNeeds = endpoint({
  method: 'get',
  path: '/api/needs',
  summary: '看需求',
  asks: 'need.receive',
  query: z.object({
    scope: z.enum(SCOPES).default('mine'),
    state: z.enum(STATES).optional(),
    ...Page,
  }),
  answer: z.object({
    needs: z.array(NeedLine),
    /** Where the next page begins; null on the last. */
    next: z.string().nullable(),
  }),
})

export const readNeed = endpoint({
  method: 'get',
  path: '/api/needs/{need}',
  summary: '看一件需求',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  answer: Need,
})

/** Why a sensitive matter is opened: chosen, never typed. */
export const GROUNDS = ['handling', 'urgent', 'told-back', 'asked-by-her', 'superior', 'evidence'] as const

export const openNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/opening',
  summary: '打开封存的需求',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  body: z.object({ ground: z.enum(GROUNDS) }),
  answer: Need,
})

export const addStep = endpoint({
  method: 'post',
  path: '/api/needs/{need}/steps',
  summary: '写办理记录',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  body: z.object({ text: Written(2_000), onDay: IsoDay, version: Version }),
  answer: z.object({ version: Version }),
})
