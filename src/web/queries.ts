import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refused } from '../http/call.ts'

/** When any answer says that the session has ended, the session is asked for again, and the frame sees that it is gone. */
const whenSignedOut = (error: unknown): void => {
  if (error instanceof Refused && error.refusal.refused === 'not-signed-in')
    void queries.invalidateQueries({ queryKey: ['session'] })
}

/** Reads are kept for half a minute and asked again when the person comes back to the page; refusals are never retried. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: whenSignedOut }),
  mutationCache: new MutationCache({ onError: whenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (times, error) => !(error instanceof Refused) && times < 2,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
