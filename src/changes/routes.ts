import type { Route } from '../http/serve.ts'
import { floatingRoutes } from './floating-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { probationRoutes } from './probation-routes.ts'
import { transferRoutes } from './transfer-routes.ts'

export const changeRoutes: readonly Route[] = [
  ...probationRoutes,
  ...transferRoutes,
  ...floatingRoutes,
  ...paperRoutes,
]
