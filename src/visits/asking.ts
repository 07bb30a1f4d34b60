import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listCadres } from '../needs/contract.ts'
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
