import { useState } from 'react'
import type { Errors } from '../ui/errors.ts'

/**
 * What was wrong when a form was last sent. Beside a field that has been changed since, nothing is said any more; the list
 * above keeps to what was found, so that it does not take the focus from whoever is mending.
 */
export const useFaults = () => {
  const [found, setFound] = useState<Errors>({})
  const [touched, setTouched] = useState<readonly string[]>([])
  const isOpen = (name: string): boolean =>
    !touched.some((each) => name === each || name.startsWith(`${each}.`))
  return {
    found,
    beside: Object.fromEntries(Object.entries(found).filter(([name]) => isOpen(name))) as Errors,
    /** Says what was found, or with {} that all is well. */
    tell: (errors: Errors): boolean => {
      setFound(errors)
      setTouched([])
      return Object.keys(errors).length === 0
    },
    touch: (...names: string[]): void => setTouched([...touched, ...names]),
  }
}
