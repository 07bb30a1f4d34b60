import { openFolder } from './database/embedded.ts'
import { migrate, NewerSchema } from './database/migrate.ts'
import { openDatabase } from './database/open.ts'
import { Fault } from './fault.ts'
import { listen } from './listen.ts'
import { loggable, openLog } from './log.ts'
import { outerKeysOf } from './outer-keys.ts'
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
  const settings: Settings = {
    ...chosen,
    secrets: secretsOf(chosen.data),
    cases: outerKeysOf(chosen.data),
  }
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
    // The database comes up while the rest of the product is read in.
    const opening = openDatabase(settings, { note })
    endings.unshift(() =>
      opening.then(
        (server) => server.close(),
        () => {},
      ),
    )
    const [server, { assemble }] = await Promise.all([opening, import('./assemble.ts')])
    await migrate(server.connect('owner'))
    server.lost.then(give)

    const { app, begin } = await assemble({ settings, server, log, note: say })
    if (asked) return
    const listening = await listen(app, settings.host, settings.port)
    endings.unshift(listening.close)
    log.info({ address: listening.url }, 'started')
    const origin = settings.origin ?? listening.url
    const begun = await begin(origin)
    endings.unshift(...begun.endings)
    say(`知行已启动：${origin}`)
    for (const line of begun.lines) say(line)
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
