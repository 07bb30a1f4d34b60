import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { electionKey } from './ElectionFrame.tsx'
import type { Body } from './gathering.ts'
import { readMeeting } from './meeting-contract.ts'
import type { Meeting } from './meeting-shape.ts'
import { readVoters } from './voter-contract.ts'

export const meetingQuery = (election: string, body: Body) =>
  queryOptions({
    queryKey: [...electionKey(election), 'meeting', body],
    queryFn: () => call(readMeeting, { params: { election, body } }),
  })

export const votersQuery = (election: string) =>
  queryOptions({
    queryKey: [...electionKey(election), 'voters'],
    queryFn: () => call(readVoters, { params: { election } }),
    refetchOnWindowFocus: false,
  })

/** Acts on a meeting, one after the other: each is sent with the version that the one before left. */
export const useMeetingActs = <Sent,>(
  { electionId, body }: Pick<Meeting, 'electionId' | 'body'>,
  send: (sent: Sent, version: number) => Promise<Meeting>,
  {
    ahead,
    done,
  }: { ahead?: (meeting: Meeting, sent: Sent) => Meeting; done?: (meeting: Meeting) => void } = {},
) => {
  const queries = useQueryClient()
  const { queryKey } = meetingQuery(electionId, body)
  const mutationKey = [...queryKey, ahead ? 'ahead' : 'act']
  return useMutation({
    mutationKey,
    scope: { id: `meeting ${electionId}` },
    mutationFn: (sent: Sent) => send(sent, queries.getQueryData(queryKey)?.version ?? 1),
    onMutate: async (sent) => {
      const before = queries.getQueryData(queryKey)
      if (!ahead || !before) return
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, ahead(before, sent))
    },
    onSuccess: (meeting) => {
      // What was tapped meanwhile is still on its way: it stays as it was tapped.
      const onTheWay = queries.getMutationCache().findAll({ mutationKey, status: 'pending' })
      const tapped = (told: Meeting, { state }: { state: { variables: unknown } }) =>
        ahead ? ahead(told, state.variables as Sent) : told
      queries.setQueryData(queryKey, onTheWay.reduce(tapped, meeting))
      void queries.invalidateQueries({
        queryKey: electionKey(electionId),
        predicate: ({ queryKey: key }) => key[2] !== 'meeting',
      })
      done?.(meeting)
    },
    onError: () => queries.invalidateQueries({ queryKey: electionKey(electionId) }),
  })
}
