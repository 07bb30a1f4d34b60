import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { KINDS } from '../meetings/kinds.ts'
import { Loading } from '../ui/Loading.tsx'
import { frame, root } from './frame-route.tsx'
import { NoSuchPage } from './NoSuchPage.tsx'
import { PageFailed } from './PageFailed.tsx'
import { queries } from './queries.ts'
import { analysisPages } from './routes-analyses.tsx'
import { appraisalPages, roomPage } from './routes-appraisals.tsx'
import { changePages } from './routes-changes.tsx'
import { electionPages, electionRoomPage } from './routes-elections.tsx'
import { handoverRoutes } from './routes-handovers.tsx'
import { lifeMeetingRoutes } from './routes-life-meetings.tsx'
import { askPages, needPages } from './routes-needs.tsx'
import { openPages } from './routes-open.tsx'
import { pocketPages } from './routes-outbox.tsx'
import { studyPages } from './routes-study.tsx'
import { talkPages } from './routes-talks.tsx'
import { themeRoutes } from './routes-themes.tsx'
import { visitPages } from './routes-visits.tsx'
import { surveyPage, wellbeingPages } from './routes-wellbeing.tsx'

const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('../access/AccountPage.tsx'), 'AccountPage'),
})

const today = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('../duties/TodayPage.tsx'), 'TodayPage'),
})

const Year = z.object({ year: z.int().min(1990).max(2100).optional().catch(undefined) })

const MeetingKind = z.enum(KINDS).optional().catch(undefined)

const year = createRoute({
  getParentRoute: () => frame,
  path: '/year',
  validateSearch: Year,
  component: lazyRouteComponent(() => import('../duties/YearPage.tsx'), 'YearPage'),
})

const meetings = createRoute({
  getParentRoute: () => frame,
  path: '/meetings',
  validateSearch: Year.extend({ kind: MeetingKind }),
  component: lazyRouteComponent(() => import('../meetings/MeetingsPage.tsx'), 'MeetingsPage'),
})

/** `of`: the unit that meets, where it is not the chosen one; `on`: the day to begin with; `also`: a second kind of it. */
const planMeeting = createRoute({
  getParentRoute: () => frame,
  path: '/meetings/plan',
  validateSearch: z.object({
    kind: MeetingKind,
    also: MeetingKind,
    forYear: z.int().min(1990).max(2100).optional().catch(undefined),
    of: z.uuid().optional().catch(undefined),
    on: z.iso.date().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../meetings/PlanPage.tsx'), 'PlanPage'),
})

const meeting = createRoute({
  getParentRoute: () => frame,
  path: '/meetings/$meeting',
  component: lazyRouteComponent(() => import('../meetings/MeetingPage.tsx'), 'MeetingPage'),
})

const summary = createRoute({
  getParentRoute: () => frame,
  path: '/summary',
  validateSearch: Year,
  component: lazyRouteComponent(() => import('../duties/SummaryPage.tsx'), 'SummaryPage'),
})

const reminders = createRoute({
  getParentRoute: () => frame,
  path: '/reminders',
  component: lazyRouteComponent(() => import('../duties/RemindersPage.tsx'), 'RemindersPage'),
})

const rules = createRoute({
  getParentRoute: () => frame,
  path: '/rules',
  component: lazyRouteComponent(() => import('../regulations/RulesPage.tsx'), 'RulesPage'),
})

const parameters = createRoute({
  getParentRoute: () => frame,
  path: '/parameters',
  component: lazyRouteComponent(() => import('../organs/ParametersPage.tsx'), 'ParametersPage'),
})

const units = createRoute({
  getParentRoute: () => frame,
  path: '/units',
  component: lazyRouteComponent(() => import('../organs/UnitsPage.tsx'), 'UnitsPage'),
})

const members = createRoute({
  getParentRoute: () => frame,
  path: '/members',
  component: lazyRouteComponent(() => import('../people/MembersPage.tsx'), 'MembersPage'),
})

const roster = createRoute({
  getParentRoute: () => frame,
  path: '/roster',
  component: lazyRouteComponent(() => import('../people/RosterPage.tsx'), 'RosterPage'),
})

const person = createRoute({
  getParentRoute: () => frame,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('../people/PersonPage.tsx'), 'PersonPage'),
})

const own = createRoute({
  getParentRoute: () => frame,
  path: '/me',
  component: lazyRouteComponent(() => import('../people/PersonPage.tsx'), 'OwnPage'),
})

const posts = createRoute({
  getParentRoute: () => frame,
  path: '/posts',
  component: lazyRouteComponent(() => import('../people/PostsPage.tsx'), 'PostsPage'),
})

const archives = createRoute({
  getParentRoute: () => frame,
  path: '/archives',
  validateSearch: Year,
  component: lazyRouteComponent(() => import('../archives/ArchivesPage.tsx'), 'ArchivesPage'),
})

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
})

const templates = createRoute({
  getParentRoute: () => frame,
  path: '/templates',
  component: lazyRouteComponent(() => import('../files/TemplatesPage.tsx'), 'TemplatesPage'),
})

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  component: lazyRouteComponent(() => import('../audit/AuditPage.tsx'), 'AuditPage'),
})

const openings = createRoute({
  getParentRoute: () => frame,
  path: '/me/openings',
  component: lazyRouteComponent(() => import('../audit/OpeningsPage.tsx'), 'OpeningsPage'),
})

/** Any other address: told inside the frame, to those who are signed in. */
const elsewhere = createRoute({ getParentRoute: () => frame, path: '$', component: NoSuchPage })

export const router = createRouter({
  routeTree: root.addChildren([
    ...openPages,
    roomPage,
    electionRoomPage,
    ...askPages,
    surveyPage,
    pocketPages,
    frame.addChildren([
      today,
      year,
      meetings,
      planMeeting,
      meeting,
      summary,
      reminders,
      rules,
      parameters,
      units,
      account,
      members,
      roster,
      person,
      own,
      posts,
      archives,
      settings,
      templates,
      audit,
      openings,
      ...changePages,
      ...themeRoutes,
      ...lifeMeetingRoutes,
      ...appraisalPages,
      ...studyPages,
      ...handoverRoutes,
      ...analysisPages,
      ...talkPages,
      ...electionPages,
      ...needPages,
      ...wellbeingPages,
      ...visitPages,
      elsewhere,
    ]),
  ]),
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
