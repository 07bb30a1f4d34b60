import { useSyncExternalStore } from 'react'

// How many drafts wait on this device. The outbox says it; the ways show it.

let waiting = 0
const watchers = new Set<() => void>()

export const setWaiting = (many: number): void => {
  if (many === waiting) return
  waiting = many
  for (const told of watchers) told()
}

const watch = (told: () => void) => {
  watchers.add(told)
  return () => void watchers.delete(told)
}

export const useWaiting = (): number => useSyncExternalStore(watch, () => waiting)
