import { useEffect, useSyncExternalStore } from 'react'
import { setWaiting } from '../ui/waiting.ts'
import { keepSending, keepSendingIfLaid } from './background.ts'
import { keepPages } from './device.ts'
import { type Outbox, outboxNow, prepare, unsent, watch } from './outbox.ts'

/** The outbox of this device, made ready by the first page that shows it. */
export const useOutbox = (): Outbox => {
  useEffect(() => {
    void (async () => {
      if (!outboxNow().ready) await prepare()
      keepSending()
      await keepPages()
    })()
  }, [])
  return useSyncExternalStore(watch, outboxNow)
}

/** As it stands, without making anything ready. */
export const useOutboxNow = (): Outbox => useSyncExternalStore(watch, outboxNow)

/** Sends from any page what earlier ones left waiting, and tells the ways how much that is. */
export const sendFromAnywhere = (): void => {
  const tell = (): void => setWaiting(unsent(outboxNow()).length)
  watch(tell)
  tell()
  void keepSendingIfLaid()
}
