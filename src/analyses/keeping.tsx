import { useRef, useState } from 'react'
import { useAutosave } from '../ui/autosave.ts'

/**
 * Something of one's own that is kept while it is written: each save rests on the version before it, and none overtakes another.
 * `now` keeps what stands on the page at once, before it is handed in.
 */
export const useKept = <Value,>(
  start: Value,
  startVersion: number,
  send: (value: Value, version: number) => Promise<{ version: number }>,
  onKept: (value: Value, version: number) => void,
) => {
  const [value, setValue] = useState(start)
  const [failure, setFailure] = useState<unknown>(null)
  const version = useRef(startVersion)
  const kept = useRef(start)
  const turn = useRef<Promise<void>>(Promise.resolve())
  const keep = (wanted: Value): Promise<void> => {
    const work = async () => {
      if (kept.current === wanted) return
      try {
        const answer = await send(wanted, version.current)
        version.current = answer.version
        kept.current = wanted
        setFailure(null)
        onKept(wanted, answer.version)
      } catch (error) {
        setFailure(error)
        throw error
      }
    }
    const next = turn.current.then(work, work)
    turn.current = next.catch(() => {})
    return next
  }
  const { state, again } = useAutosave(value, keep)
  return { value, setValue, state, again, failure, now: () => keep(value) }
}
