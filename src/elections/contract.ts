import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { UNIT_KINDS } from '../organs/contract.ts'

export const ELECTION_KINDS = ['renewal', 'by-election'] as const
/** `committee`: the meeting elects a committee, which elects its heads. `direct`: the meeting elects the heads. */
export const ELECTION_FORMS = ['committee', 'direct'] as const
/** How far it has come; each later one holds all before it. */
export const STAGES = ['preparing', 'meeting', 'elected', 'closed', 'cancelled'] as const

export const ElectionHead = z.object({
  id: Id,
  unitId: Id,
  unitName: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  unitPath: z.string(),
  kind: z.enum(ELECTION_KINDS),
  form: z.enum(ELECTION_FORMS),
  seats: z.number().int(),
  deputies: z.number().int(),
  plannedOn: IsoDay.nullable(),
  superior: z.string().nullable(),
  electedOn: IsoDay.nullable(),
  effectiveOn: IsoDay.nullable(),
  closedOn: IsoDay.nullable(),
  cancelledOn: IsoDay.nullable(),
  cancelledReason: z.string().nullable(),
  stage: z.enum(STAGES),
  /** Whether the reader may change anything here. */
  mayLead: z.boolean(),
  version: Version,
})
export type ElectionHead = z.infer<typeof ElectionHead>

const ofElection = z.strictObject({ election: Id })

export const listElections = endpoint({
  method: 'get',
  path: '/api/units/{unit}/elections',
  summary: '查看换届选举',
  asks: 'election.read',
  params: z.strictObject({ unit: Id }),
  answer: z.object({
    elections: z.array(
      ElectionHead.pick({
        id: true,
        unitId: true,
        unitName: true,
        unitKind: true,
        kind: true,
        form: true,
        plannedOn: true,
        electedOn: true,
        closedOn: true,
        cancelledOn: true,
        stage: true,
      }),
    ),
  }),
})

export const openElection = endpoint({
  method: 'post',
  path: '/api/units/{unit}/elections',
  summary: '开始换届选举',
  asks: 'election.lead',
  params: z.strictObject({ unit: Id }),
  body: z.strictObject({
    kind: z.enum(ELECTION_KINDS),
    form: z.enum(ELECTION_FORMS),
    seats: z.number().int().min(0).max(200),
    deputies: z.number().int().min(0).max(20),
    plannedOn: IsoDay.nullable(),
    superior: Line(100).optional(),
  }),
  answer: z.object({ id: Id }),
})

export const readHead = endpoint({
  method: 'get',
  path: '/api/elections/{election}',
  summary: '查看一次换届选举',
  asks: 'election.read',
  params: ofElection,
  answer: ElectionHead,
})

export const cancelElection = endpoint({
  method: 'post',
  path: '/api/elections/{election}/cancellation',
  summary: '撤销一次换届选举',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({ reason: Written(500), version: Version }),
  answer: ElectionHead,
})
