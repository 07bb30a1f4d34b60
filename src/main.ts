import { keepAccountsTidy } from './access/jobs.ts'
import { setUpLink } from './access/link-routes.ts'
import { accessOf, signedInOf } from './access/routes.ts'
import { createApp } from './app.ts'
import { databaseOf } from './database/acting.ts'
import { openFolder } from './database/embedded.ts'
import { migrate, NewerSchema } from './database/migrate.ts'
import { openDatabase } from './database/open.ts'
import { Fault } from './fault.ts'
import { ZONE } from './kernel/day.ts'
import { listen } from './listen.ts'
import { loggable, openLog } from './log.ts'
import { secretsOf } from './secrets.ts'
import { type Chosen, readSettings, type Settings } from './settings.ts'

// The life of the server process: settings, database, pages, and an orderly end in the opposite order.

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

// One press of Ctrl-C may arrive more than once, through npm and from the terminal itself.
const SAME_PRESS_MS = 500
const END_WITHIN_MS = 2_800
const PARENT_EVERY_MS = 400

const main = async (chosen: Chosen): Promise<void> => {
  openFolder(chosen.data)
  const settings: Settings = { ...chosen, secrets: secretsOf(chosen.data) }
  const log = openLog(settings.data, settings.log)
  const endings: (() => Promise<void>)[] = []
  const end = ending(endings)
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (asked > 0 && Date.now() - asked > SAME_PRESS_MS) process.exit(130)
      if (asked > 0) return
      asked = Date.now()
      say('正在结束…')
      end(0).then(() => say('已结束'))
    })
  endWithNpm()
  const give = (error: unknown): void => {
    // What was under way when the end was asked for finds its database gone.
    if (asked > 0) return
    complain(lineOf(error))
    log.fatal({ err: error })
    end(error instanceof Fault ? error.status : 1)
  }
  process.on('uncaughtException', give)
  process.on('unhandledRejection', give)

  try {
    say('正在启动数据库…')
    const note = (line: string) => {
      say(line)
      log.info(line)
    }
    const server = await openDatabase(settings, { note })
    endings.unshift(server.close)
    await migrate(server.connect('owner'))
    server.lost.then(give)

    const database = databaseOf(server.connect('app'))
    const example = settings.demo ? await import('./example/demo.ts') : null
    const today = example?.demoToday ?? (() => Temporal.Now.plainDateISO(ZONE))
    const secret = settings.secrets.session
    const access = accessOf({
      database,
      identity: server.connect('identity'),
      secret,
      today,
      log,
      demo: settings.demo,
    })
    const app = createApp(
      { database, signedIn: signedInOf(access), today, columns: settings.secrets.columns },
      log,
      access,
      settings.mail !== undefined,
    )
    const { columns } = settings.secrets
    const welcome = example ? await example.openDemo({ database, columns, access, note: say }) : []
    if (asked) return
    const listening = await listen(app, settings.host, settings.port)
    endings.unshift(listening.close)
    log.info({ address: listening.url }, 'started')
    const tidying = keepAccountsTidy(access, log)
    endings.unshift(async () => tidying.stop())
    const origin = settings.origin ?? listening.url
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
      await scheduleDigests(queue, { database, post, today, origin, log })
    }
    say(`知行已启动：${origin}`)
    for (const line of welcome) say(line)
    const link = await setUpLink(access, origin)
    if (link) say(`首次设置，请在 24 小时内打开（只能用一次）：${link}`)
    say('按 Ctrl-C 结束')
  } catch (error) {
    give(error)
  }
}

// npm that is ended passes nothing on to what it started; we notice that our parent is another process by now.
const endWithNpm = (): void => {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), PARENT_EVERY_MS).unref()
}

/** Ends everything in order, once, and then the process; a part that hangs does not hold up the whole. */
const ending = (parts: readonly (() => Promise<void>)[]) => {
  let under: Promise<void> | undefined
  return (status: number): Promise<void> => {
    under ??= (async () => {
      process.exitCode = status
      setTimeout(() => process.exit(), END_WITHIN_MS).unref()
      for (const part of parts) await part().catch(() => {})
      setImmediate(() => process.exit())
    })()
    return under
  }
}

const lineOf = (error: unknown): string => {
  if (error instanceof Fault || error instanceof NewerSchema) return error.message
  return `意外出错，已停止：${loggable(error).message}。详情见数据目录里的 zhixing.log。`
}

const chosen = readSettings(process.argv.slice(2), process.env)
if ('faults' in chosen) {
  for (const fault of chosen.faults) complain(fault)
  process.exitCode = 2
} else {
  await main(chosen).catch((error) => {
    complain(lineOf(error))
    process.exitCode = error instanceof Fault ? error.status : 1
  })
}
