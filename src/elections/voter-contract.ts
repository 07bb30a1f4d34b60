import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'
import { GROUNDS } from './facts.ts'

const Because = z.object({ rule: z.string(), citation: z.string(), holds: z.boolean(), words: z.string() })

export const VoterShown = z.object({
  key: z.string(),
  personId: Id.nullable(),
  name: z.string(),
  initials: z.string(),
  groupName: z.string().nullable(),
  status: z.string().nullable(),
  place: z.enum(['voter', 'without-vote', 'excluded', 'pending']),
  reasons: z.array(Because),
})
export type VoterShown = z.infer<typeof VoterShown>

export const ExclusionShown = z.object({
  personId: Id,
  name: z.string(),
  ground: z.enum(GROUNDS),
  since: IsoDay.nullable(),
  reason: z.string(),
  reportedOn: IsoDay.nullable(),
  approvedOn: IsoDay.nullable(),
  approvedBy: z.string().nullable(),
  passedOn: IsoDay.nullable(),
})
export type ExclusionShown = z.infer<typeof ExclusionShown>

export const Voters = z.object({
  electionId: Id,
  version: Version,
  mayLead: z.boolean(),
  /** The day the list is drawn up for. */
  on: IsoDay,
  /** Computed from the roster; else entered by name. */
  isRostered: z.boolean(),
  /** The list was frozen when the meeting opened: what is shown is the list of that meeting. */
  isFrozen: z.boolean(),
  people: z.array(VoterShown),
  entitled: z.number().int(),
  entitledThen: z.number().int(),
  counts: z.object({
    full: z.number().int(),
    probationary: z.number().int(),
    onProbation: z.number().int(),
    suspended: z.number().int(),
    excluded: z.number().int(),
    pending: z.number().int(),
  }),
  judgments: z.array(Told),
  /** How many must come of those entitled, with the clause; null where the unit's line has no such rule. */
  quorum: z.object({ needed: z.number().int(), citation: z.string() }).nullable(),
  exclusions: z.array(ExclusionShown),
  /** Grounds that hold here: the sixth only where the organ chose so. */
  grounds: z.array(z.enum(GROUNDS)),
  superior: z.string().nullable(),
})
export type Voters = z.infer<typeof Voters>

const ofElection = z.strictObject({ election: Id })

export const readVoters = endpoint({
  method: 'get',
  path: '/api/elections/{election}/voters',
  summary: '查看选举人名单',
  asks: 'election.read',
  params: ofElection,
  answer: Voters,
})

export const putExclusion = endpoint({
  method: 'put',
  path: '/api/elections/{election}/exclusions/{person}',
  summary: '登记不计入应到会的人员',
  asks: 'election.lead',
  params: z.strictObject({ election: Id, person: Id }),
  body: z.strictObject({
    ground: z.enum(GROUNDS),
    since: IsoDay.nullable(),
    reason: Written(500).min(2, '请写明情况，至少两个字'),
    reportedOn: IsoDay.nullable(),
    approvedOn: IsoDay.nullable(),
    approvedBy: Line(100).nullable(),
    version: Version,
  }),
  answer: Voters,
})

export const removeExclusion = endpoint({
  method: 'post',
  path: '/api/elections/{election}/exclusions/{person}/removal',
  summary: '取消不计入应到会',
  asks: 'election.lead',
  params: z.strictObject({ election: Id, person: Id }),
  body: z.strictObject({ version: Version }),
  answer: Voters,
})

export const addDelegates = endpoint({
  method: 'post',
  path: '/api/elections/{election}/delegates',
  summary: '录入选举人名单',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({
    delegates: z
      .array(z.strictObject({ name: Written(60), fromUnit: Line(100).nullable() }))
      .min(1)
      .max(1000),
    version: Version,
  }),
  answer: Voters,
})

export const removeDelegate = endpoint({
  method: 'post',
  path: '/api/elections/{election}/delegates/{delegate}/removal',
  summary: '从选举人名单去掉一人',
  asks: 'election.lead',
  params: z.strictObject({ election: Id, delegate: Id }),
  body: z.strictObject({ version: Version }),
  answer: Voters,
})
