import { z } from 'zod'
import { CHOICES } from '../ballots/ballot.ts'
import { Count, endpoint, Id, Version, Written } from '../http/endpoint.ts'
import { PASSES } from './gathering.ts'

const ofReading = z.strictObject({ election: Id, round: Id, pass: z.enum(PASSES) })
const ofRound = z.strictObject({ election: Id, round: Id })

const Sheet = z.strictObject({
  choices: z.array(z.enum(CHOICES as ['approve', 'oppose', 'abstain'])).max(200),
  writeIns: z.array(z.strictObject({ personId: Id.nullable(), name: Written(60) })).max(50),
  /** Found void by the scrutineers for another reason than the number of its choices. */
  unreadable: z.boolean(),
})

/** One teller's own reading; never the other's. */
export const Reading = z.object({
  tellerName: z.string(),
  sheets: z.array(Sheet),
  finished: z.boolean(),
  version: Version,
})
export type Reading = z.infer<typeof Reading>

const Kept = z.object({ sheets: Count, version: Version })

export const beginReading = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/readings/{pass}',
  summary: '开始读票',
  asks: 'election.lead',
  params: ofReading,
  body: z.strictObject({ teller: Id }),
  answer: Kept,
})

export const openReading = endpoint({
  method: 'get',
  path: '/api/elections/{election}/rounds/{round}/readings/{pass}',
  summary: '继续读票',
  asks: 'election.lead',
  params: ofReading,
  answer: Reading,
})

export const keepSheet = endpoint({
  method: 'put',
  path: '/api/elections/{election}/rounds/{round}/readings/{pass}/sheet',
  summary: '录入一张选票',
  asks: 'election.lead',
  params: ofReading,
  /** The version is the reading's own: the other teller reads at the same time. */
  body: Sheet.extend({ place: z.number().int().min(1).max(100_000), version: Version }),
  answer: Kept,
})

export const dropSheet = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/readings/{pass}/removal',
  summary: '去掉录重的一张选票',
  asks: 'election.lead',
  params: ofReading,
  body: z.strictObject({ place: z.number().int().min(1).max(100_000), version: Version }),
  answer: Kept,
})

export const finishReading = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/readings/{pass}/end',
  summary: '读票结束或继续',
  asks: 'election.lead',
  params: ofReading,
  body: z.strictObject({ finished: z.boolean(), version: Version }),
  answer: Kept,
})

export const dropReading = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/readings/{pass}/dropping',
  summary: '作废一次读票',
  asks: 'election.lead',
  params: ofReading,
  body: z.strictObject({ version: Version }),
  answer: z.object({ dropped: z.boolean() }),
})

export const Comparison = z.object({
  first: Count,
  second: Count,
  differing: z.array(
    z.object({ place: z.number().int(), first: Sheet.nullable(), second: Sheet.nullable() }),
  ),
  versions: z.object({ first: Version, second: Version }),
})
export type Comparison = z.infer<typeof Comparison>

export const compareReadings = endpoint({
  method: 'get',
  path: '/api/elections/{election}/rounds/{round}/comparison',
  summary: '核对两次读票',
  asks: 'election.lead',
  params: ofRound,
  answer: Comparison,
})

export const settleSheet = endpoint({
  method: 'post',
  path: '/api/elections/{election}/rounds/{round}/comparison',
  summary: '认定一张选票',
  asks: 'election.lead',
  params: ofRound,
  body: z.strictObject({
    place: z.number().int().min(1).max(100_000),
    /** Which reading was right; the other is mended by it. */
    right: z.enum(PASSES),
    /** The version of the reading that is mended. */
    version: Version,
  }),
  answer: Comparison,
})
