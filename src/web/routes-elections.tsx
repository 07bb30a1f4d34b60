import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'

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

/** Of elections: one route for each part. */
export const electionPages = [
  // One a line.
  elections,
  election,
  candidates,
  papers,
  after,
] as const
