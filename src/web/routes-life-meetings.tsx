import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'

const lifeMeetings = createRoute({
  getParentRoute: () => frame,
  path: '/life-meetings',
  component: lazyRouteComponent(() => import('../life-meetings/LifeMeetingsPage.tsx'), 'LifeMeetingsPage'),
})

const lifeRound = createRoute({
  getParentRoute: () => frame,
  path: '/life-meetings/$round',
  component: lazyRouteComponent(() => import('../life-meetings/LifeRoundPage.tsx'), 'LifeRoundPage'),
})

const ownLife = createRoute({
  getParentRoute: () => frame,
  path: '/me/life',
  component: lazyRouteComponent(() => import('../life-meetings/MyLifePage.tsx'), 'MyLifePage'),
})

/** 组织生活会, and what is one's own of it. */
export const lifeMeetingRoutes = [lifeMeetings, lifeRound, ownLife] as const
