import { Hono } from 'hono'
import type { Pool, PoolClient } from 'pg'
import { pino } from 'pino'
import { databaseOf } from '../database/acting.ts'
import { grantsOf, type Held } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/outcome.ts'
import { addressOf } from './call.ts'
import type { Answer, Endpoint, Input } from './endpoint.ts'
import { type Env, type Ground, mount, type Route } from './serve.ts'

/** Someone who asks: a person of an organ with the posts she holds. */
export type Asker = { organ: string; person: string; held: readonly Held[] }

export type Answered<E extends Endpoint> = {
  status: number
  answer: Answer<E>
  refusal: Refusal
  queries: number
}

/** The routes under test on a real database, without a session: who asks is said with each request. */
export const served = (pool: Pool, routes: readonly Route[], today = '2026-11-22') => {
  const queries = counted(pool)
  let asker: Asker | null = null
  const ground: Ground = {
    database: databaseOf(pool),
    signedIn: async () => asker && { account: asker.person, ...asker, grants: grantsOf(asker.held) },
    today: () => day(today),
    columns: Buffer.alloc(32, 7).toString('base64'),
  }
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('log', pino({ level: 'silent' }))
    await next()
  })
  mount(app, ground, routes)

  /** Asks as this person; the answer or the refusal, with the number of statements the request took. */
  const ask = async <E extends Endpoint>(
    as: Asker | null,
    endpoint: E,
    input: Input<E>,
  ): Promise<Answered<E>> => {
    asker = as
    const before = queries.count
    const { body, file } = input as { body?: unknown; file?: Blob }
    const response = await app.request(addressOf(endpoint, input), {
      method: endpoint.method.toUpperCase(),
      ...(file && { body: await file.arrayBuffer() }),
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const answer = response.headers.has('content-disposition')
      ? await downloadOf(response)
      : await response.json().catch(() => null)
    return { status: response.status, answer, refusal: answer, queries: queries.count - before }
  }
  return { app, ground, ask }
}

const downloadOf = async (response: Response) => ({
  name: decodeURIComponent(response.headers.get('content-disposition')?.split("''")[1] ?? ''),
  type: response.headers.get('content-type'),
  bytes: new Uint8Array(await response.arrayBuffer()),
})

/** Counts every statement that goes through the pool. */
const counted = (pool: Pool): { count: number } => {
  const queries = { count: 0 }
  pool.on('connect', (client: PoolClient) => {
    const plain = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      queries.count += 1
      return plain(...given)
    }) as typeof client.query
  })
  return queries
}
