import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { errorsOf, refusalIn } from '../ui/errors.ts'

/** The texts of a small form, with a setter for each. */
export const useFields = <Fields extends Record<string, string>>(start: Fields) => {
  const [fields, setFields] = useState(start)
  const set = (name: keyof Fields) => (value: string) => setFields((was) => ({ ...was, [name]: value }))
  return [fields, set] as const
}

/** An act on the tree; afterwards the tree, its terms and all that hangs on them are read anew. */
export const useChange = <E extends Endpoint>(endpoint: E) => {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: Input<E>) => call(endpoint, input),
    onSuccess: () => queries.invalidateQueries(),
  })
  const errors = errorsOf(error)
  const refusal = Object.keys(errors).length === 0 ? refusalIn(error) : undefined
  return { act: mutate, isPending, errors, refusal }
}
