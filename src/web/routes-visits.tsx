import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { VISIT_SCOPES } from '../visits/scopes.ts'
import { frame } from './frame-route.tsx'

const visits = createRoute({
  getParentRoute: () => frame,
  path: '/visits',
  validateSearch: z.object({ scope: z.enum(VISIT_SCOPES).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../visits/VisitsPage.tsx'), 'VisitsPage'),
})

const plan = createRoute({
  getParentRoute: () => frame,
  path: '/visits/plan',
  validateSearch: z.object({
    point: z.uuid().optional().catch(undefined),
    visit: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../visits/PlanVisitPage.tsx'), 'PlanVisitPage'),
})

const visit = createRoute({
  getParentRoute: () => frame,
  path: '/visits/$visit',
  component: lazyRouteComponent(() => import('../visits/VisitPage.tsx'), 'VisitPage'),
})

const contacts = createRoute({
  getParentRoute: () => frame,
  path: '/contacts',
  validateSearch: z.object({ ended: z.boolean().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../visits/ContactsPage.tsx'), 'ContactsPage'),
})

const contact = createRoute({
  getParentRoute: () => frame,
  path: '/contacts/$point',
  component: lazyRouteComponent(() => import('../visits/ContactPage.tsx'), 'ContactPage'),
})

/** Of going down to the women: contact points and visits. */
export const visitPages = [visits, plan, visit, contacts, contact] as const
