import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { type Acting, acting, type Database } from '../database/acting.ts'
import {
  type Compartment,
  closedCompartment,
  compartmentFollowing,
  compartmentWith,
  type OuterKeys,
} from '../database/compartment.ts'
import { type Sealed, sealedWith, unsealable } from '../database/sealed.ts'
import { TERMS } from '../glossary.ts'
import { type Grants, mayAnywhere, PERMISSIONS, type Permission } from '../kernel/access.ts'
import { type Day, ZONE } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { Answer, Body, Download, Endpoint, Params, Query } from './endpoint.ts'
import { faultOf, refusalOfDatabase, STATUS } from './faults.ts'

/** Who is signed in, as the session says, with today's rights. */
export type SignedIn = { account: string; organ: string; person: string; grants: Grants }

/** What every request stands on; `today` is asked anew each time, and tests give their own. */
export type Ground = {
  database: Database
  signedIn: (headers: Headers) => Promise<SignedIn | null>
  today: () => Day
  /** The instant that a deed is marked with; the clock's, unless a story of other days is told. */
  now?: () => Temporal.Instant
  /** The key of sensitive columns, 32 bytes in base64; without it nothing that needs it is served. */
  columns?: string
  /** The outer keys of sealed matters as they are now, the newest first; without them the columns' key stands in. */
  cases?: () => OuterKeys
}

/** What a route's story is told with. `actor` is someone with a session, except on `open` endpoints, which have routes of their own. */
export type Asked<E extends Endpoint> = {
  tx: Acting
  actor: SignedIn
  today: Day
  now: Temporal.Instant
  /** Encrypts and reads sensitive text. */
  sealed: Sealed
  /** Encrypts and reads the words of sensitive matters. */
  compartment: Compartment
  params: Params<E>
  query: Query<E>
  body: Body<E>
  file: Uint8Array
}

export type Route = { endpoint: Endpoint; answer: (asked: never) => Promise<unknown> }

/** A request's story: read, judge, write. A refusal it returns rolls back whatever it wrote. */
export const route = <E extends Endpoint>(
  endpoint: E,
  answer: (asked: Asked<E>) => Promise<Answer<E> | Refusal>,
): Route => ({
  endpoint,
  answer,
})

export type Env = { Variables: { log: Logger; requestId: string } }

/** Puts the routes on the app; each request runs in one transaction as the person signed in. */
export const mount = (app: Hono<Env>, ground: Ground, routes: readonly Route[]): void => {
  const sealed = ground.columns ? sealedWith(ground.columns) : unsealable
  const compartment = compartmentOf(ground)
  for (const { endpoint, answer } of routes) {
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1')
    app.on(endpoint.method.toUpperCase(), path, limitOf(endpoint), async (c) => {
      const actor = await ground.signedIn(c.req.raw.headers)
      if (!actor) return refusal(c, refuse('not-signed-in', '请先登录。登录后会回到这一页。'))
      const barred = bar(actor, endpoint)
      if (barred) return refusal(c, barred)
      const request = await understood(c, endpoint)
      if (isRefusal(request)) return refusal(c, request)

      const as = { organ: actor.organ, person: actor.person, operation: endpoint.summary, may: actor.grants }
      const today = ground.today()
      const told = { actor, today, now: ground.now?.() ?? hourOf(today), sealed, compartment, ...request }
      const outcome = await acting(ground.database, as, (tx) =>
        (answer as (asked: unknown) => Promise<unknown>)({ tx, ...told }),
      ).catch(refusedByDatabase)
      return isRefusal(outcome) ? refusal(c, outcome) : reply(c, endpoint, outcome)
    })
  }
}

/** The compartment that a ground has keys for. */
export const compartmentOf = ({ cases, columns }: Pick<Ground, 'cases' | 'columns'>): Compartment => {
  if (cases) return compartmentFollowing(cases)
  return columns ? compartmentWith([{ id: 1, secret: columns }]) : closedCompartment
}

// What people type is far below this; what they upload, the contract limits.
const MOST_TYPED = 2 * 1024 * 1024

/** Stops reading a body that is larger than its endpoint takes, before it fills the memory. */
export const limitOf = ({ upload }: Endpoint) => {
  const most = upload?.most ?? MOST_TYPED
  const words = `内容超过 ${Math.floor(most / 1024 / 1024)} MB。请压缩或删减后再提交。`
  return bodyLimit({ maxSize: most, onError: (c) => refusal(c, refuse('too-large', words)) })
}

/** The request's parts as the contract understands them, or the first fault with its field and remedy. */
export const understood = async (c: Context, endpoint: Endpoint) => {
  const file = endpoint.upload ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array()
  if (endpoint.upload && file.byteLength === 0)
    return refuse('invalid', '文件是空的。请重新选择文件。', { field: 'file' })
  const sent = endpoint.body ? await c.req.json().catch(() => undefined) : {}
  if (sent === undefined) return refuse('invalid', '提交的内容不是有效的 JSON。')
  const params = endpoint.params?.safeParse(c.req.param())
  const query = endpoint.query?.safeParse(c.req.query())
  const body = endpoint.body?.safeParse(sent)
  for (const part of [params, query, body]) if (part && !part.success) return faultOf(part.error)
  return { params: params?.data ?? {}, query: query?.data ?? {}, body: body?.data ?? {}, file }
}

export const refusal = (c: Context, refused: Refusal): Response => c.json(refused, STATUS[refused.refused])

export const reply = (c: Context, endpoint: Endpoint, outcome: unknown): Response => {
  if (endpoint.answer) return c.json(endpoint.answer.parse(outcome) as object)
  const { name, type, bytes } = outcome as Download
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  })
}

const bar = (actor: SignedIn, { asks }: Endpoint): Refusal | null => {
  if (asks === 'open' || asks === 'signed-in' || mayAnywhere(actor.grants, asks)) return null
  return refuse(
    'not-permitted',
    `您的职务不能「${PERMISSIONS[asks].says}」。能办理的是本组织的${holdersOf(asks)}。`,
  )
}

const holdersOf = (asks: Permission): string => PERMISSIONS[asks].posts.map((post) => TERMS[post]).join('、')

/** The present hour on the day that is taken for today: in the demo that is not the clock's day. */
const hourOf = ({ year, month, day }: Day): Temporal.Instant =>
  Temporal.Now.zonedDateTimeISO(ZONE).with({ year, month, day }).toInstant()

const refusedByDatabase = (error: unknown): Refusal => {
  const refused = refusalOfDatabase(error)
  if (refused) return refused
  throw error
}
