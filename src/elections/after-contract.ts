import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version } from '../http/endpoint.ts'
import { POSTS } from '../kernel/access.ts'
import { MATTER_IDS } from './after-matters.ts'
import { DUTIES } from './posts-after.ts'

const Told = z.object({
  judgment: z.object({
    rule: z.string(),
    holds: z.boolean(),
    needed: z.number().int(),
    numbers: z.record(z.string(), z.number().int()),
    citation: z.string(),
    hardness: z.enum(['must', 'default', 'may', 'aim']),
    confidence: z.enum(['H', 'M', 'L']),
  }),
  words: z.string(),
  title: z.string(),
  says: z.string(),
  facts: z.record(z.string(), z.object({ name: z.string(), unit: z.string() })),
})

const Taken = z.object({ personId: Id, name: z.string(), post: z.enum(POSTS), since: IsoDay })

/** What follows an election: what was done, who was elected, and what putting it into effect would change. */
export const AfterElection = z.object({
  steps: z.array(
    z.object({
      step: z.string(),
      doneOn: IsoDay,
      number: z.string().nullable(),
      byWhom: z.string().nullable(),
    }),
  ),
  elected: z.array(
    z.object({
      id: Id,
      personId: Id.nullable(),
      name: z.string(),
      head: z.enum(['secretary', 'deputy-secretary']).nullable(),
      duties: z.array(z.string()),
      /** What she is called: 书记, 委员, 主席, 执委. */
      title: z.string(),
      approvedOn: IsoDay.nullable(),
      /** Null where she is on no roster here. */
      hasAccount: z.boolean().nullable(),
    }),
  ),
  /** The first meeting of the new committee. */
  plenary: z
    .object({
      heldOn: IsoDay,
      hostName: z.string().nullable(),
      /** Whether whoever chairs it was newly elected; null while nobody is named. */
      hostIsElected: z.boolean().nullable(),
      entitled: z.number().int(),
      present: z.number().int(),
    })
    .nullable(),
  judged: z.array(z.object({ matter: z.enum(MATTER_IDS), told: Told })),
  missing: z.array(z.object({ matter: z.enum(MATTER_IDS), what: z.string() })),
  /** The day that the preview is of; null before anybody is elected. */
  on: IsoDay.nullable(),
  ends: z.array(Taken.extend({ endsOn: IsoDay })),
  begins: z.array(Taken),
  stays: z.array(Taken),
  /** Posts that ended with this election, to be handed over. */
  outgoing: z.array(
    z.object({
      postId: Id,
      post: z.enum(POSTS),
      personName: z.string(),
      endsOn: IsoDay,
      /** Who took the post over; null where nobody did, or more than one. */
      to: z.object({ personId: Id, name: z.string(), since: IsoDay }).nullable(),
      handoverId: Id.nullable(),
    }),
  ),
  version: Version,
})
export type AfterElection = z.infer<typeof AfterElection>

const election = z.strictObject({ election: Id })

export const readAfter = endpoint({
  method: 'get',
  path: '/api/elections/{election}/after',
  summary: '查看选举之后的办理',
  asks: 'election.read',
  params: election,
  query: z.strictObject({ on: IsoDay.optional() }),
  answer: AfterElection,
})

export const divideWork = endpoint({
  method: 'put',
  path: '/api/elections/{election}/division',
  summary: '登记委员分工',
  asks: 'election.lead',
  params: election,
  body: z.strictObject({
    doneOn: IsoDay,
    members: z
      .array(
        z.strictObject({
          result: Id,
          duties: z.array(z.enum(DUTIES)).max(DUTIES.length),
          title: Line(30).optional(),
        }),
      )
      .min(1)
      .max(200),
    version: Version,
  }),
  answer: AfterElection,
})

export const recordApproval = endpoint({
  method: 'put',
  path: '/api/elections/{election}/approval',
  summary: '登记选举结果的批复',
  asks: 'election.lead',
  params: election,
  body: z.strictObject({
    doneOn: IsoDay,
    number: Line(60).nullable(),
    byWhom: Line(100).nullable(),
    /** Heads whom the unit above did not approve. */
    refused: z.array(Id).max(21),
    version: Version,
  }),
  answer: AfterElection,
})

export const putIntoEffect = endpoint({
  method: 'post',
  path: '/api/elections/{election}/effect',
  summary: '使选举结果生效',
  asks: 'election.lead',
  params: election,
  body: z.strictObject({ effectiveOn: IsoDay, version: Version }),
  answer: AfterElection,
})
