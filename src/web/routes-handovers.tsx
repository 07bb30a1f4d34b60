import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { frame } from './frame-route.tsx'

/** `post`: the appointment for which a sheet is to be opened. */
const handovers = createRoute({
  getParentRoute: () => frame,
  path: '/handovers',
  validateSearch: z.object({ post: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../handovers/HandoversPage.tsx'), 'HandoversPage'),
})

const handover = createRoute({
  getParentRoute: () => frame,
  path: '/handovers/$handover',
  component: lazyRouteComponent(() => import('../handovers/HandoverPage.tsx'), 'HandoverPage'),
})

export const handoverRoutes = [handovers, handover] as const
