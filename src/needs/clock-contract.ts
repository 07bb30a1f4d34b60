import { z } from 'zod'
import { endpoint, Id, IsoDay, Version, Written } from '../http/endpoint.ts'
import { CLOCK_STATES, STARTABLE } from './clocks.ts'
import { Clock } from './contract.ts'
import { PAUSES } from './kinds.ts'

const params = z.object({ need: Id })
const one = params.extend({ clock: Id })
const Changed = z.object({ version: Version })

export const ShownClock = Clock.extend({
  state: z.enum(CLOCK_STATES),
  lastOn: IsoDay.nullable(),
  daysLeft: z.int().nullable(),
  title: z.string(),
  says: z.string(),
  citation: z.string(),
  ofLaw: z.boolean(),
  extendableTo: IsoDay.nullable(),
})
export type ShownClock = z.infer<typeof ShownClock>

export const readClocks = endpoint({
  method: 'get',
  path: '/api/needs/{need}/clocks',
  summary: '看办理期限',
  asks: 'need.receive',
  params,
  answer: z.object({
    clocks: z.array(ShownClock),
    /** Clocks that may be started now. */
    startable: z.array(z.object({ rule: z.enum(STARTABLE), title: z.string() })),
    /** Nobody wrote anything for longer than the organ allows. */
    stuckSince: IsoDay.nullable(),
    version: Version,
  }),
})

export const keepClock = endpoint({
  method: 'post',
  path: '/api/needs/{need}/clocks/{clock}/kept',
  summary: '登记期限已办到',
  asks: 'need.receive',
  params: one,
  body: z.object({ keptOn: IsoDay, version: Version }),
  answer: Changed,
})

export const extendClock = endpoint({
  method: 'post',
  path: '/api/needs/{need}/clocks/{clock}/extension',
  summary: '延长办理期限',
  asks: 'need.receive',
  params: one,
  body: z.object({
    until: IsoDay,
    /** The head of the unit who approved it. */
    approvedBy: Id,
    /** What she is told as the reason. */
    reason: Written(500),
    version: Version,
  }),
  answer: Changed,
})

export const startClock = endpoint({
  method: 'post',
  path: '/api/needs/{need}/clocks',
  summary: '开始计算期限',
  asks: 'need.receive',
  params,
  body: z.object({ rule: z.enum(STARTABLE), eventOn: IsoDay, version: Version }),
  answer: Changed,
})

export const pauseNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/pauses',
  summary: '暂停办理',
  asks: 'need.receive',
  params,
  body: z.object({ kind: z.enum(PAUSES), since: IsoDay, reason: Written(500), version: Version }),
  answer: Changed,
})

export const resumeNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/pauses/end',
  summary: '恢复办理',
  asks: 'need.receive',
  params,
  body: z.object({ until: IsoDay, version: Version }),
  answer: Changed,
})
