import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Errors, errorsIn, errorsOf, refusalIn } from './errors.ts'

type Schema = Parameters<typeof errorsIn>[0]

/** A form that is checked by the contract's own schema, then sent; faults stand beside their fields. All is read anew once it is saved. */
export const useSaving = <Body, Saved>(
  schema: Schema,
  send: (body: Body) => Promise<Saved>,
  onSaved: (saved: Saved) => void,
) => {
  const queries = useQueryClient()
  const [errors, setErrors] = useState<Errors>({})
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async (saved) => {
      await queries.invalidateQueries()
      onSaved(saved)
    },
    onError: (error) => setErrors(errorsOf(error)),
  })
  const refusal = refusalIn(sending.error)
  return {
    errors,
    busy: sending.isPending,
    /** The failure or refusal that belongs to no field of the form. */
    failure: sending.error && !(refusal?.field && refusal.field !== 'version') ? sending.error : null,
    /** Another hand was quicker. */
    isStale: refusal?.refused === 'stale',
    save: (body: unknown): void => {
      const found = errorsIn(schema, stated(body))
      setErrors(found)
      if (Object.keys(found).length === 0) sending.mutate(body as Body)
    },
  }
}

// A required field that was left empty is told as empty, not as badly written.
const stated = (body: unknown): unknown =>
  Object.fromEntries(
    Object.entries(body as object).map(([field, value]) => [field, value === '' ? undefined : value]),
  )

/** An empty field is nothing, never an empty word. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text)
