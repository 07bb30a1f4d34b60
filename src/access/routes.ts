import type { Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { type Database, databaseOf } from '../database/acting.ts'
import { addressOf, giveCookies, open } from '../http/open.ts'
import type { Env, Ground } from '../http/serve.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { forgetSession } from './grants.ts'
import { LIMITS, type Limits } from './limits.ts'
import { keyedDigest } from './link.ts'
import * as refusals from './refusals.ts'
import { readHere, type SessionMeans, sessionCookie, signInLibrary } from './session-routes.ts'
import * as store from './store.ts'
import { foldedName } from './user-name.ts'

export type Means = SessionMeans & {
  /** Keys the digests of names and addresses that failures are counted by. */
  secret: string
  demo: boolean
}

type Given = {
  database: Database
  /** The pool of the role `identity`. */
  identity: Parameters<typeof databaseOf>[0]
  secret: string
  today: () => Day
  log: Logger
  demo?: boolean
  limits?: Partial<Limits>
}

/** What sign-in stands on, made once for a process. `secret` is at least 32 characters, kept outside the database. */
export const accessOf = ({ database, identity, secret, today, log, demo = false, limits }: Given): Means => {
  const all = { ...LIMITS, ...limits }
  const library = signInLibrary(identity, secret, all, log)
  return { database, identity: databaseOf(identity), library, secret, today, demo, limits: all }
}

/** Who a request comes from, as every route asks it. */
export const signedInOf = (means: Means): Ground['signedIn'] => {
  const here = readHere(means)
  return async (headers) => (await here(headers))?.actor ?? null
}

/** Who is here, and how one comes in and goes out. */
export const mountSession = (app: Hono<Env>, means: Means): void => {
  const here = readHere(means)
  const founded = foundedOnce(means)

  open(app, contract.readSession, async ({ c }) => {
    const { demo } = means
    const told = (await here(c.req.raw.headers))?.told ?? null
    if (told) return { state: 'signed-in' as const, demo, signedIn: told }
    return { state: (await founded()) ? ('signed-out' as const) : ('fresh' as const), demo, signedIn: null }
  })

  open(app, contract.signIn, async ({ c, body }) => {
    const name = await keyedDigest(means.secret, `name ${foldedName(body.userName)}`)
    const address = await keyedDigest(means.secret, `address ${addressOf(c)}`)
    const wait = await waitOf(means, { name, address })
    if (wait > 0) {
      c.get('log').warn({ address: addressOf(c) }, 'sign-in while locked')
      return refusals.locked(wait)
    }
    const outcome = await begin(c, means, body)
    if (isRefusal(outcome)) {
      c.get('log').warn({ address: addressOf(c) }, 'sign-in refused')
      return outcome
    }
    await store.forgive(means.identity, name, address)
    return outcome
  })

  open(app, contract.signInWithCode, async ({ c, body }) => {
    const { api } = await means.library()
    const headers = c.req.raw.headers
    const verified = await ofLibrary(
      () =>
        body.kind === 'app'
          ? api.verifyTOTP({ body: { code: digitsOf(body.code) }, headers, returnHeaders: true })
          : api.verifyBackupCode({
              body: { code: digitsOf(body.code).toLowerCase() },
              headers,
              returnHeaders: true,
            }),
      { ACCOUNT_IS_CLOSED: refusals.waitIsOver },
    )
    if (isRefusal(verified)) return verified
    giveCookies(c, verified.headers)
    c.get('log').info({ account: verified.response.user.id }, 'signed in with a code')
    return { next: 'done' as const }
  })

  open(app, contract.signOut, async ({ c }) => {
    const headers = c.req.raw.headers
    const cookie = sessionCookie(headers)
    if (!cookie) return {}
    const { api } = await means.library()
    const ended = await api.signOut({ headers, returnHeaders: true })
    forgetSession(cookie)
    giveCookies(c, ended.headers)
    return {}
  })
}

/** Begins a session with a name and a password, and gives the browser its cookie. */
export const begin = async (
  c: Context<Env>,
  { library, limits }: Pick<Means, 'library' | 'limits'>,
  { userName, password }: { userName: string; password: string },
): Promise<{ next: 'done' | 'second-factor' } | Refusal> => {
  const { api } = await library()
  const wrong = refusals.wrongPassword(limits)
  const outcome = await ofLibrary(
    () =>
      api.signInUsername({
        // Not remembered: the cookie ends with the browser, the row at its limits.
        body: { username: userName, password, rememberMe: false },
        headers: c.req.raw.headers,
        returnHeaders: true,
      }),
    { INVALID_USERNAME_OR_PASSWORD: wrong, ACCOUNT_IS_CLOSED: wrong, PASSWORD_TOO_LONG: wrong },
  )
  if (isRefusal(outcome)) return outcome
  giveCookies(c, outcome.headers)
  if (outcome.response && 'twoFactorRedirect' in outcome.response) return { next: 'second-factor' }
  c.get('log').info({ account: outcome.response?.user.id }, 'signed in')
  return { next: 'done' }
}

/** Turns what the library throws into a refusal in our words; what has none goes on as the surprise it is. */
export const ofLibrary = async <T>(
  work: () => Promise<T>,
  more: Readonly<Record<string, Refusal>> = {},
): Promise<T | Refusal> => {
  try {
    return await work()
  } catch (error) {
    const known = { ...refusals.REFUSED, ...more }[codeOf(error)]
    if (known) return known
    throw error
  }
}

const codeOf = (error: unknown): string => {
  const { body, code } = (error ?? {}) as { body?: { code?: string }; code?: string }
  // no_data_found: the trigger of identity.session found the account closed.
  return code === 'P0002' ? 'ACCOUNT_IS_CLOSED' : (body?.code ?? '')
}

const waitOf = async (
  { identity, limits }: Means,
  of: { name: Uint8Array; address: Uint8Array },
): Promise<number> => {
  const address = { digest: of.address, failures: limits.failuresOfAddress }
  const name = { digest: of.name, failures: limits.failures }
  return (
    (await store.countAttempt(identity, address, limits.lock)) ||
    (await store.countAttempt(identity, name, limits.lock))
  )
}

/** Whether the first account exists; once it does it always will. */
const foundedOnce = ({ identity }: Means): (() => Promise<boolean>) => {
  let founded = false
  return async () => {
    founded ||= await store.anyAccount(identity)
    return founded
  }
}

export const digitsOf = (code: string): string => code.normalize('NFKC').replaceAll(/\s/g, '')
