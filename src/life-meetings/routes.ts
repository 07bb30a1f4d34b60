import type { Route } from '../http/serve.ts'
import { opinionRoutes } from './opinion-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { problemRoutes } from './problem-routes.ts'
import { remarkRoutes } from './remark-routes.ts'
import { roundRoutes } from './round-routes.ts'

export const lifeMeetingRoutes: readonly Route[] = [
  ...roundRoutes,
  ...opinionRoutes,
  ...ownRoutes,
  ...remarkRoutes,
  ...problemRoutes,
  ...paperRoutes,
]
