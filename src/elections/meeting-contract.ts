import { z } from 'zod'
import { Count, endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { BODIES, OFFICER_ROLES, SEAT_STATES } from './gathering.ts'
import { Meeting } from './meeting-shape.ts'
import { SHOWN_BY_HANDS } from './motions.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 14:30 这样的时间')
const ofGathering = z.strictObject({ election: Id, gathering: Id })
const Plan = z.strictObject({
  heldOn: IsoDay,
  startsAt: Clock.nullable(),
  place: Line(100).nullable(),
  guests: Line(500).nullable(),
  hostId: Id.nullable(),
  hostName: Line(60).nullable(),
  recorderName: Line(60).nullable(),
  version: Version,
})

export const readMeeting = endpoint({
  method: 'get',
  path: '/api/elections/{election}/meetings/{body}',
  summary: '查看选举大会',
  asks: 'election.read',
  params: z.strictObject({ election: Id, body: z.enum(BODIES) }),
  answer: Meeting,
})

export const planGathering = endpoint({
  method: 'post',
  path: '/api/elections/{election}/meetings/{body}',
  summary: '安排选举大会',
  asks: 'election.lead',
  params: z.strictObject({ election: Id, body: z.enum(BODIES) }),
  body: Plan,
  answer: Meeting,
})

export const changeGathering = endpoint({
  method: 'put',
  path: '/api/elections/{election}/gatherings/{gathering}',
  summary: '更改选举大会的安排',
  asks: 'election.lead',
  params: ofGathering,
  body: Plan,
  answer: Meeting,
})

/** Freezes the list. */
export const openGathering = endpoint({
  method: 'post',
  path: '/api/elections/{election}/gatherings/{gathering}/opening',
  summary: '选举大会开会，固定选举人名单',
  asks: 'election.lead',
  params: ofGathering,
  body: z.strictObject({ version: Version }),
  answer: Meeting,
})

export const reopenGathering = endpoint({
  method: 'post',
  path: '/api/elections/{election}/gatherings/{gathering}/recall',
  summary: '撤回开会，重新核定选举人名单',
  asks: 'election.lead',
  params: ofGathering,
  body: z.strictObject({ version: Version }),
  answer: Meeting,
})

export const stateAttendance = endpoint({
  method: 'put',
  path: '/api/elections/{election}/gatherings/{gathering}/attendance',
  summary: '登记选举大会到会情况',
  asks: 'election.lead',
  params: ofGathering,
  body: z.strictObject({
    seats: z
      .array(z.strictObject({ id: Id, state: z.enum(SEAT_STATES), reason: Line(200).nullable() }))
      .min(1)
      .max(2000),
    version: Version,
  }),
  answer: Meeting,
})

export const failGathering = endpoint({
  method: 'post',
  path: '/api/elections/{election}/gatherings/{gathering}/failure',
  summary: '选举大会没有开成',
  asks: 'election.lead',
  params: ofGathering,
  body: z.strictObject({ reason: Written(300), version: Version }),
  answer: Meeting,
})

export const closeGathering = endpoint({
  method: 'post',
  path: '/api/elections/{election}/gatherings/{gathering}/closing',
  summary: '选举大会散会',
  asks: 'election.lead',
  params: ofGathering,
  body: z.strictObject({ endsAt: Clock.nullable(), version: Version }),
  answer: Meeting,
})

export const passMotion = endpoint({
  method: 'put',
  path: '/api/elections/{election}/gatherings/{gathering}/motions/{matter}',
  summary: '登记举手表决',
  asks: 'election.lead',
  params: z.strictObject({ election: Id, gathering: Id, matter: z.enum(SHOWN_BY_HANDS) }),
  body: z.strictObject({
    approve: Count,
    oppose: Count,
    abstain: Count,
    note: Line(300).nullable(),
    version: Version,
  }),
  answer: Meeting,
})

export const withdrawMotion = endpoint({
  method: 'post',
  path: '/api/elections/{election}/gatherings/{gathering}/motions/{matter}/withdrawal',
  summary: '撤回登记的举手表决',
  asks: 'election.lead',
  params: z.strictObject({ election: Id, gathering: Id, matter: z.enum(SHOWN_BY_HANDS) }),
  body: z.strictObject({ version: Version }),
  answer: Meeting,
})

export const nameOfficers = endpoint({
  method: 'put',
  path: '/api/elections/{election}/gatherings/{gathering}/officers',
  summary: '推选监票人和计票人',
  asks: 'election.lead',
  params: ofGathering,
  body: z.strictObject({
    officers: z
      .array(z.strictObject({ role: z.enum(OFFICER_ROLES), personId: Id.nullable(), name: Written(60) }))
      .max(40),
    version: Version,
  }),
  answer: Meeting,
})
