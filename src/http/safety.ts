import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Day } from '../kernel/day.ts'
import { refuse } from '../kernel/outcome.ts'
import { TODAY_HEADER } from './call.ts'
import { refusalOfDatabase } from './faults.ts'
import { type Env, refusal } from './serve.ts'

/** No script, frame or connection from elsewhere; styles as attributes only, which the component library sets on elements. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'"],
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  // The office runs it over plain http on its own network as often as not; a reverse proxy adds HSTS.
  strictTransportSecurity: false,
})

/** Names the request in every log line and in the answer, so that a report from a page finds its log. */
export const named = (log: Logger) =>
  createMiddleware<Env>(async (c, next) => {
    const requestId = crypto.randomUUID()
    c.set('requestId', requestId)
    c.set('log', log.child({ requestId }))
    c.header('x-request-id', requestId)
    const began = performance.now()
    await next()
    c.get('log').debug({
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    })
  })

/** A change must come from our own pages: the browser names the origin, and it has to be this host's. */
export const sameOrigin = createMiddleware<Env>(async (c, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next()
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const foreign = origin !== undefined && hostOf(origin) !== c.req.header('host')
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    return refusal(c, refuse('not-permitted', '请求不是从本系统页面发出的，已拒绝。请回到系统页面操作。'))
  return next()
})

/** Every answer names the server's day, by which pages go; it names people too, so no browser or proxy keeps a copy. */
export const dated = (today: () => Day) =>
  createMiddleware<Env>(async (c, next) => {
    await next()
    c.header(TODAY_HEADER, today().toString())
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/** The last net: what nobody foresaw is logged with its request id and told without its innards. */
export const onError = (error: Error, c: Parameters<typeof refusal>[0]): Response => {
  if (error instanceof HTTPException && error.status === 413)
    return refusal(c, refuse('too-large', '提交的内容过大。请删减后再试。'))
  const refused = refusalOfDatabase(error)
  if (refused) return refusal(c, refused)
  c.get('log')?.error({ err: error, path: c.req.path }, 'request failed')
  const requestId = c.get('requestId') ?? ''
  return c.json(
    { refused: 'unavailable', message: `系统出错，没有保存。请把编号 ${requestId} 告诉系统管理员。` },
    500,
  )
}
