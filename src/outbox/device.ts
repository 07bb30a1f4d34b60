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

/** Takes off the device the pages that were kept for opening without a network. */
export const emptyPages = async (): Promise<void> => {
  for (const name of await caches.keys()) await caches.delete(name)
  for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister()
}
