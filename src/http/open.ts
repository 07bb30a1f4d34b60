import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import type { Answer, Body, Endpoint, Query } from './endpoint.ts'
import { type Env, limitOf, refusal, reply, understood } from './serve.ts'

type Opened<E extends Endpoint> = { c: Context<Env>; query: Query<E>; body: Body<E>; file: Uint8Array }

/**
 * Puts an endpoint on the app that answers before anyone is signed in, or changes who is. It opens its own transactions,
 * and may set cookies.
 */
export const open = <E extends Endpoint>(
  app: Hono<Env>,
  endpoint: E,
  answer: (opened: Opened<E>) => Promise<Answer<E> | Refusal>,
): void => {
  app.on(endpoint.method.toUpperCase(), endpoint.path, limitOf(endpoint), async (c) => {
    const request = await understood(c, endpoint)
    if (isRefusal(request)) return refusal(c, request)
    const { query, body, file } = request
    const outcome = await answer({ c, query: query as Query<E>, body: body as Body<E>, file })
    c.header('cache-control', 'no-store')
    return isRefusal(outcome) ? refusal(c, outcome) : reply(c, endpoint, outcome)
  })
}

/**
 * Hands the sign-in library's cookies to the browser. They are marked for https alone when the page itself came by https:
 * the browser says so in the origin, whichever proxies stand between.
 */
export const giveCookies = (c: Context<Env>, headers: Headers): void => {
  const secure = c.req.header('origin')?.startsWith('https://') ? '; Secure' : ''
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', `${cookie}${secure}`, { append: true })
}

/** Where a request comes from. A proxy's word is taken only from a proxy on this very machine. */
export const addressOf = (c: Context<Env>): string => {
  const direct = listened(c.env) ? (getConnInfo(c).remote.address ?? '') : ''
  const near = ['127.0.0.1', '::1', '::ffff:127.0.0.1', ''].includes(direct)
  const told = near ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told || direct || 'unknown'
}

// Tests ask the app directly, without a socket.
const listened = (env: unknown): boolean => typeof env === 'object' && env !== null && 'incoming' in env
