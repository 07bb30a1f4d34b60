import type { Route } from '../http/serve.ts'
import { paperRoutes } from './paper-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { readRoutes } from './read-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { themePaperRoutes } from './theme-paper-routes.ts'
import { themeRoutes } from './theme-routes.ts'

/** Everything the slice answers, in the order of a meeting's life. */
export const meetingRoutes: readonly Route[] = [
  ...readRoutes,
  ...planRoutes,
  ...recordRoutes,
  ...themeRoutes,
  ...themePaperRoutes,
  ...paperRoutes,
]
