import { isSecure } from './device.ts'
import { outboxNow, prepare, send } from './outbox.ts'
import { isLaid } from './shelf.ts'

const SHORTEST_MS = 5_000
const LONGEST_MS = 5 * 60_000

let started = false
let wait = SHORTEST_MS
let timer: ReturnType<typeof setTimeout> | undefined

/** From now on what waits goes out by itself: when the network is back, when the page is looked at again, and after a while. */
export const keepSending = (): void => {
  if (started) return
  started = true
  addEventListener('online', () => void now())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void now())
  void now()
}

/** As `keepSending`, where this device has ever been written on. */
export const keepSendingIfLaid = async (): Promise<void> => {
  if (!isSecure() || !(await isLaid())) return
  if (!outboxNow().ready) await prepare()
  keepSending()
}

const now = async (): Promise<void> => {
  wait = SHORTEST_MS
  await attempt()
}

const waiting = (): boolean => outboxNow().items.some(({ stage }) => stage === 'waiting')

// Each attempt that leaves something waiting doubles the time until the next.
const attempt = async (): Promise<void> => {
  clearTimeout(timer)
  if (waiting() && navigator.onLine) await send()
  clearTimeout(timer)
  timer = setTimeout(() => void attempt(), wait)
  wait = waiting() ? Math.min(wait * 2, LONGEST_MS) : SHORTEST_MS
}
