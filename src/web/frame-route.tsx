import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { z } from 'zod'
import { Frame } from './Frame.tsx'
import { sessionQuery, unitsQuery } from './session.ts'

// Every page is fetched when it is first opened; only the frame is in the first load.

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet })

/** The frame around every page of those who are signed in; the chosen unit stands in each address. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  validateSearch: z.object({ unit: z.uuid().optional().catch(undefined) }),
  search: { middlewares: [retainSearchParams(['unit'])] },
  beforeLoad: async ({ context, location }) => {
    const { state } = await context.queries.ensureQueryData(sessionQuery)
    if (state === 'fresh') throw redirect({ to: '/set-up' })
    if (state !== 'signed-in') throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
  loader: ({ context }) => context.queries.ensureQueryData(unitsQuery),
})
