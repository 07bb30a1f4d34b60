/** How long sessions and locks last, in minutes, and after how many failures a lock falls. */
export type Limits = {
  /** Without any request for so long, a session is over. */
  idle: number
  /** However busy, a session is over so long after sign-in. */
  session: number
  /** Failures in a row under one user name, then the lock and its length. */
  failures: number
  lock: number
  /** Failures from one network address within the length of a lock: an office may share one. */
  failuresOfAddress: number
}

export const LIMITS: Limits = { idle: 30, session: 12 * 60, failures: 5, lock: 15, failuresOfAddress: 50 }

export const SESSION_COOKIE = 'zhixing.session_token'
