import { join } from 'node:path'
import { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { mountAccount } from './access/account-routes.ts'
import { accountRoutes, mountLinks, OPEN_ENDPOINTS } from './access/link-routes.ts'
import { type Means, mountSession } from './access/routes.ts'
import { analysisErrands } from './analyses/errands-jobs.ts'
import { outlineRoutes } from './analyses/outline-routes.ts'
import { analysisPaperRoutes } from './analyses/paper-routes.ts'
import { analysisRoutes } from './analyses/routes.ts'
import { selfCheckRoutes } from './analyses/self-check-routes.ts'
import { analysisChapters } from './analyses/year-jobs.ts'
import { appraisalErrands } from './appraisals/errands-jobs.ts'
import { appraisalLedgers } from './appraisals/handover-jobs.ts'
import { appraisalRoutes } from './appraisals/routes.ts'
import { appraisalChapters, appraisalPapers } from './appraisals/year-jobs.ts'
import type { YearSource } from './archives/reading-jobs.ts'
import { archiveRoutes } from './archives/routes.ts'
import { openWorkshop } from './archives/workshop-jobs.ts'
import { auditRoutes } from './audit/routes.ts'
import { careErrands } from './care/errands-jobs.ts'
import { careRoutes } from './care/routes.ts'
import { careChapters } from './care/year-jobs.ts'
import { changeErrands } from './changes/errands-jobs.ts'
import { changeLedgers } from './changes/handover-jobs.ts'
import { changeRoutes } from './changes/routes.ts'
import { changesChapters, changesPapers } from './changes/year-jobs.ts'
import type { Database } from './database/acting.ts'
import { digestRoutes } from './duties/digest-routes.ts'
import { feedRoutes } from './duties/feed-routes.ts'
import { dutyLedgers } from './duties/handover-jobs.ts'
import { dutyRoutes } from './duties/routes.ts'
import { type ErrandSource, todayRoutes } from './duties/today-routes.ts'
import { dutiesChapters } from './duties/year-jobs.ts'
import { afterRoutes } from './elections/after-routes.ts'
import { electionErrands } from './elections/errands-jobs.ts'
import { gatheringRoutes } from './elections/gathering-routes.ts'
import { electionLedgers } from './elections/handover-jobs.ts'
import { motionRoutes } from './elections/motion-routes.ts'
import { electionRoutes } from './elections/routes.ts'
import { voterRoutes } from './elections/voter-routes.ts'
import { electionChapters, electionInnerPapers, electionPapers } from './elections/year-jobs.ts'
import { fileRoutes } from './files/routes.ts'
import { filesPapers } from './files/year-jobs.ts'
import { handoverErrands } from './handovers/errands-jobs.ts'
import { type HandoverSource, handoverRoutes } from './handovers/routes.ts'
import { handoversChapters, handoversPapers } from './handovers/year-jobs.ts'
import { serveOpenApi } from './http/openapi.ts'
import { servePages } from './http/pages.ts'
import { dated, headers, named, onError, sameOrigin } from './http/safety.ts'
import { type Env, type Ground, mount, type Route, refusal } from './http/serve.ts'
import { refuse } from './kernel/outcome.ts'
import { lifeErrands } from './life-meetings/errands-jobs.ts'
import { lifeMeetingLedgers } from './life-meetings/handover-jobs.ts'
import { lifeMeetingRoutes } from './life-meetings/routes.ts'
import { lifeMeetingChapters, lifeMeetingPapers } from './life-meetings/year-jobs.ts'
import { themeErrands } from './meetings/errands-jobs.ts'
import { meetingLedgers } from './meetings/handover-jobs.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { meetingsChapters, meetingsPapers } from './meetings/year-jobs.ts'
import { clockRoutes } from './needs/clock-routes.ts'
import { deskRoutes } from './needs/desk-routes.ts'
import { needDraftRoutes } from './needs/draft-routes.ts'
import { needErrands } from './needs/errands-jobs.ts'
import { fileRoutes as needFileRoutes } from './needs/file-routes.ts'
import { needLedgers } from './needs/handover-jobs.ts'
import { measureRoutes } from './needs/measure-routes.ts'
import { petitionRoutes } from './needs/petition-routes.ts'
import { needQueueRoutes } from './needs/queue-routes.ts'
import { needRoutes } from './needs/routes.ts'
import { sealedRoutes } from './needs/sealed-routes.ts'
import { triageRoutes } from './needs/triage-routes.ts'
import { needWordsRoutes } from './needs/words-routes.ts'
import { mountOpen, OPEN_TO_ANYBODY } from './open.ts'
import { organRoutes } from './organs/routes.ts'
import { organsChapters } from './organs/year-jobs.ts'
import { outboxRoutes } from './outbox/routes.ts'
import { rosterLedgers } from './people/handover-jobs.ts'
import { rosterRoutes } from './people/roster-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { peopleChapters, peoplePapers } from './people/year-jobs.ts'
import { regulationRoutes } from './regulations/routes.ts'
import { studyErrands } from './study/errands-jobs.ts'
import { studyLedgers } from './study/handover-jobs.ts'
import { studyRoutes } from './study/routes.ts'
import { studyChapters, studyPapers } from './study/year-jobs.ts'
import { talkErrands } from './talks/errands-jobs.ts'
import { talkLedgers } from './talks/handover-jobs.ts'
import { talkRoutes } from './talks/routes.ts'
import { talkChapters } from './talks/year-jobs.ts'
import { visitErrands } from './visits/errands-jobs.ts'
import { visitLedgers } from './visits/handover-jobs.ts'
import { visitRoutes } from './visits/routes.ts'
import { visitChapters } from './visits/year-jobs.ts'
import { patternErrands } from './wellbeing/errands-jobs.ts'
import { wellbeingRoutes } from './wellbeing/routes.ts'

/**
 * Everything the product answers over HTTP, on a database that is migrated. Without `access` nobody can sign in by HTTP,
 * which suits tests that say themselves who acts.
 */
export const createApp = (
  ground: Ground,
  log: Logger,
  access?: Means,
  /** Whether mail can be sent. */
  mailing = false,
): OpenAPIHono<Env> => {
  const app = new OpenAPIHono<Env>()
  app.use(named(log), headers)
  app.use('/api/*', sameOrigin, dated(ground.today))
  app.onError(onError)
  app.get('/healthz', async (c) => {
    const healthy = await isHealthy(ground.database)
    return c.json({ healthy }, healthy ? 200 : 503)
  })
  if (access) {
    mountSession(app, access)
    mountAccount(app, access)
    mountLinks(app, access)
  }
  const all = [
    ...(access ? accountRoutes(access) : []),
    ...routes,
    ...(ground.columns ? rosterRoutes(ground.columns) : []),
    ...digestRoutes(mailing),
    ...archiveRoutes(yearSources, openWorkshop(ground.database, yearSources, log)),
  ]
  mount(app, ground, all)
  mountOpen(app, ground)
  serveOpenApi(app, [...(access ? OPEN_ENDPOINTS : []), ...OPEN_TO_ANYBODY, ...all])
  app.all('/api/*', (c) => refusal(c, refuse('not-found', '没有这个地址。请从页面上操作。')))
  servePages(app, join(import.meta.dirname, '../dist'))
  return app
}

/** Whose errands stand on 今日, and in the weekly digest. */
export const errandSources: readonly ErrandSource[] = [
  themeErrands,
  handoverErrands,
  // One a line, in the order of the slices.
  talkErrands,
  changeErrands,
  lifeErrands,
  analysisErrands,
  studyErrands,
  appraisalErrands,
  careErrands,
  electionErrands,
  needErrands,
  visitErrands,
  patternErrands,
]

// Not every keeper of archives has the right to these.
const LEADING_CHANGES = {
  permission: 'change.lead',
  chapters: ['conversions', 'transfers', 'floating'],
} as const
const LEADING_HANDOVERS = { permission: 'handover.lead', chapters: ['handovers'] } as const
const READING_VISITS = { permission: 'visit.read', chapters: ['visits'] } as const
const LEADING_ELECTIONS = { permission: 'election.lead', chapters: [] } as const

/** What the branch book and the annual archive are drawn from. */
export const yearSources: readonly YearSource[] = [
  // One a line, and each once; a chapter's place in the book is by its id.
  { chapters: organsChapters },
  { chapters: peopleChapters, papers: peoplePapers },
  { chapters: dutiesChapters },
  { chapters: meetingsChapters, papers: meetingsPapers },
  { papers: filesPapers },
  { chapters: changesChapters, papers: changesPapers, asks: LEADING_CHANGES },
  { chapters: careChapters },
  { chapters: visitChapters, asks: READING_VISITS },
  { chapters: appraisalChapters, papers: appraisalPapers },
  { chapters: talkChapters },
  { chapters: analysisChapters },
  { chapters: studyChapters, papers: studyPapers },
  { chapters: handoversChapters, papers: handoversPapers, asks: LEADING_HANDOVERS },
  { chapters: lifeMeetingChapters, papers: lifeMeetingPapers },
  { chapters: electionChapters, papers: electionPapers },
  { papers: electionInnerPapers, asks: LEADING_ELECTIONS },
]

/** Whose ledgers a hand-over sheet tells the state of, in its order. */
export const handoverSources: readonly HandoverSource[] = [
  rosterLedgers,
  dutyLedgers,
  meetingLedgers,
  talkLedgers,
  lifeMeetingLedgers,
  appraisalLedgers,
  studyLedgers,
  changeLedgers,
  electionLedgers,
  visitLedgers,
  needLedgers,
]

/** In the order of the slices: each may lean on those before it. */
export const routes: readonly Route[] = [
  ...auditRoutes,
  ...organRoutes,
  ...peopleRoutes,
  ...regulationRoutes,
  ...dutyRoutes,
  ...todayRoutes(errandSources),
  ...feedRoutes,
  ...meetingRoutes,
  ...fileRoutes,
  ...handoverRoutes(handoverSources),
  ...analysisRoutes,
  ...analysisPaperRoutes,
  ...outlineRoutes,
  ...selfCheckRoutes,
  ...studyRoutes,
  ...appraisalRoutes,
  ...changeRoutes,
  ...electionRoutes,
  ...gatheringRoutes,
  ...motionRoutes,
  ...voterRoutes,
  ...afterRoutes,
  ...careRoutes,
  ...lifeMeetingRoutes,
  ...talkRoutes,
  ...needRoutes,
  ...wellbeingRoutes,
  ...needQueueRoutes,
  ...needWordsRoutes,
  ...triageRoutes,
  ...clockRoutes,
  ...petitionRoutes,
  ...sealedRoutes,
  ...measureRoutes,
  ...needDraftRoutes,
  ...outboxRoutes,
  ...visitRoutes,
  ...deskRoutes,
  ...needFileRoutes,
]

const isHealthy = (database: Database): Promise<boolean> =>
  sql`select 1`.execute(database).then(
    () => true,
    () => false,
  )
