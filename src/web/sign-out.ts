import type { QueryClient } from '@tanstack/react-query'
import { sessionQuery } from './session.ts'

/** Ends the session here and forgets everything that was read under it. */
export const signOut = async (queries: QueryClient): Promise<void> => {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
  await queries.resetQueries({ queryKey: sessionQuery.queryKey })
}
