import { z } from 'zod'
import { endpoint, Id, IsoDay, Version } from '../http/endpoint.ts'
import { CAUSES, MATTER_PURPOSES } from './kinds.ts'

// Circumstances in which the secretary must talk with a member; told to who arranges talks in the branch, on opening.

const unit = z.strictObject({ unit: Id })

/** Registers a circumstance in which the secretary must talk with a member. */
export const registerMatter = endpoint({
  method: 'post',
  path: '/api/units/{unit}/talk-matters',
  summary: '登记应谈事项',
  asks: 'talk.arrange',
  params: unit,
  body: z.strictObject({ personId: Id, cause: z.enum(CAUSES), since: IsoDay }),
  answer: z.object({ id: Id }),
})

export const openMatters = endpoint({
  method: 'post',
  path: '/api/units/{unit}/talk-matters/opening',
  summary: '查看应谈事项',
  asks: 'talk.arrange',
  params: unit,
  body: z.strictObject({ purpose: z.enum(MATTER_PURPOSES) }),
  answer: z.object({
    matters: z.array(
      z.object({
        id: Id,
        personId: Id,
        personName: z.string(),
        cause: z.enum(CAUSES),
        since: IsoDay,
        talkedOn: IsoDay.nullable(),
        version: Version,
      }),
    ),
  }),
})

export const withdrawMatter = endpoint({
  method: 'post',
  path: '/api/talk-matters/{matter}/withdrawal',
  summary: '撤回应谈事项',
  asks: 'talk.arrange',
  params: z.strictObject({ matter: Id }),
  body: z.strictObject({ version: Version }),
  answer: z.object({ id: Id }),
})
