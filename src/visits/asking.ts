import { queryOptions, useQuery } from '@tanstack/react-query'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Post } from '../kernel/access.ts'
import { listCadres } from '../needs/contract.ts'
import { useHere } from '../ui/here.ts'
import { listPoints } from './contact-contract.ts'
import { listOwnPromises, readVisit } from './contract.ts'

// What the pages of visits and contact points ask for.

export const pointsQuery = (ended = false) =>
  queryOptions({
    queryKey: ['contacts', ended],
    queryFn: () => call(listPoints, { query: { ended: ended ? 'true' : 'false' } }),
  })

export const visitQuery = (visit: string) =>
  queryOptions({
    queryKey: ['visit', visit],
    queryFn: () => call(readVisit, { params: { visit } }),
  })

export const promisesQuery = queryOptions({
  queryKey: ['promises'],
  queryFn: () => call(listOwnPromises, {}),
})

export const cadresQuery = queryOptions({
  queryKey: ['cadres'],
  queryFn: () => call(listCadres, {}),
})

/** The organ's cadres as pickers offer them. */
export const useCadres = () =>
  (useQuery(cadresQuery).data?.cadres ?? []).map(({ id, name, initials, unitName, posts }) => ({
    id,
    name,
    initials: initials ?? '',
    ...(unitName ? { group: unitName } : {}),
    ...(posts.length > 0 ? { note: posts.map((post) => TERMS[post as Post] ?? '').join('、') } : {}),
  }))

/** Whether she holds a right in any unit: contact points and visits are the organ's. */
export const useAnywhere = (asks: string): boolean => {
  const { may, units } = useHere()
  return units.some(({ path }) => may(asks, path))
}
