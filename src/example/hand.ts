import { pino } from 'pino'
import type { Means } from '../access/routes.ts'
import { standingOf } from '../access/store.ts'
import { createApp } from '../app.ts'
import { acting, type Database } from '../database/acting.ts'
import type { OuterKeys } from '../database/compartment.ts'
import { addressOf } from '../http/call.ts'
import type { Answer, Endpoint, Input } from '../http/endpoint.ts'
import type { SignedIn } from '../http/serve.ts'
import { type Grants, grantsOf, PERMISSION_NAMES } from '../kernel/access.ts'
import { day, ZONE } from '../kernel/day.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'

/** The right of everything, which only whoever founds an organ has, and only in it. */
export const EVERYTHING: Grants = Object.fromEntries(PERMISSION_NAMES.map((name) => [name, ['/']]))

/** Asks the product's own endpoints as somebody, on a day of the story. */
export type Hand = {
  /** From here on it is this day and this person acts, with the rights of her posts on that day. */
  become: (person: string, on: string, everything?: boolean) => Promise<void>
  ask: <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<Answer<E>>
  send: <E extends Endpoint>(endpoint: E, input: Input<E>, bytes: Uint8Array) => Promise<Answer<E>>
}

/**
 * A hand in the organ. What it does goes through the same routes as what people do in the browser: the same checks, the
 * same row security and the same trail. `columns` is the key of sensitive columns; `access`
 * is wanted where accounts are opened. @throws where the product refuses, naming the
 * request.
 */
export const handIn = (
  database: Database,
  organ: string,
  columns: string,
  access?: Means,
  cases?: () => OuterKeys,
): Hand => {
  let today = day('2000-01-01')
  let actor: SignedIn | null = null
  // Everything is entered in the late afternoon of its day.
  const now = () => today.toZonedDateTime({ timeZone: ZONE, plainTime: '17:00' }).toInstant()
  const app = createApp(
    { database, columns, ...(cases && { cases }), signedIn: async () => actor, today: () => today, now },
    SILENT,
    access,
  )

  const become = async (person: string, on: string, everything = false): Promise<void> => {
    today = day(on)
    const grants = everything ? EVERYTHING : await grantsOn(database, organ, person, on)
    actor = { account: person, organ, person, grants }
  }
  const request = async (endpoint: Endpoint, input: object, init: RequestInit): Promise<unknown> => {
    const response = await app.request(addressOf(endpoint, input as Input<Endpoint>), {
      ...init,
      method: endpoint.method.toUpperCase(),
    })
    const answer = await response.json()
    if (!response.ok)
      throw new Error(`${today} ${endpoint.summary}:${(answer as Refusal).message}${JSON.stringify(input)}`)
    return answer
  }
  return {
    become,
    ask: (endpoint, input) => {
      const { body } = input as { body?: unknown }
      const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_TYPE }
      return request(endpoint, input, sent) as never
    },
    send: (endpoint, input, bytes) =>
      request(endpoint, input, { body: bytes as Uint8Array<ArrayBuffer>, headers: BYTES_TYPE }) as never,
  }
}

const SILENT = pino({ level: 'silent' })
const JSON_TYPE = { 'content-type': 'application/json' }
const BYTES_TYPE = { 'content-type': 'application/octet-stream' }

const grantsOn = async (database: Database, organ: string, person: string, on: string): Promise<Grants> => {
  const as = { organ, person, operation: '读取登录状态', may: {} }
  const standing = await acting(database, as, (tx) => standingOf(tx, person, on))
  if (!standing || isRefusal(standing)) throw new Error(`nobody with the id ${person} in the example`)
  return grantsOf(standing.held)
}
