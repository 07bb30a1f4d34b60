import type { Hono } from 'hono'
import { mountFeed } from './duties/feed-routes.ts'
import type { Env, Ground, Route } from './http/serve.ts'
import { mountAnswers, OPEN_ANSWERS } from './needs/answer-routes.ts'
import { mountPublic, PUBLIC_ENDPOINTS } from './needs/public-routes.ts'
import { mountSurvey, SURVEY_ENDPOINTS } from './wellbeing/slip-routes.ts'

// What answers without a session: by a secret in hand, or to anybody.

/** Puts them on the app; each has routes and limits of its own. */
export const mountOpen = (app: Hono<Env>, ground: Ground): void => {
  // One a line.
  mountFeed(app, ground)
  mountSurvey(app, ground)
  mountAnswers(app, ground)
  mountPublic(app, ground)
}

/** For the description of the product, and for whoever tries them all. */
export const OPEN_TO_ANYBODY: readonly Pick<Route, 'endpoint'>[] = [
  // One a line.
  ...SURVEY_ENDPOINTS,
  ...OPEN_ANSWERS,
  ...PUBLIC_ENDPOINTS,
]
