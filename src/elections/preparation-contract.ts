import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'
import { UNIT_KINDS } from '../organs/contract.ts'
import { ELECTION_FORMS, ELECTION_KINDS } from './contract.ts'
import { STEPS } from './facts.ts'
import { ROLES } from './gathering.ts'
import { ORDER, PHASES } from './steps.ts'

export const PreparedStep = z.object({
  step: z.enum(ORDER),
  phase: z.enum(PHASES),
  title: z.string(),
  state: z.enum(['done', 'next', 'later', 'not-needed']),
  doneOn: IsoDay.nullable(),
  number: z.string().nullable(),
  byWhom: z.string().nullable(),
  note: z.string().nullable(),
  because: z.string().nullable(),
  who: z.string(),
  by: z.object({ on: IsoDay, says: z.string(), citation: z.string() }).nullable(),
  clause: z.object({ rule: z.string(), citation: z.string() }).nullable(),
  needs: z.array(z.string()),
  missing: z.array(
    z.object({ what: z.string(), at: z.enum(['plan', 'candidates', 'nominations', ...STEPS]) }),
  ),
  doubts: z.array(z.object({ level: z.enum(['red', 'amber']), words: z.string(), citation: z.string() })),
  /** Whether its paper has a number (文号), and whether it comes from above. */
  numbered: z.boolean(),
  fromAbove: z.boolean(),
})
export type PreparedStep = z.infer<typeof PreparedStep>

export const Preparation = z.object({
  id: Id,
  version: Version,
  mayLead: z.boolean(),
  isOver: z.boolean(),
  plan: z.object({
    kind: z.enum(ELECTION_KINDS),
    form: z.enum(ELECTION_FORMS),
    unitKind: z.enum(UNIT_KINDS),
    seats: z.number().int(),
    deputies: z.number().int(),
    plannedOn: IsoDay.nullable(),
    superior: z.string().nullable(),
    /** Whether a change must say why, since the superior was told of the plan. */
    asksReason: z.boolean(),
  }),
  superior: z.object({ above: z.string(), way: z.string() }),
  shift: z
    .object({
      way: z.enum(['early', 'late']),
      dueOn: IsoDay,
      approvedUntil: IsoDay.nullable(),
      usualBound: IsoDay.nullable(),
      told: Told.nullable(),
    })
    .nullable(),
  steps: z.array(PreparedStep),
  /** Those whom the reply on candidates may agree to. */
  candidates: z.array(
    z.object({ id: Id, name: z.string(), role: z.enum(ROLES), agreedOn: IsoDay.nullable() }),
  ),
})
export type Preparation = z.infer<typeof Preparation>

const ofElection = z.strictObject({ election: Id })
const ofStep = z.strictObject({ election: Id, step: z.enum(STEPS) })

export const readPreparation = endpoint({
  method: 'get',
  path: '/api/elections/{election}/preparation',
  summary: '查看换届筹备',
  asks: 'election.read',
  params: ofElection,
  answer: Preparation,
})

export const recordStep = endpoint({
  method: 'put',
  path: '/api/elections/{election}/steps/{step}',
  summary: '登记换届的一步',
  asks: 'election.lead',
  params: ofStep,
  body: z.strictObject({
    doneOn: IsoDay,
    number: Line(60).nullable(),
    byWhom: Line(100).nullable(),
    /** Conditions of a reply, or what else is to be remembered. */
    note: Line(1000).nullable(),
    /** With the reply on candidates: those it agrees to. */
    agreed: z.array(Id).max(400).optional(),
    version: Version,
  }),
  answer: Preparation,
})

export const withdrawStep = endpoint({
  method: 'delete',
  path: '/api/elections/{election}/steps/{step}',
  summary: '撤回登记错的一步',
  asks: 'election.lead',
  params: ofStep,
  query: z.strictObject({ version: z.coerce.number().int().min(1) }),
  answer: Preparation,
})

export const planElection = endpoint({
  method: 'put',
  path: '/api/elections/{election}/plan',
  summary: '修改换届安排',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({
    form: z.enum(ELECTION_FORMS),
    seats: z.number().int().min(0).max(200),
    deputies: z.number().int().min(0).max(20),
    plannedOn: IsoDay.nullable(),
    superior: Line(100).nullable(),
    /** Why, once the superior was told of the plan; goes to the step's note. */
    reason: Line(500).optional(),
    version: Version,
  }),
  answer: Preparation,
})
