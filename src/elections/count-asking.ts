import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { compareReadings, openReading } from './reading-contract.ts'
import { type CountView, readCount, type ShownGathering, type ShownRole } from './round-contract.ts'

/** Where a part of the count stands: whose election, which meeting, for what. */
export type OfRole = {
  election: string
  gathering: ShownGathering
  role: ShownRole
  mayLead: boolean
  unitKind: CountView['unitKind']
  /** Of the election. */
  version: number
}

// The same beginning as everything that is kept of the election, so that an act on any part refreshes all.
const countKey = (election: string) => ['election', election, 'count']

export const countQuery = (election: string) =>
  queryOptions({
    queryKey: countKey(election),
    queryFn: () => call(readCount, { params: { election } }),
    // Numbers are typed over it: it must not change by itself while somebody counts.
    refetchOnWindowFocus: false,
  })

type OfRound = { election: string; round: string }

export const comparisonQuery = (of: OfRound) =>
  queryOptions({
    queryKey: ['comparison', of.round],
    queryFn: () => call(compareReadings, { params: of }),
    retry: false,
  })

export const readingQuery = (of: OfRound & { pass: 'first' | 'second' }) =>
  queryOptions({
    queryKey: ['reading', of.round, of.pass],
    queryFn: () => call(openReading, { params: of }),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    // What was read is shown to whoever reads it, and kept nowhere else.
    gcTime: 0,
  })

/** An act that answers with the count as it stands then. */
export const useCounting = <Sent>(
  election: string,
  send: (sent: Sent) => Promise<CountView>,
  done?: () => void,
) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async (view) => {
      queries.setQueryData(countKey(election), view)
      await queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          (queryKey[0] === 'election' && queryKey[1] === election && queryKey[2] !== 'count') ||
          ['elections', 'comparison', 'today'].includes(String(queryKey[0])),
      })
      done?.()
    },
  })
}
