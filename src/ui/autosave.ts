import { useCallback, useEffect, useRef, useState } from 'react'

export type SaveState = 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed'

/**
 * Keeps a draft: saves the newest value once it has rested for `rest` milliseconds, one save at a time, and when the page is left.
 * `save` throws to say that it failed; the value is then tried again by `again` or with the next change.
 */
export const useAutosave = <Value>(value: Value, save: (value: Value) => Promise<unknown>, rest = 800) => {
  const [state, setState] = useState<SaveState>('untouched')
  const kept = useRef(value)
  const newest = useRef(value)
  const busy = useRef(false)
  const saver = useRef(save)
  newest.current = value
  saver.current = save

  const keep = useCallback(async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    try {
      while (!same(kept.current, newest.current)) {
        const sending = newest.current
        setState('saving')
        await saver.current(sending)
        kept.current = sending
      }
      setState('saved')
    } catch {
      setState('failed')
    } finally {
      busy.current = false
    }
  }, [])

  useEffect(() => {
    if (same(kept.current, value)) return
    setState('waiting')
    const timer = setTimeout(() => void keep(), rest)
    return () => clearTimeout(timer)
  }, [value, keep, rest])

  useEffect(
    () => () => {
      if (!same(kept.current, newest.current)) void keep()
    },
    [keep],
  )

  return { state, again: () => void keep() }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
