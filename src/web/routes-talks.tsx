import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { frame } from './frame-route.tsx'

const talks = createRoute({
  getParentRoute: () => frame,
  path: '/talks',
  validateSearch: z.object({ year: z.int().min(1990).max(2100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../talks/TalksPage.tsx'), 'TalksPage'),
})

const talk = createRoute({
  getParentRoute: () => frame,
  path: '/talks/$talk',
  component: lazyRouteComponent(() => import('../talks/TalkPage.tsx'), 'TalkPage'),
})

const ownTalks = createRoute({
  getParentRoute: () => frame,
  path: '/me/talks',
  component: lazyRouteComponent(() => import('../talks/OwnTalksPage.tsx'), 'OwnTalksPage'),
})

/** 谈心谈话. */
export const talkPages = [talks, talk, ownTalks] as const
