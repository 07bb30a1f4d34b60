import type { Context, Hono } from 'hono'
import { acting } from '../database/acting.ts'
import { sealedWith, unsealable } from '../database/sealed.ts'
import { limiterOf } from '../http/limiter.ts'
import { limited, tooMany } from '../http/limiting.ts'
import { addressOf, open } from '../http/open.ts'
import type { Env, Ground, Route } from '../http/serve.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { surveys } from './read.ts'
import { answerWith, slipBehind } from './slip-jobs.ts'
import * as contract from './survey-contract.ts'

/** What one address may ask. A community centre shares one, so its share is generous; wrong codes cost more. */
export const SURVEY_LIMITS = {
  asking: { burst: 60, perSecond: 5 },
  trying: { burst: 10, perSecond: 10 / 900 },
} as const

/** The page of a slip: nobody is signed in, no cookie is read or set, and nothing of the sender is kept. */
export const mountSurvey = (app: Hono<Env>, ground: Ground): void => {
  const sealed = ground.columns ? sealedWith(ground.columns) : unsealable
  const trying = limiterOf(SURVEY_LIMITS.trying)
  const asks = limited(limiterOf(SURVEY_LIMITS.asking))
  app.use('/api/survey', asks)
  app.use('/api/survey/*', asks)

  const slipOf = async (c: Context<Env>, code: string) => {
    const wait = trying.waitOf(addressOf(c))
    if (wait > 0) {
      c.header('retry-after', String(Math.ceil(wait / 1000)))
      return tooMany(wait)
    }
    const slip = await slipBehind(ground.database, sealed, code, ground.today().toString())
    if (isRefusal(slip) && slip.refused === 'not-found') trying.take(addressOf(c))
    return slip
  }

  open(app, contract.readSlip, async ({ c, body }) => {
    const slip = await slipOf(c, body.code)
    if (isRefusal(slip)) return slip
    return { survey: surveys.get(slip.survey)!, audience: slip.audience, untilOn: slip.untilOn }
  })

  open(app, contract.answerSlip, async ({ c, body }) => {
    const slip = await slipOf(c, body.code)
    if (isRefusal(slip)) return slip
    const as = {
      organ: slip.organId,
      person: null,
      operation: contract.answerSlip.summary,
      may: { 'survey.answer': ['/'] },
    }
    return acting(ground.database, as, (tx) => answerWith({ tx, sealed }, slip, body))
  })
}

/** For the description of the product, since they have routes of their own. */
export const SURVEY_ENDPOINTS: readonly Pick<Route, 'endpoint'>[] = [
  { endpoint: contract.readSlip },
  { endpoint: contract.answerSlip },
]
