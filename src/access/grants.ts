import type { SignedIn } from '../http/serve.ts'
import type { Session } from './contract.ts'

/** A session as it was last read: who acts with which rights, and what her browser is told of it. */
export type Here = { actor: SignedIn; told: NonNullable<Session['signedIn']> }

type Remembered = Here & { on: string; until: number }

/** How long a session and its rights are taken as read, in milliseconds. Other processes learn of a change within this time. */
const FRESH = 5_000

// A change is announced before its transaction commits; what is read in between must not be kept.
const SETTLES = 1_000

const MOST = 20_000

const remembered = new Map<string, Remembered>()
let settledFrom = 0

/** To be called where posts, memberships or accounts change: the next request of each session reads its rights anew. */
export const forgetGrants = (): void => {
  remembered.clear()
  settledFrom = performance.now() + SETTLES
}

/** What is remembered under the session's cookie, unless it is old or of another day: posts begin and end by days. */
export const recall = (cookie: string, on: string): Here | null => {
  const here = remembered.get(cookie)
  return here && here.on === on && here.until > performance.now() ? here : null
}

export const remember = (cookie: string, on: string, { actor, told }: Here): void => {
  const now = performance.now()
  if (now < settledFrom) return
  if (remembered.size >= MOST) remembered.clear()
  remembered.set(cookie, { actor, told, on, until: now + FRESH })
}

export const forgetSession = (cookie: string): void => {
  remembered.delete(cookie)
}
