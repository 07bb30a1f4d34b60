import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'
import { UNIT_KINDS } from '../organs/contract.ts'
import { ELECTION_FORMS } from './contract.ts'
import { ROLES } from './gathering.ts'

const Count = z.number().int().min(0).max(10_000)

export const CandidateLine = z.object({
  id: Id,
  role: z.enum(ROLES),
  personId: Id.nullable(),
  name: z.string(),
  ordinal: z.number().int(),
  proposedOn: IsoDay,
  agreedOn: IsoDay.nullable(),
  introducedOn: IsoDay.nullable(),
  withdrawnOn: IsoDay.nullable(),
  withdrawnReason: z.string().nullable(),
  replacesId: Id.nullable(),
  /** What speaks against her: red bars, amber asks for an answer. */
  findings: z.array(z.object({ level: z.enum(['red', 'amber']), words: z.string() })),
})
export type CandidateLine = z.infer<typeof CandidateLine>

const GroupLine = z.object({
  id: Id,
  name: z.string(),
  /** Of its members, those with a vote on the day. */
  entitled: z.number().int(),
  leader: z.string().nullable(),
  nomination: z
    .object({
      heldOn: IsoDay,
      hostName: z.string().nullable(),
      entitled: z.number().int(),
      present: z.number().int(),
      nominees: z.array(z.object({ personId: Id, name: z.string(), support: z.number().int() })).readonly(),
    })
    .nullable(),
})
export type GroupLine = z.infer<typeof GroupLine>

export const Candidates = z.object({
  id: Id,
  version: Version,
  mayLead: z.boolean(),
  form: z.enum(ELECTION_FORMS),
  unitKind: z.enum(UNIT_KINDS),
  seats: z.number().int(),
  deputies: z.number().int(),
  /** Whether its voters stand on a roster here; else candidates are written by name. */
  rostered: z.boolean(),
  /** For each role, why its candidates cannot be changed any more; null while they can. */
  frozen: z.record(z.enum(ROLES), z.string().nullable()),
  /** The day that is proposed for what is recorded next. */
  proposedOn: IsoDay,
  candidates: z.array(CandidateLine),
  judgments: z.array(z.object({ about: z.string(), told: Told })),
  /** What is to be seen to, without a clause. */
  hints: z.array(z.string()),
  people: z.array(
    z.object({
      id: Id,
      name: z.string(),
      initials: z.string(),
      group: z.string().nullable(),
      votes: z.boolean(),
    }),
  ),
  groups: z.array(GroupLine),
  /** Support over all groups, the most first, then by strokes. */
  summary: z.array(
    z.object({ personId: Id, name: z.string(), support: z.number().int(), groups: z.number().int() }),
  ),
})
export type Candidates = z.infer<typeof Candidates>

const ofElection = z.strictObject({ election: Id })
const ofGroup = z.strictObject({ election: Id, group: Id })
const ofCandidate = z.strictObject({ election: Id, candidate: Id })
const asked = z.strictObject({ version: z.coerce.number().int().min(1) })

export const readCandidates = endpoint({
  method: 'get',
  path: '/api/elections/{election}/candidates',
  summary: '查看候选人',
  asks: 'election.read',
  params: ofElection,
  answer: Candidates,
})

export const recordNomination = endpoint({
  method: 'put',
  path: '/api/elections/{election}/nominations/{group}',
  summary: '登记小组提名推荐',
  asks: 'election.lead',
  params: ofGroup,
  body: z.strictObject({
    heldOn: IsoDay,
    hostName: Line(60).nullable(),
    entitled: Count,
    present: Count,
    nominees: z
      .array(z.strictObject({ personId: Id, support: Count }))
      .min(1)
      .max(200),
    version: Version,
  }),
  answer: Candidates,
})

export const withdrawNomination = endpoint({
  method: 'delete',
  path: '/api/elections/{election}/nominations/{group}',
  summary: '撤回登记错的提名推荐',
  asks: 'election.lead',
  params: ofGroup,
  query: asked,
  answer: Candidates,
})

/** From the roster by `people`; `names` only where no roster tells who may be elected. */
export const proposeCandidates = endpoint({
  method: 'post',
  path: '/api/elections/{election}/candidates',
  summary: '提出候选人',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({
    role: z.enum(ROLES),
    people: z.array(Id).max(200),
    names: z.array(Written(60)).max(200),
    proposedOn: IsoDay,
    /** The withdrawn candidate whose place is taken. */
    replacesId: Id.nullable(),
    version: Version,
  }),
  answer: Candidates,
})

export const orderCandidates = endpoint({
  method: 'put',
  path: '/api/elections/{election}/candidates/order',
  summary: '调整候选人次序',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({
    role: z.enum(ROLES).exclude(['member']),
    order: z.array(Id).min(1).max(40),
    version: Version,
  }),
  answer: Candidates,
})

/** The day on which all who stand were introduced to the voters; null where none were yet. */
export const introduceCandidates = endpoint({
  method: 'put',
  path: '/api/elections/{election}/candidates/introduction',
  summary: '登记介绍候选人',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({ introducedOn: IsoDay.nullable(), version: Version }),
  answer: Candidates,
})

export const withdrawCandidate = endpoint({
  method: 'post',
  path: '/api/elections/{election}/candidates/{candidate}/withdrawal',
  summary: '登记候选人退出',
  asks: 'election.lead',
  params: ofCandidate,
  body: z.strictObject({ withdrawnOn: IsoDay, reason: Written(500), version: Version }),
  answer: Candidates,
})

/** Only what was entered by mistake; whoever was reported above withdraws, and stays on the record. */
export const removeCandidate = endpoint({
  method: 'delete',
  path: '/api/elections/{election}/candidates/{candidate}',
  summary: '删去录错的候选人',
  asks: 'election.lead',
  params: ofCandidate,
  query: asked,
  answer: Candidates,
})
