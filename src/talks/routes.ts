import type { Route } from '../http/serve.ts'
import { matterRoutes } from './matter-routes.ts'
import { noteRoutes } from './note-routes.ts'
import { opinionRoutes } from './opinion-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { readRoutes } from './read-routes.ts'
import { recordRoutes } from './record-routes.ts'

/** 谈心谈话. */
export const talkRoutes: readonly Route[] = [
  ...readRoutes,
  ...recordRoutes,
  ...noteRoutes,
  ...opinionRoutes,
  ...matterRoutes,
  ...paperRoutes,
]
