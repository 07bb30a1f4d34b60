import type { Route } from '../http/serve.ts'
import { contactRoutes } from './contact-routes.ts'
import { visitPaperRoutes } from './paper-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { promiseRoutes } from './promise-routes.ts'
import { syncRoutes } from './sync-routes.ts'
import { ownVisitRoutes } from './visit-routes.ts'

/** Everything about contact points and visits; the sync is asked before an address with an id. */
export const visitRoutes: readonly Route[] = [
  ...syncRoutes,
  ...ownVisitRoutes,
  ...planRoutes,
  ...promiseRoutes,
  ...contactRoutes,
  ...visitPaperRoutes,
]
