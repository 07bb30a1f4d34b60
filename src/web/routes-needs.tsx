import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { SCOPES } from '../needs/contract.ts'
import { STATES } from '../needs/kinds.ts'
import { frame } from './frame-route.tsx'

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

/** Of what women bring and what becomes of it. */
export const needPages = [needs, receive, need] as const
