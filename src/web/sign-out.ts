import { signOut as endSession } from '../access/contract.ts'
import { call } from '../http/call.ts'

/** Whether drafts of visits, or the pages for writing them, lie on this device. */
export const isWrittenOn = async (): Promise<boolean> =>
  globalThis.isSecureContext && (await indexedDB.databases()).some(({ name }) => name === 'zhixing-outbox')

/** Ends the session, takes off the device what was kept for it, and opens the first page anew, so that nothing stays in memory. */
export const signOut = async (): Promise<void> => {
  await call(endSession, {})
  if (await isWrittenOn()) await (await import('../outbox/outbox.ts')).empty()
  location.assign('/')
}

/** The session has ended by itself: asks to sign in, and comes back to this page afterwards. */
export const askToSignIn = (): void =>
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`)
