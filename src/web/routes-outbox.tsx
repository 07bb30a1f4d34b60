import type { QueryClient } from '@tanstack/react-query'
import { createRoute, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { z } from 'zod'
import type { Session } from '../access/contract.ts'
import { root } from './frame-route.tsx'
import { sessionQuery, unitsQuery } from './session.ts'

/** Where the network is there but leads nowhere, the pages open without the frame after so long. */
const PATIENCE_MS = 4_000

const soon = <Answer,>(answer: Promise<Answer>): Promise<Answer> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS)),
  ])

/** Who is signed in, if the server answers. */
const sessionNow = async (queries: QueryClient): Promise<Session | null> => {
  try {
    const session = await soon(queries.ensureQueryData({ ...sessionQuery, retry: false }))
    if (session.signedIn) await soon(queries.ensureQueryData({ ...unitsQuery, retry: false }))
    return session
  } catch {
    return null
  }
}

/** As the frame, but also there where the server is not. */
const pocket = createRoute({
  getParentRoute: () => root,
  id: 'pocket',
  component: lazyRouteComponent(() => import('./Pocket.tsx'), 'Pocket'),
  validateSearch: z.object({ unit: z.uuid().optional().catch(undefined) }),
  search: { middlewares: [retainSearchParams(['unit'])] },
  beforeLoad: async ({ context, location }) => {
    const session = await sessionNow(context.queries)
    if (session?.state === 'fresh') throw redirect({ to: '/set-up' })
    if (session && session.state !== 'signed-in')
      throw redirect({ to: '/sign-in', search: { to: location.href } })
    return { alone: session === null }
  },
})

const record = createRoute({
  getParentRoute: () => pocket,
  path: '/visits/record',
  // `draft`: one that lies on this device; `visit`: one that is recorded or planned already.
  validateSearch: z.object({
    draft: z.uuid().optional().catch(undefined),
    visit: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../outbox/RecordPage.tsx'), 'RecordPage'),
})

const outbox = createRoute({
  getParentRoute: () => pocket,
  path: '/outbox',
  component: lazyRouteComponent(() => import('../outbox/OutboxPage.tsx'), 'OutboxPage'),
})

/** The pages that open without a network. */
export const pocketPages = pocket.addChildren([record, outbox])
