import { z } from 'zod'
import { endpoint, Id, IsoDay } from '../http/endpoint.ts'
import { Told } from '../meetings/contract.ts'
import { LINES, UNIT_KINDS } from '../organs/contract.ts'
import { CALENDAR_STATES } from './calendar.ts'
import { ELECTION_FORMS, ELECTION_KINDS } from './contract.ts'
import { Preparation } from './preparation-contract.ts'

const Shift = z.object({
  way: z.enum(['early', 'late']),
  bound: IsoDay.nullable(),
  holds: z.boolean(),
  words: z.string(),
  citation: z.string().nullable(),
})

/** One unit of the calendar: its term, how far it is from its end, what is under way, which seats fell empty. */
export const CalendarEntry = z.object({
  unitId: Id,
  unitName: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  line: z.enum(LINES),
  term: z
    .object({
      electedOn: IsoDay,
      ruledOn: IsoDay,
      dueOn: IsoDay,
      remindOn: IsoDay,
      citation: z.string(),
      approvalNote: z.string().nullable(),
      shift: Shift.nullable(),
    })
    .nullable(),
  request: z.object({ on: IsoDay, citation: z.string() }).nullable(),
  state: z.enum(CALENDAR_STATES),
  daysOver: z.number().int(),
  words: z.string(),
  level: z.enum(['red', 'amber']).nullable(),
  citation: z.string().nullable(),
  elections: z.array(
    z.object({
      id: Id,
      kind: z.enum(ELECTION_KINDS),
      next: z.object({ title: z.string(), by: IsoDay.nullable() }).nullable(),
    }),
  ),
  vacancies: z.array(z.object({ post: z.string(), name: z.string(), on: IsoDay })),
  mayLead: z.boolean(),
})
export type CalendarEntry = z.infer<typeof CalendarEntry>

export const readCalendar = endpoint({
  method: 'get',
  path: '/api/term-calendar',
  summary: '查看届次日历',
  asks: 'election.read',
  answer: z.object({ units: z.array(CalendarEntry) }),
})

const Few = (most: number) => z.coerce.number().int().min(0).max(most)

/** What an election would be; what is left out is filled in, and all of it judged. */
export const proposeElection = endpoint({
  method: 'get',
  path: '/api/units/{unit}/election-proposal',
  summary: '查看换届选举的拟定安排',
  asks: 'election.lead',
  params: z.strictObject({ unit: Id }),
  query: z.strictObject({
    kind: z.enum(ELECTION_KINDS),
    form: z.enum(ELECTION_FORMS).optional(),
    seats: Few(200).optional(),
    deputies: Few(20).optional(),
    plannedOn: IsoDay.optional(),
  }),
  answer: z.object({
    plan: z.object({
      kind: z.enum(ELECTION_KINDS),
      form: z.enum(ELECTION_FORMS),
      seats: z.number().int(),
      deputies: z.number().int(),
      plannedOn: IsoDay,
      superior: z.string().nullable(),
    }),
    full: z.number().int(),
    dueOn: IsoDay.nullable(),
    /** Whom papers usually go to here, where no full name is known. */
    usual: z.object({ above: z.string(), way: z.string() }),
    request: z.object({ on: IsoDay, citation: z.string(), isLate: z.boolean() }).nullable(),
    candidates: z.object({ least: z.number().int(), rule: z.string() }).nullable(),
    judgments: z.array(Told),
    /** Where the planned day lies outside the term's time. */
    shift: Preparation.shape.shift,
  }),
})
export type Proposal = z.infer<(typeof proposeElection)['answer']>
