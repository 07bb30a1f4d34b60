import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { frame, root } from './frame-route.tsx'
import { sessionQuery } from './session.ts'

const appraisals = createRoute({
  getParentRoute: () => frame,
  path: '/appraisals',
  component: lazyRouteComponent(() => import('../appraisals/AppraisalsPage.tsx'), 'AppraisalsPage'),
})

const appraisal = createRoute({
  getParentRoute: () => frame,
  path: '/appraisals/$round',
  component: lazyRouteComponent(() => import('../appraisals/AppraisalPage.tsx'), 'AppraisalPage'),
})

const ballot = createRoute({
  getParentRoute: () => frame,
  path: '/appraisals/$round/ballot',
  component: lazyRouteComponent(() => import('../appraisals/BallotPage.tsx'), 'BallotPage'),
})

const own = createRoute({
  getParentRoute: () => frame,
  path: '/me/appraisal',
  component: lazyRouteComponent(() => import('../appraisals/OwnAppraisalPage.tsx'), 'OwnAppraisalPage'),
})

/** Pages of 民主评议 inside the frame. */
export const appraisalPages = [appraisals, appraisal, ballot, own] as const

/** The screen of the meeting room stands alone, without ways, unit and name. */
export const roomPage = createRoute({
  getParentRoute: () => root,
  path: '/appraisals/$round/room',
  beforeLoad: async ({ context, location }) => {
    const { state } = await context.queries.ensureQueryData(sessionQuery)
    if (state !== 'signed-in') throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
  component: lazyRouteComponent(() => import('../appraisals/RoomPage.tsx'), 'RoomPage'),
})
