import type { Logger } from 'pino'
import { acting, type Database } from '../database/acting.ts'
import { grantsOf, POSTS, type Post } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { type Here, recall, remember } from './grants.ts'
import { type Limits, SESSION_COOKIE } from './limits.ts'
import type { SignIn } from './sign-in.ts'
import { endSession, signInTables, standingOf, touchSession } from './store.ts'

export type SessionMeans = {
  database: Database
  /** The same database as the role `identity`. */
  identity: Database
  library: () => Promise<SignIn>
  today: () => Day
  limits: Limits
}

/** Loads the sign-in library when it is first needed: it takes longer than all else that a start waits for. */
export const signInLibrary = (
  identity: Parameters<typeof signInTables>[0],
  secret: string,
  limits: Limits,
  log: Logger,
): (() => Promise<SignIn>) => {
  let loading: Promise<SignIn> | undefined
  return () => {
    loading ??= import('./sign-in.ts').then(({ createSignIn }) =>
      createSignIn({ database: signInTables(identity), secret, limits, log }),
    )
    return loading
  }
}

/**
 * Who a request comes from: session → account → person → posts of today → rights. Reads at most once in five seconds per
 * session; a session unused for the idle limit is ended here.
 */
export const readHere =
  ({ database, identity, library, today, limits }: SessionMeans) =>
  async (headers: Headers): Promise<Here | null> => {
    const cookie = sessionCookie(headers)
    if (!cookie) return null
    const on = today().toString()
    const known = recall(cookie, on)
    if (known) return known

    const found = await (await library()).api.getSession({ headers })
    if (!found) return null
    const { session, user } = found
    const unused = Date.now() - new Date(session.seenAt).getTime()
    if (unused > limits.idle * 60_000) {
      await endSession(identity, session.id)
      return null
    }
    // Writing each use down would cost a write per request; a minute more or less is nothing to a limit of thirty.
    if (unused > Math.min(60_000, limits.idle * 6_000)) await touchSession(identity, session.id)

    const as = { organ: user.organId, person: user.personId, operation: '读取登录状态', may: {} }
    const standing = await acting(database, as, (tx) => standingOf(tx, user.personId, on))
    if (!standing || isRefusal(standing)) return null
    const grants = grantsOf(standing.held)
    const here = {
      actor: { account: user.id, organ: user.organId, person: user.personId, grants },
      told: {
        userName: user.username ?? '',
        person: { id: user.personId, name: standing.personName },
        organ: { id: user.organId, name: standing.organName },
        posts: standing.held.map(({ unitId, unitName, post }) => ({ unitId, unitName, post })),
        grants,
        homeUnitId: chiefOf(standing.held)?.unitId ?? null,
        twoFactor: user.twoFactorEnabled === true,
      },
    }
    remember(cookie, on, here)
    return here
  }

/** The session's signed cookie as sent, or null. */
export const sessionCookie = (headers: Headers): string | null =>
  headers.get('cookie')?.match(new RegExp(`(?:^|;\\s*)${SESSION_COOKIE.replace('.', '\\.')}=([^;]+)`))?.[1] ??
  null

// A liaison from above opens with the unit she looks after; running the system is nobody's chief post.
const RANK: readonly Post[] = [
  ...POSTS.filter((post) => !['member', 'operator'].includes(post)),
  'member',
  'operator',
]

const chiefOf = <Held extends { post: Post }>(held: readonly Held[]): Held | undefined =>
  held.toSorted((one, other) => RANK.indexOf(one.post) - RANK.indexOf(other.post))[0]
