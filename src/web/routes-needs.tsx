import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { SCOPES, STATES } from '../needs/scopes.ts'
import { frame, root } from './frame-route.tsx'

const needs = createRoute({
  getParentRoute: () => frame,
  path: '/needs',
  validateSearch: z.object({
    scope: z.enum(SCOPES).optional().catch(undefined),
    state: z.enum(STATES).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../needs/NeedsPage.tsx'), 'NeedsPage'),
})

const receive = createRoute({
  getParentRoute: () => frame,
  path: '/needs/receive',
  // The question of a lecture that the need comes of; its words stand in no address.
  validateSearch: z.object({
    lecture: z.uuid().optional().catch(undefined),
    question: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../needs/ReceivePage.tsx'), 'ReceivePage'),
})

const need = createRoute({
  getParentRoute: () => frame,
  path: '/needs/$need',
  component: lazyRouteComponent(() => import('../needs/NeedPage.tsx'), 'NeedPage'),
})

const desk = createRoute({
  getParentRoute: () => frame,
  path: '/needs/desk',
  component: lazyRouteComponent(() => import('../needs/DeskPage.tsx'), 'DeskPage'),
})

// For anybody, outside the frame.
const askStatus = createRoute({
  getParentRoute: () => root,
  path: '/ask/status',
  component: lazyRouteComponent(() => import('../needs/AskStatusPage.tsx'), 'AskStatusPage'),
})

const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask',
  component: lazyRouteComponent(() => import('../needs/AskPage.tsx'), 'AskPage'),
})

const askOrgan = createRoute({
  getParentRoute: () => root,
  path: '/ask/$organ',
  component: lazyRouteComponent(() => import('../needs/AskPage.tsx'), 'AskPage'),
})

/** The page for the public. */
export const askPages = [ask, askStatus, askOrgan] as const

/** Of what women bring and what becomes of it. */
export const needPages = [desk, needs, receive, need] as const
