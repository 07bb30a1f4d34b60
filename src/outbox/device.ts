import { clear } from './shelf.ts'

/** Whether this page can keep anything here: browsers allow it over https and on the machine itself only. */
export const isSecure = (): boolean => globalThis.isSecureContext && 'serviceWorker' in navigator

/** Has the browser keep the pages of writing down, so that they open without a network. True once they would. */
export const keepPages = async (): Promise<boolean> => {
  if (!isSecure()) return false
  try {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
    return true
  } catch {
    return false
  }
}

/** Takes everything off the device that was kept for working without a network. */
export const emptyDevice = async (): Promise<void> => {
  if (!isSecure()) return
  await clear()
  for (const name of await caches.keys()) await caches.delete(name)
  for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister()
}
