import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { BELONGS } from './clocks.ts'
import { LEVELS, PETITIONS } from './kinds.ts'

const params = z.object({ need: Id })
const Changed = z.object({ version: Version })

/** Judges how soon, whether it is a petition and of which sort, and who takes it. Judged anew it sets its clocks anew. */
export const triageNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/triage',
  summary: '分诊',
  asks: 'need.handle',
  params,
  body: z.object({
    level: z.enum(LEVELS),
    petition: z.enum(PETITIONS),
    /** In whose power a petition lies. */
    belongs: z.enum(BELONGS).default('own'),
    /** Her name and address are known, so that she can be told in writing. */
    reachable: z.boolean().default(true),
    /** From when on a petition of ours is taken up. */
    acceptedOn: IsoDay.nullable().default(null),
    /** Who takes it; left out, whoever holds it, else who triages. */
    ownerId: Id.optional(),
    version: Version,
  }),
  answer: Changed,
})

/** Whom one calls when somebody is in danger, and to whom one reports. */
export const CALLED = ['police', 'ambulance', 'duty-leader', 'civil-affairs', 'education', 'other'] as const
export type Called = (typeof CALLED)[number]

export const CALLED_NAMES: Readonly<Record<Called, string>> = {
  police: '110（公安机关）',
  ambulance: '120（急救）',
  'duty-leader': '值班领导',
  'civil-affairs': '民政部门',
  education: '教育部门',
  other: '其他',
}

/** A call that was made because of danger. Whoever took the matter in records it too. */
export const recordCall = endpoint({
  method: 'post',
  path: '/api/needs/{need}/calls',
  summary: '记录紧急联络',
  asks: 'need.receive',
  params,
  body: z.object({
    called: z.enum(CALLED),
    onDay: IsoDay,
    /** 20:45 */
    clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 20:45 的样子'),
    note: Line(500).default(''),
    version: Version,
  }),
  answer: Changed,
})

/** Passes a matter that is stuck on to the next post. */
export const raiseNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/raise',
  summary: '上报一级',
  asks: 'need.receive',
  params,
  body: z.object({ reason: Written(500), version: Version }),
  answer: Changed,
})
