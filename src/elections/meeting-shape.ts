import { z } from 'zod'
import { Id, IsoDay, Version } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'
import { UNIT_KINDS } from '../organs/contract.ts'
import { ELECTION_FORMS, ELECTION_KINDS } from './contract.ts'
import { BODIES, FORMS, MATTERS, OFFICER_ROLES, ROLES, ROUND_REASONS, SEAT_STATES } from './gathering.ts'
import { SHOWN_BY_HANDS } from './motions.ts'

// What is told of an electing meeting: one shape for its page, the screen of the room and whatever builds on it.

const Told0 = Told.nullable()
const Count0 = z.number().int().nullable()

export const SeatShown = z.object({
  id: Id,
  personId: Id.nullable(),
  name: z.string(),
  initials: z.string(),
  groupName: z.string().nullable(),
  status: z.string().nullable(),
  entitled: z.boolean(),
  because: z.string().nullable(),
  state: z.enum(SEAT_STATES),
  reason: z.string().nullable(),
})

export const OfficerShown = z.object({
  id: Id,
  role: z.enum(OFFICER_ROLES),
  personId: Id.nullable(),
  name: z.string(),
})

export const MotionShown = z.object({
  matter: z.enum(MATTERS),
  entitled: z.number().int(),
  present: z.number().int(),
  approve: z.number().int(),
  oppose: z.number().int(),
  abstain: z.number().int(),
  passed: z.boolean(),
  note: z.string().nullable(),
  judgments: z.array(Told),
})

/** A ballot as the room may see it: numbers and names on the paper, never a sheet. */
export const RoundShown = z.object({
  id: Id,
  role: z.enum(ROLES),
  ordinal: z.number().int(),
  why: z.enum(ROUND_REASONS),
  seats: z.number().int(),
  entitled: Count0,
  present: Count0,
  printed: Count0,
  issued: Count0,
  spoiled: z.number().int(),
  returned: Count0,
  void: Count0,
  form: z.enum(FORMS),
  isClosed: z.boolean(),
  names: z.array(
    z.object({
      id: Id,
      name: z.string(),
      writtenIn: z.boolean(),
      approve: Count0,
      oppose: Count0,
      abstain: Count0,
    }),
  ),
  /** Of a closed ballot, as it was judged then. */
  outcome: z
    .object({
      election: z.string(),
      needed: z.number(),
      elected: z.array(z.string()),
      again: z.array(z.string()),
      why: z.string().nullable(),
      citation: z.string().nullable(),
      words: z.string().nullable(),
    })
    .nullable(),
})

export const AgendaShown = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['done', 'now', 'later']),
  /** What the host says, one paragraph each. */
  says: z.array(z.string()),
  matter: z.enum(SHOWN_BY_HANDS).nullable(),
  round: Id.nullable(),
})

export const GatheringShown = z.object({
  id: Id,
  body: z.enum(BODIES),
  ordinal: z.number().int(),
  heldOn: IsoDay,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
  guests: z.string().nullable(),
  hostId: Id.nullable(),
  hostName: z.string().nullable(),
  recorderName: z.string().nullable(),
  isOpen: z.boolean(),
  closedOn: IsoDay.nullable(),
  failedReason: z.string().nullable(),
  seats: z.array(SeatShown),
  presence: z.object({
    entitled: z.number().int(),
    present: z.number().int(),
    unstated: z.number().int(),
    excused: z.number().int(),
    absent: z.number().int(),
  }),
  /** Null while nobody is on the list, and where the unit's line has no rule of quorum. */
  quorum: Told0,
  officers: z.array(OfficerShown),
  officerFaults: z.array(
    z.object({ rule: z.string(), citation: z.string(), level: z.enum(['red', 'amber']), words: z.string() }),
  ),
  officersConfirmed: Told0,
  motions: z.array(MotionShown),
  rounds: z.array(RoundShown),
  hostFault: z.string().nullable(),
  /** From here on list and attendance stand as they are, and why. */
  locked: z.string().nullable(),
})
export type GatheringShown = z.infer<typeof GatheringShown>

export const Meeting = z.object({
  electionId: Id,
  unitName: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  kind: z.enum(ELECTION_KINDS),
  form: z.enum(ELECTION_FORMS),
  plannedOn: IsoDay.nullable(),
  body: z.enum(BODIES),
  mayLead: z.boolean(),
  version: Version,
  /** The one that counts; none until it is planned, or after the last one failed. */
  gathering: GatheringShown.nullable(),
  failed: z.array(z.object({ id: Id, ordinal: z.number().int(), heldOn: IsoDay, failedReason: z.string() })),
  /** As many as the list will hold; and why it cannot be opened. */
  expected: z.number().int(),
  candidates: z.array(
    z.object({ role: z.enum(ROLES), personId: Id.nullable(), name: z.string(), ordinal: z.number().int() }),
  ),
  chairing: z.object({
    people: z.array(z.object({ personId: Id.nullable(), name: z.string() })),
    words: z.string(),
    citation: z.string().nullable(),
  }),
  staffMayCount: z.boolean(),
  agenda: z.array(AgendaShown),
})
export type Meeting = z.infer<typeof Meeting>
