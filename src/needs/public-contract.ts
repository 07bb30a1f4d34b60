import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Written } from '../http/endpoint.ts'
import { Kept, MOST_BYTES } from './file-contract.ts'
import { AGENCIES, CATEGORIES, OUTCOMES, STATES } from './kinds.ts'
import { SATISFIED, SOLVED } from './told.ts'

// What anybody may ask without sign-in. Each stands behind a limit on how often one address may ask.

export const listPublicDesks = endpoint({
  method: 'get',
  path: '/api/ask/desks',
  summary: '看哪些妇联开放网上提交',
  asks: 'open',
  answer: z.object({
    desks: z.array(
      z.object({
        organId: Id,
        name: z.string(),
        phone: z.string().nullable(),
        phoneHours: z.string().nullable(),
      }),
    ),
  }),
})

/** What she writes. One thing is asked of her, that she says what happened. */
export const askPublicly = endpoint({
  method: 'post',
  path: '/api/ask',
  summary: '网上提交需求',
  asks: 'open',
  body: z.object({
    organId: Id,
    /** Random, made by the page and kept nowhere: what is sent twice is one matter with one receipt. */
    attempt: z.string().regex(/^[0-9a-f]{32}$/, '网页已过期，请刷新后重新填写'),
    category: z.enum(CATEGORIES),
    facts: Written(5_000),
    wish: Line(1_000).default(''),
    /** Somebody is in danger now. */
    danger: z.boolean().default(false),
    /** She wants to be reached; otherwise only the receipt leads back to her. */
    contact: z
      .object({ name: Line(60).default(''), phone: Written(60), note: Line(300).default('') })
      .nullable()
      .default(null),
  }),
  answer: z.object({
    /** In groups, to be written down. It is shown once and kept nowhere. */
    receipt: z.string(),
    /** For adding files to it from this page, for a short while. */
    ticket: z.string(),
  }),
})

const Receipt = Line(60)

export const PublicStatus = z.object({
  state: z.enum(STATES),
  receivedOn: IsoDay,
  resolvedOn: IsoDay.nullable(),
  closedOn: IsoDay.nullable(),
  /** Null of a sensitive matter, and while there is none. */
  outcome: z.enum(OUTCOMES).nullable(),
  /** Only by their kind; none of a sensitive matter. */
  agencies: z.array(z.enum(AGENCIES)),
  /** Whether she may say now if it helped. */
  answerable: z.boolean(),
  phone: z.string(),
  /** While files may be added. */
  ticket: z.string().nullable(),
})
export type PublicStatus = z.infer<typeof PublicStatus>

/** Asked by post, so that the code stands in no address and no log. */
export const readPublicStatus = endpoint({
  method: 'post',
  path: '/api/ask/status',
  summary: '凭查询编号看办理进度',
  asks: 'open',
  body: z.object({ receiptCode: Receipt }),
  answer: PublicStatus,
})

/** She says with her receipt whether it helped. */
export const answerPublicly = endpoint({
  method: 'post',
  path: '/api/ask/answer',
  summary: '凭查询编号答复是否解决',
  asks: 'open',
  body: z.object({
    receiptCode: Receipt,
    solved: z.enum(SOLVED),
    satisfied: z.enum(SATISFIED),
    text: Line(1_000).default(''),
  }),
  answer: z.object({ answered: z.literal(true) }),
})

/** The ticket stands in the address; it is good for this alone, for an hour. */
export const addPublicFile = endpoint({
  method: 'post',
  path: '/api/ask/files',
  summary: '网上提交材料',
  asks: 'open',
  query: z.object({ ticket: z.string().max(300), name: Written(120) }),
  upload: { most: MOST_BYTES },
  answer: Kept,
})
