import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, RefusalShape, Version, Written } from '../http/endpoint.ts'
import { UNIT_KINDS } from '../organs/contract.ts'
import { Judged } from '../regulations/contract.ts'
import { BODIES, FORMS, OFFICER_ROLES, PASSES, ROLES, ROUND_REASONS } from './gathering.ts'
import { RoundOutcome } from './round-outcome.ts'

const ofElection = z.strictObject({ election: Id })
const ofRound = z.strictObject({ election: Id, round: Id })
const Maybe = Count.nullable()
const Person = z.object({ id: Id, name: z.string() })

/** A judgment with its sentence. */
const Spoken = z.object({ judgment: Judged, words: z.string() })

const ShownName = z.object({
  id: Id,
  personId: Id.nullable(),
  name: z.string(),
  writtenIn: z.boolean(),
  approve: Maybe,
  oppose: Maybe,
  abstain: Maybe,
})

/** How far a teller's reading of the pile is; never what she read. */
const ShownReading = z.object({
  pass: z.enum(PASSES),
  tellerId: Id,
  tellerName: z.string(),
  sheets: Count,
  finished: z.boolean(),
  version: Version,
})

const ShownRound = z.object({
  id: Id,
  role: z.enum(ROLES),
  ordinal: z.number().int(),
  why: z.enum(ROUND_REASONS),
  seats: z.number().int(),
  entitled: Maybe,
  present: Maybe,
  printed: Maybe,
  issued: Maybe,
  spoiled: Count,
  /** Ballots that nobody took; below nothing where the numbers cannot be. */
  remainder: z.number().int().nullable(),
  returned: Maybe,
  void: Maybe,
  form: z.enum(FORMS),
  names: z.array(ShownName),
  readings: z.array(ShownReading),
  /** The first thing that keeps it from being closed, at its field. */
  fault: RefusalShape.nullable(),
  /** What it means: as it would be closed now, or as it was closed. */
  outcome: RoundOutcome.nullable(),
  signedBy: z.array(z.string()),
  isClosed: z.boolean(),
  /** Why a closed round cannot be taken back; null where it can. */
  builtOn: z.string().nullable(),
  version: Version,
})
export type ShownRound = z.infer<typeof ShownRound>

const ShownRole = z.object({
  role: z.enum(ROLES),
  seats: z.number().int(),
  state: z.enum(['ready', 'counting', 'complete']),
  /** What may be voted on next; null while one is counted, and when all is done. */
  next: z.object({ why: z.enum(ROUND_REASONS), seats: z.number().int(), among: z.array(Person) }).nullable(),
  /** Why it may not be started now. */
  barred: z.string().nullable(),
  elected: z.array(z.string()),
  /** Seats that the meeting consented to leave empty. */
  unfilled: z.number().int(),
  /** Whether so few are missing that seats may be left empty; null where none are missing. */
  reduction: Spoken.nullable(),
  rounds: z.array(ShownRound),
})
export type ShownRole = z.infer<typeof ShownRole>

const ShownGathering = z.object({
  id: Id,
  body: z.enum(BODIES),
  heldOn: IsoDay,
  isOpen: z.boolean(),
  entitled: Count,
  present: Count,
  quorum: Spoken.nullable(),
  officers: z.array(Person.extend({ role: z.enum(OFFICER_ROLES) })),
  /** Whom a voter may have written in. */
  people: z.array(Person.extend({ initials: z.string(), group: z.string().nullable() })),
  roles: z.array(ShownRole),
})
export type ShownGathering = z.infer<typeof ShownGathering>

export const CountView = z.object({
  unitKind: z.enum(UNIT_KINDS),
  mayLead: z.boolean(),
  version: Version,
  gatherings: z.array(ShownGathering),
})
export type CountView = z.infer<typeof CountView>

export const readCount = endpoint({
  method: 'get',
  path: '/api/elections/{election}/count',
  summary: '查看计票',
  asks: 'election.read',
  params: ofElection,
  answer: CountView,
})

const Hands = z.strictObject({ approve: Count, oppose: Count, abstain: Count })

export const startRound = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds',
  summary: '开始一次投票',
  asks: 'election.lead',
  params: ofElection,
  body: z.strictObject({
    gathering: Id,
    role: z.enum(ROLES),
    form: z.enum(FORMS),
    /** Who stands again, where the meeting narrowed it down; null for all. */
    among: z.array(Id).max(200).nullable(),
    /** How the meeting voted on narrowing it down. */
    consent: Hands.nullable(),
    version: Version,
  }),
  answer: CountView,
})

export const saveRound = endpoint({
  method: 'put',
  path: '/api/elections/{election}/rounds/{round}',
  summary: '登记选票和得票',
  asks: 'election.lead',
  params: ofRound,
  body: z.strictObject({
    form: z.enum(FORMS),
    printed: Maybe,
    issued: Maybe,
    spoiled: Count,
    returned: Maybe,
    void: Maybe,
    votes: z.array(z.strictObject({ id: Id, approve: Maybe, oppose: Maybe, abstain: Maybe })).max(200),
    writeIns: z
      .array(z.strictObject({ personId: Id.nullable(), name: Written(60), approve: Count }))
      .max(200),
    /** The round's own version: two people count at once without disturbing the rest of the election. */
    version: Version,
  }),
  answer: CountView,
})
export type SaveRound = z.input<typeof saveRound.body>

export const closeRound = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/closing',
  summary: '封定计票结果',
  asks: 'election.lead',
  params: ofRound,
  body: z.strictObject({
    /** The scrutineers who signed. */
    signedBy: z.array(Id).max(20),
    roundVersion: Version,
    version: Version,
  }),
  answer: CountView,
})

export const reopenRound = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/reopening',
  summary: '撤回计票结果',
  asks: 'election.lead',
  params: ofRound,
  body: z.strictObject({ version: Version }),
  answer: CountView,
})

export const dropRound = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/dropping',
  summary: '取消一次投票',
  asks: 'election.lead',
  params: ofRound,
  body: z.strictObject({ version: Version }),
  answer: CountView,
})

export const reduceSeats = endpoint({
  method: 'post',
  path: '/api/elections/{election}/seats-reduction',
  summary: '减少应选名额',
  asks: 'election.lead',
  params: ofElection,
  body: Hands.extend({ gathering: Id, role: z.enum(ROLES), note: Line(200).optional(), version: Version }),
  answer: CountView,
})
