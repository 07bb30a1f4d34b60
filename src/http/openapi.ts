import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi'
import { type Endpoint, RefusalShape } from './endpoint.ts'
import type { Env, Route } from './serve.ts'

const FILE = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } as const

/** Serves the OpenAPI 3.1 description of the routes, made from the same contracts that they are parsed by. */
export const serveOpenApi = (app: OpenAPIHono<Env>, routes: readonly Pick<Route, 'endpoint'>[]): void => {
  for (const { endpoint } of routes) app.openAPIRegistry.registerPath(described(endpoint))
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: '知行 Zhixing', version: '0.2.0' } })
}

const described = ({
  method,
  path,
  summary,
  params,
  query,
  body,
  upload,
  answer,
}: Endpoint): RouteConfig => ({
  method,
  path,
  summary,
  request: {
    ...(params && { params }),
    ...(query && { query }),
    ...(body && { body: { content: { 'application/json': { schema: body } } } }),
    ...(upload && { body: { content: FILE } }),
  },
  responses: {
    200: { description: '办成', content: answer ? { 'application/json': { schema: answer } } : FILE },
    default: { description: '未办成：原因和办法', content: { 'application/json': { schema: RefusalShape } } },
  },
})
