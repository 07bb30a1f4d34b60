import { signOut as endSession } from '../access/contract.ts'
import { call } from '../http/call.ts'

/** Ends the session and opens the first page anew, so that nothing that was read under it stays in memory. */
export const signOut = async (): Promise<void> => {
  await call(endSession, {})
  location.assign('/')
}

/** The session has ended by itself: asks to sign in, and comes back to this page afterwards. */
export const askToSignIn = (): void =>
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
