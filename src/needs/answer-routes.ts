import type { Hono } from 'hono'
import { type Acting, acting } from '../database/acting.ts'
import { sealedWith, unsealable } from '../database/sealed.ts'
import { limiterOf } from '../http/limiter.ts'
import { limited } from '../http/limiting.ts'
import { open } from '../http/open.ts'
import { compartmentOf, type Env, type Ground, type Route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { writeAnswer } from './answer-jobs.ts'
import { digestOf } from './answer-link-jobs.ts'
import * as store from './answer-store.ts'
import * as contract from './closing-contract.ts'
import { numberOf } from './matter.ts'

const NO_ORGAN = '00000000-0000-0000-0000-000000000000'
const PUBLIC = { 'need.public': ['/'] }

/** What is opened with the one-time link that a matter's answer is given by: no sign-in, no name, no word of the matter. */
export const mountAnswers = (app: Hono<Env>, ground: Ground): void => {
  // A token has 256 bits; trying them is hopeless, but costs us nothing either.
  const limiter = limiterOf({ burst: 20, perSecond: 0.1 })
  for (const { path } of [contract.lookAtAnswerLink, contract.giveAnswer]) app.use(path, limited(limiter))
  const sealed = ground.columns ? sealedWith(ground.columns) : unsealable
  const compartment = compartmentOf(ground)

  const asHolder = async <T>(
    token: string,
    operation: string,
    work: (tx: Acting, frame: store.LinkFrame, digest: Buffer) => Promise<T | Refusal>,
  ): Promise<T | Refusal> => {
    const digest = digestOf(token)
    const nowhere = { organ: NO_ORGAN, person: null, operation, may: {} }
    const organ = await acting(ground.database, nowhere, (tx) => store.organOfLink(tx, digest))
    if (isRefusal(organ)) return organ
    if (organ === null) return isSpent()
    return acting(ground.database, { organ, person: null, operation, may: PUBLIC }, async (tx) => {
      const frame = await store.frameOfLink(tx, digest, ground.today().toString())
      return frame ? work(tx, frame, digest) : isSpent()
    })
  }

  open(app, contract.lookAtAnswerLink, async ({ body }) =>
    asHolder(body.token, contract.lookAtAnswerLink.summary, async (_, frame) => ({
      organName: frame.organName,
      number: numberOf(frame),
      month: frame.receivedOn.slice(0, 7),
      until: frame.expiresOn,
    })),
  )

  open(app, contract.giveAnswer, async ({ body }) =>
    asHolder(body.token, contract.giveAnswer.summary, async (tx, frame, digest) => {
      const answeredOn = ground.today().toString()
      if (!(await store.useAnswerLink(tx, digest, answeredOn))) return isSpent()
      await writeAnswer({ tx, sealed, compartment }, frame, body, answeredOn)
      return { answered: true as const }
    }),
  )
}

/** For the description of the product. */
export const OPEN_ANSWERS: readonly Pick<Route, 'endpoint'>[] = [
  { endpoint: contract.lookAtAnswerLink },
  { endpoint: contract.giveAnswer },
]

const isSpent = (): Refusal =>
  refuse('not-found', '这个链接已用过、已过期或不完整。想再答复的，请打告知您结果的电话，由工作人员记下。', {
    field: 'token',
  })
