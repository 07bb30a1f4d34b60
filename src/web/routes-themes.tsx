import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { frame } from './frame-route.tsx'

const themeDays = createRoute({
  getParentRoute: () => frame,
  path: '/theme-days',
  validateSearch: z.object({ year: z.int().min(1990).max(2100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../meetings/ThemeDaysPage.tsx'), 'ThemeDaysPage'),
})

const ownTasks = createRoute({
  getParentRoute: () => frame,
  path: '/me/tasks',
  component: lazyRouteComponent(() => import('../meetings/MyTasksPage.tsx'), 'MyTasksPage'),
})

/** Theme days, and what is one's own to do. */
export const themeRoutes = [themeDays, ownTasks] as const
