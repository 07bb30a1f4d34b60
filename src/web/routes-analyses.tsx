import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frame } from './frame-route.tsx'

/** The pages of analyses, self-checks and who opened what. */
export const analysisPages = [
  createRoute({
    getParentRoute: () => frame,
    path: '/analyses',
    component: lazyRouteComponent(() => import('../analyses/AnalysesPage.tsx'), 'AnalysesPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/me/analyses',
    component: lazyRouteComponent(() => import('../analyses/OwnAnalysisPage.tsx'), 'OwnAnalysisPage'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: '/me/self-check',
    component: lazyRouteComponent(() => import('../analyses/SelfCheckPage.tsx'), 'SelfCheckPage'),
  }),
] as const
