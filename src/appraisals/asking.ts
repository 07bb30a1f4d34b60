import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { listMeetings } from '../meetings/contract.ts'
import { type Appraisal, listAppraisals, listOwnAppraisals, readAppraisal } from './contract.ts'
import { countSheets, readBallot } from './poll-contract.ts'

export const appraisalsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['appraisals', unit],
    queryFn: () => call(listAppraisals, { params: { unit } }),
  })

export const appraisalQuery = (appraisal: string) =>
  queryOptions({
    queryKey: ['appraisal', appraisal],
    queryFn: () => call(readAppraisal, { params: { appraisal } }),
  })

export const ownQuery = queryOptions({
  queryKey: ['own-appraisals'],
  queryFn: () => call(listOwnAppraisals, {}),
})

export const ballotQuery = (appraisal: string) =>
  queryOptions({
    queryKey: ['ballot', appraisal],
    queryFn: () => call(readBallot, { params: { appraisal } }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const sheetsQuery = (appraisal: string) =>
  queryOptions({
    queryKey: ['sheets', appraisal],
    queryFn: () => call(countSheets, { params: { appraisal } }),
    retry: false,
  })

/** The gatherings that a round may have been joined to, the latest first. */
export const gatheringsQuery = (unit: string) =>
  queryOptions({
    queryKey: ['meetings', unit, 'gatherings'],
    queryFn: () => call(listMeetings, { params: { unit }, query: { limit: 100 } }),
  })

/** An act that answers with the round as it stands then. */
export const useActing = <Sent>(send: (sent: Sent) => Promise<Appraisal>, done?: () => void) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async (round) => {
      queries.setQueryData(['appraisal', round.id], round)
      for (const other of ['appraisals', 'today', 'year', 'sheets', 'own-appraisals'])
        await queries.invalidateQueries({ queryKey: [other] })
      done?.()
    },
  })
}
