import { type Route, route } from '../http/serve.ts'
import * as contract from './contract.ts'
import { figuresOf } from './figures-jobs.ts'
import { paperRoutes } from './paper-routes.ts'
import { patternRoutes } from './pattern-routes.ts'
import { surveyRoutes } from './survey-routes.ts'

const read = route(contract.readWellbeing, ({ tx, today, query }) =>
  figuresOf(tx, today, query.year ?? today.year),
)

export const wellbeingRoutes: readonly Route[] = [read, ...patternRoutes, ...surveyRoutes, ...paperRoutes]
