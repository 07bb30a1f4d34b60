import { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from './database/acting.ts'
import { serveOpenApi } from './http/openapi.ts'
import { headers, named, onError, sameOrigin } from './http/safety.ts'
import { type Env, type Ground, mount, type Route, refusal } from './http/serve.ts'
import { refuse } from './kernel/outcome.ts'

/** Everything the product answers over HTTP, on a database that is migrated. */
export const createApp = (ground: Ground, log: Logger): OpenAPIHono<Env> => {
  const app = new OpenAPIHono<Env>()
  app.use(named(log), headers)
  app.use('/api/*', sameOrigin)
  app.onError(onError)
  app.get('/healthz', async (c) => {
    const healthy = await isHealthy(ground.database)
    return c.json({ healthy }, healthy ? 200 : 503)
  })
  mount(app, ground, routes)
  serveOpenApi(app, routes)
  app.all('/api/*', (c) => refusal(c, refuse('not-found', '没有这个地址。请从页面上操作。')))
  return app
}

/** In the order of the slices: each may lean on those before it. */
const routes: readonly Route[] = []

const isHealthy = (database: Database): Promise<boolean> =>
  sql`select 1`.execute(database).then(
    () => true,
    () => false,
  )
