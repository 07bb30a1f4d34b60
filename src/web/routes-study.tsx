import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { frame } from './frame-route.tsx'

const Year = z.object({ year: z.int().min(1990).max(2100).optional().catch(undefined) })

const study = createRoute({
  getParentRoute: () => frame,
  path: '/study',
  validateSearch: Year.extend({
    tab: z.enum(['plan', 'sessions', 'hours', 'training']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../study/StudyPage.tsx'), 'StudyPage'),
})

/** `item`: of the plan, whose words begin the record. */
const recordSession = createRoute({
  getParentRoute: () => frame,
  path: '/study/record',
  validateSearch: Year.extend({ item: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../study/RecordSessionPage.tsx'), 'RecordSessionPage'),
})

const session = createRoute({
  getParentRoute: () => frame,
  path: '/study/$session',
  component: lazyRouteComponent(() => import('../study/SessionPage.tsx'), 'SessionPage'),
})

const outreach = createRoute({
  getParentRoute: () => frame,
  path: '/outreach',
  validateSearch: Year,
  component: lazyRouteComponent(() => import('../study/OutreachPage.tsx'), 'OutreachPage'),
})

const recordLecture = createRoute({
  getParentRoute: () => frame,
  path: '/outreach/record',
  component: lazyRouteComponent(() => import('../study/RecordLecturePage.tsx'), 'RecordLecturePage'),
})

const lecture = createRoute({
  getParentRoute: () => frame,
  path: '/outreach/$lecture',
  component: lazyRouteComponent(() => import('../study/LecturePage.tsx'), 'LecturePage'),
})

const ownStudy = createRoute({
  getParentRoute: () => frame,
  path: '/me/study',
  component: lazyRouteComponent(() => import('../study/OwnStudyPage.tsx'), 'OwnStudyPage'),
})

/** Of study and outreach. */
export const studyPages = [study, recordSession, session, outreach, recordLecture, lecture, ownStudy] as const
