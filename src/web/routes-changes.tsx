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

const transfer = createRoute({
  getParentRoute: () => frame,
  path: '/changes/transfer/$transfer',
  component: lazyRouteComponent(() => import('../changes/TransferPage.tsx'), 'TransferPage'),
})

const floating = createRoute({
  getParentRoute: () => frame,
  path: '/changes/floating',
  component: lazyRouteComponent(() => import('../changes/FloatingPage.tsx'), 'FloatingPage'),
})

const ownChanges = createRoute({
  getParentRoute: () => frame,
  path: '/me/changes',
  component: lazyRouteComponent(() => import('../changes/OwnChangesPage.tsx'), 'OwnChangesPage'),
})

const care = createRoute({
  getParentRoute: () => frame,
  path: '/care',
  component: lazyRouteComponent(() => import('../care/CarePage.tsx'), 'CarePage'),
})

/** Of members' changes and visits of care. */
export const changePages = [changes, probation, transfer, floating, ownChanges, care] as const
