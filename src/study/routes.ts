import type { Route } from '../http/serve.ts'
import { hoursRoutes } from './hours-routes.ts'
import { outreachRoutes } from './outreach-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { sessionRoutes } from './session-routes.ts'

export const studyRoutes: readonly Route[] = [
  ...planRoutes,
  ...sessionRoutes,
  ...hoursRoutes,
  ...outreachRoutes,
  ...paperRoutes,
]
