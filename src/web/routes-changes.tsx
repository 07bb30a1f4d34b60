import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'

const changes = createRoute({
  getParentRoute: () => frame,
  path: '/changes',
  component: lazyRouteComponent(() => import('../changes/ChangesPage.tsx'), 'ChangesPage'),
})

const probation = createRoute({
  getParentRoute: () => frame,
  path: '/changes/probation/$person',
  component: lazyRouteComponent(() => import('../changes/ProbationPage.tsx'), 'ProbationPage'),
})

/** Of members' changes and visits of care. */
export const changePages = [changes, probation] as const
