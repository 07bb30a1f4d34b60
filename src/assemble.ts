import type { Logger } from 'pino'
import { keepAccountsTidy } from './access/jobs.ts'
import { setUpLink } from './access/link-routes.ts'
import { accessOf, signedInOf } from './access/routes.ts'
import { createApp, errandSources } from './app.ts'
import { keepArchivesTidy } from './archives/tidy-jobs.ts'
import { keepTrailsSealed } from './audit/jobs.ts'
import { databaseOf } from './database/acting.ts'
import type { Server } from './database/server.ts'
import { ZONE } from './kernel/day.ts'
import { proveOuterKeys } from './needs/keys-jobs.ts'
import type { Settings } from './settings.ts'

type Standing = { settings: Settings; server: Server; log: Logger; note: (line: string) => void }

/** Everything that serves people, on a database that is migrated: the pages and endpoints, and what runs beside them. */
export const assemble = async ({ settings, server, log, note }: Standing) => {
  const database = databaseOf(server.connect('app'))
  const example = settings.demo ? await import('./example/demo.ts') : null
  const today = example?.demoToday ?? (() => Temporal.Now.plainDateISO(ZONE))
  const { cases } = settings
  const { columns, session: secret } = settings.secrets
  await proveOuterKeys(server.connect('owner'), cases())
  const identity = server.connect('identity')
  const access = accessOf({ database, identity, secret, today, log, demo: settings.demo })
  const app = createApp(
    { database, signedIn: signedInOf(access), today, columns, cases },
    log,
    access,
    settings.mail !== undefined,
  )
  const welcome = example ? await example.openDemo({ database, columns, cases, access, note }) : []

  /** Starts the clocks. Gives how to stop them, and the lines to greet the operator with. */
  const begin = async (origin: string): Promise<{ endings: (() => Promise<void>)[]; lines: string[] }> => {
    const tidying = keepAccountsTidy(access, log)
    const sealing = keepTrailsSealed(server.connect('owner'), log)
    const removing = keepArchivesTidy(server.connect('owner'), log)
    const endings = [tidying, sealing, removing].map((clock) => async () => clock.stop())
    if (settings.mail) {
      // The clock is wanted only where there is something to send: without mail nothing of it is loaded or made.
      const [{ openQueue }, { scheduleDigests }, { postOffice }] = await Promise.all([
        import('./database/queue.ts'),
        import('./duties/jobs.ts'),
        import('./duties/mail.ts'),
      ])
      const queue = await openQueue(server.connect('owner'), (error) => log.warn({ err: error }, 'queue'))
      const post = postOffice(settings.mail)
      endings.unshift(queue.close, async () => post.close())
      await scheduleDigests(queue, { database, post, today, origin, log, errands: errandSources })
    }
    const link = await setUpLink(access, origin)
    const setUp = link ? [`首次设置，请在 24 小时内打开（只能用一次）：${link}`] : []
    return { endings, lines: [...welcome, ...setUp] }
  }

  return { app, begin }
}
