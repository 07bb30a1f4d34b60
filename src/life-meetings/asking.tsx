import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { listMembers } from '../people/contract.ts'
import { today } from '../ui/days.ts'
import { errorsOf, refusalIn } from '../ui/errors.ts'
import { listLifeRounds, readLifeRound, readOwnLife } from './contract.ts'

export const roundsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['life', 'rounds', unit],
    queryFn: () => call(listLifeRounds, { params: { unit } }),
  })

export const roundQuery = (round: string) =>
  queryOptions({
    queryKey: ['life', 'round', round],
    queryFn: () => call(readLifeRound, { params: { round } }),
    // Forms lie over it: it must not change by itself while somebody writes.
    refetchOnWindowFocus: false,
  })

export const ownLifeQuery = queryOptions({
  queryKey: ['life', 'own'],
  queryFn: () => call(readOwnLife, {}),
  refetchOnWindowFocus: false,
})

/** An act on a round; afterwards all that is shown of rounds is read anew. Refused fields stand beside their field. */
export const useAct = <E extends Endpoint>(endpoint: E, after: () => void = () => {}) => {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: Input<E>) => call(endpoint, input),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['life'] })
      after()
    },
  })
  const errors = errorsOf(error)
  const failed = error !== null && refusalIn(error) === undefined
  return { act: mutate, busy: isPending, errors, failed, refusal: refusalIn(error) }
}

/** Those on the roster today, as pickers offer them. */
export const usePeople = (unit: string) =>
  (
    useQuery({
      queryKey: ['members', unit, today().toString()],
      queryFn: () => call(listMembers, { params: { unit }, query: { on: today().toString(), limit: 200 } }),
    }).data?.members ?? []
  ).map(({ id, name, initials, groupName, posts }) => ({
    id,
    name,
    initials,
    ...(groupName ? { group: groupName } : {}),
    ...(posts.length > 0 ? { note: posts.map(({ post }) => TERMS[post]).join('、') } : {}),
  }))
