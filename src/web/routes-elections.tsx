import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { Body } from '../elections/gathering.ts'
import { frame, root } from './frame-route.tsx'
import { sessionQuery } from './session.ts'

const elections = createRoute({
  getParentRoute: () => frame,
  path: '/elections',
  component: lazyRouteComponent(() => import('../elections/ElectionsPage.tsx'), 'ElectionsPage'),
})

const election = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election',
  component: lazyRouteComponent(() => import('../elections/PreparationPage.tsx'), 'PreparationPage'),
})

const papers = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/papers',
  component: lazyRouteComponent(() => import('../elections/PapersPage.tsx'), 'PapersPage'),
})

const after = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/after',
  component: lazyRouteComponent(() => import('../elections/AfterPage.tsx'), 'AfterPage'),
})

const candidates = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/candidates',
  component: lazyRouteComponent(() => import('../elections/CandidatesPage.tsx'), 'CandidatesPage'),
})

const voters = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/voters',
  component: lazyRouteComponent(() => import('../elections/VotersPage.tsx'), 'VotersPage'),
})

const meeting = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/meeting',
  component: lazyRouteComponent(() => import('../elections/ElectionMeetingPage.tsx'), 'ElectionMeetingPage'),
})

/** The screen of the electing meeting stands alone, made to be projected. */
export const electionRoomPage = createRoute({
  getParentRoute: () => root,
  path: '/elections/$election/room',
  validateSearch: ({ body }: Record<string, unknown>): { body?: Body } =>
    body === 'committee' ? { body } : {},
  beforeLoad: async ({ context, location }) => {
    const { state } = await context.queries.ensureQueryData(sessionQuery)
    if (state !== 'signed-in') throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
  component: lazyRouteComponent(() => import('../elections/ElectionRoomPage.tsx'), 'ElectionRoomPage'),
})

const plenary = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/plenary',
  component: lazyRouteComponent(() => import('../elections/PlenaryPage.tsx'), 'PlenaryPage'),
})

const count = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/count',
  component: lazyRouteComponent(() => import('../elections/CountPage.tsx'), 'CountPage'),
})

const reading = createRoute({
  getParentRoute: () => frame,
  path: '/elections/$election/count/$round/$pass',
  component: lazyRouteComponent(() => import('../elections/ReadingPage.tsx'), 'ReadingPage'),
})

/** Of elections: one route for each part. */
export const electionPages = [
  // One a line.
  elections,
  election,
  candidates,
  plenary,
  papers,
  after,
  voters,
  meeting,
  count,
  reading,
] as const
