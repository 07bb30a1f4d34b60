import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { frame, root } from './frame-route.tsx'

const Year = z.object({ year: z.int().min(2000).max(2100).optional().catch(undefined) })

const patterns = createRoute({
  getParentRoute: () => frame,
  path: '/needs/patterns',
  validateSearch: Year,
  component: lazyRouteComponent(() => import('../wellbeing/PatternsPage.tsx'), 'PatternsPage'),
})

const item = createRoute({
  getParentRoute: () => frame,
  path: '/needs/patterns/$item',
  component: lazyRouteComponent(() => import('../wellbeing/ItemPage.tsx'), 'ItemPage'),
})

const wellbeing = createRoute({
  getParentRoute: () => frame,
  path: '/wellbeing',
  validateSearch: Year,
  component: lazyRouteComponent(() => import('../wellbeing/WellbeingPage.tsx'), 'WellbeingPage'),
})

const method = createRoute({
  getParentRoute: () => frame,
  path: '/wellbeing/method',
  component: lazyRouteComponent(() => import('../wellbeing/MethodPage.tsx'), 'MethodPage'),
})

const surveys = createRoute({
  getParentRoute: () => frame,
  path: '/wellbeing/surveys',
  component: lazyRouteComponent(() => import('../wellbeing/SurveysPage.tsx'), 'SurveysPage'),
})

const round = createRoute({
  getParentRoute: () => frame,
  path: '/wellbeing/surveys/$round',
  component: lazyRouteComponent(() => import('../wellbeing/RoundPage.tsx'), 'RoundPage'),
})

/** Pages of counts, surveys and their figures inside the frame. */
export const wellbeingPages = [patterns, item, wellbeing, method, surveys, round] as const

/** What somebody opens who was handed a slip: outside the frame, without sign-in. */
export const surveyPage = createRoute({
  getParentRoute: () => root,
  path: '/survey',
  component: lazyRouteComponent(() => import('../wellbeing/SurveyPage.tsx'), 'SurveyPage'),
})
