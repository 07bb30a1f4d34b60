import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { root } from './frame-route.tsx'
import { sessionQuery } from './session.ts'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({
    to: z
      .string()
      .regex(/^\/(?!\/)/)
      .optional()
      .catch(undefined),
  }),
  loader: ({ context }) => context.queries.ensureQueryData(sessionQuery),
  component: lazyRouteComponent(() => import('../access/SignInPage.tsx'), 'SignInPage'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../access/SetUpPage.tsx'), 'SetUpPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/InvitationPage.tsx'), 'InvitationPage'),
})

const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer',
  component: lazyRouteComponent(() => import('../needs/AnswerPage.tsx'), 'AnswerPage'),
})

/** What is opened before anybody is signed in. */
export const openPages = [signIn, setUp, invitation, answer] as const
