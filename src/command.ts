import { existsSync } from 'node:fs'
import { ACCOUNT_USAGE } from './access/account-jobs.ts'
import { ARCHIVE_USAGE } from './archives/verify.ts'
import { AUDIT_USAGE } from './audit/command.ts'
import { counting, judge } from './book-commands.ts'
import { type Acting, acting, databaseOf } from './database/acting.ts'
import { NewerSchema } from './database/migrate.ts'
import type { Server } from './database/server.ts'
import { askedDuties, DUTIES_USAGE, toldDuties } from './duties/command.ts'
import { Fault } from './fault.ts'
import { PERMISSION_NAMES } from './kernel/access.ts'
import { type Day, day, ZONE } from './kernel/day.ts'
import { isRefusal, type Refusal } from './kernel/outcome.ts'
import { KEYS_USAGE, keysCommand } from './keys-command.ts'
import { onlyUnit } from './only-unit.ts'
import type { LocalUnit } from './organs/local-store.ts'
import { EXPORT_USAGE, IMPORT_USAGE } from './people/roster-command.ts'
import { secretsIn } from './secrets.ts'
import { readSettings } from './settings.ts'

// npm run -s zhixing -- <command> …: what the person at the machine asks without a browser.

export type Printed = { code: 0 | 1 | 2; out: string; err: string }

/** What a command may ask for. The database is opened when it is first wanted: a running server's, or our own. */
export type Context = {
  today: Day
  /** The data folder. */
  data: string
  /** The key of sensitive columns, from the data folder. */
  columns: () => string
  server: () => Promise<Server>
  /** Finds the one unit of that name, or says which there are. */
  unit: (name: string) => Promise<LocalUnit | Printed>
  /**
   * Works within an organ with every right in it: whoever holds the data folder owns what lies in it, and no sign-in could
   * keep it from her. The trail names the command and no person.
   */
  within: <T>(organ: string, operation: string, work: (tx: Acting) => Promise<T>) => Promise<T | Refusal>
}

type Command = {
  usage: string
  says: string
  run: (argv: readonly string[], context: Context) => Promise<Printed>
}

const duties: Command = {
  usage: DUTIES_USAGE,
  says: '列出一个组织及其下级在起止日期内的应做事项',
  run: async (argv, context) => {
    const asked = askedDuties(argv)
    if (typeof asked === 'string') return failed(asked)
    const unit = await context.unit(asked.unit)
    if ('code' in unit) return unit
    const { readDuties } = await import('./duties/duties-store.ts')
    const { rulesBehind } = await import('./duties/year.ts')
    const on = asked.on === undefined ? context.today : day(asked.on)
    const stretch = { from: day(asked.from), to: day(asked.to) }
    const read = await context.within(unit.organId, '命令行查看应做事项', async (tx) =>
      readDuties(tx, [unit.path], stretch, on),
    )
    if (isRefusal(read)) return failed(read.message)
    const { plan, facts, duties } = read
    const out = toldDuties(asked, {
      on: on.toString(),
      duties,
      rules: rulesBehind(plan, duties),
      unitNames: new Map(facts.units.map(({ id, name }) => [id, name])),
      personNames: new Map(facts.people.map(({ id, name }) => [id, name])),
    })
    return { code: 0, out, err: '' }
  },
}

const importing: Command = {
  usage: IMPORT_USAGE,
  says: '把名册导入一个党支部；--dry-run 只试读，不写入',
  run: async (argv, context) => {
    const { importCommand } = await import('./people/command-jobs.ts')
    return importCommand(argv, { ...context, today: context.today.toString() })
  },
}

const exporting: Command = {
  usage: EXPORT_USAGE,
  says: '把一个组织及其下级某一天的名册写成表格，身份证号以掩码显示',
  run: async (argv, context) => {
    const { exportCommand } = await import('./people/command-jobs.ts')
    return exportCommand(argv, { ...context, today: context.today.toString() })
  },
}

const audit: Command = {
  usage: AUDIT_USAGE,
  says: '封存改动留痕，或核对封存以来有没有被改动',
  run: async (argv, context) => {
    const [{ auditCommand }, { sealTrails, verifyTrails }] = await Promise.all([
      import('./audit/command.ts'),
      import('./audit/jobs.ts'),
    ])
    const owner = async () => (await context.server()).connect('owner')
    return auditCommand(argv, {
      seal: async () => sealTrails(await owner()),
      verify: async (hear) => verifyTrails(await owner(), hear),
    })
  },
}

const account: Command = {
  usage: ACCOUNT_USAGE,
  says: '给忘记口令又无人可重发的人印出一次性账号链接',
  run: async (argv, context) => {
    const { accountCommand } = await import('./access/account-jobs.ts')
    return accountCommand(argv, {
      ...context,
      identity: async () => (await context.server()).connect('identity'),
    })
  },
}

const archive: Command = {
  usage: ARCHIVE_USAGE,
  says: '核对一份年度归档：重算每个文件的校验值，指出与清单不符的',
  run: async (argv) => {
    const { archiveCommand } = await import('./archives/command-jobs.ts')
    return archiveCommand(argv)
  },
}

const keys: Command = {
  usage: KEYS_USAGE,
  says: '更换封存需求的外层密钥；prune 删去已经不用的旧密钥',
  run: async (argv, context) => keysCommand(argv, context),
}

const help: Command = {
  usage: 'help',
  says: '列出全部命令',
  run: async () => ({ code: 0, out: listing(), err: '' }),
}

/** Each command by its name; a slice that brings one adds it here. */
const COMMANDS: Readonly<Record<string, Command>> = {
  import: importing,
  export: exporting,
  duties,
  judge,
  count: counting,
  audit,
  account,
  archive,
  keys,
  help,
}

const listing = (): string =>
  [
    '写法：npm run -s zhixing -- <命令> …',
    ...Object.values(COMMANDS).map(({ usage, says }) => `  ${usage}\n      ${says}`),
    '  各命令都可加 --data <数据目录>；服务运行与否都能用。',
    '',
  ].join('\n')

const failed = (message: string): Printed => ({ code: 2, out: '', err: `${message.replace(/\s+/g, ' ')}\n` })

/** Runs one command to its end; every fault is one line and an exit code. */
export const runCommand = async (argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Printed> => {
  const { folder, rest } = takeData(argv)
  const [name = 'help', ...args] = rest
  const command = COMMANDS[name === '--help' || name === '-h' ? 'help' : name]
  if (!command || !Object.hasOwn(COMMANDS, name === '--help' || name === '-h' ? 'help' : name))
    return failed(
      `没有命令 ${JSON.stringify(name.slice(0, 40))}。可用的：${Object.keys(COMMANDS).join('、')}。`,
    )
  const settings = readSettings(folder === undefined ? [] : ['--data', folder], env)
  if ('faults' in settings) return failed(settings.faults.join(' '))

  let opened: Promise<Server> | undefined
  const server = (): Promise<Server> => {
    opened ??= openHere(settings)
    return opened
  }
  const context: Context = {
    today: Temporal.Now.plainDateISO(ZONE),
    data: settings.data,
    columns: () => secretsIn(settings.data).columns,
    server,
    unit: async (wanted) => {
      const found = await onlyUnit((await server()).connect('owner'), wanted)
      return typeof found === 'string' ? failed(found) : found
    },
    within: async (organ, operation, work) => {
      const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
      const database = databaseOf((await server()).connect('app'))
      return acting(database, { organ, person: null, operation, may }, work)
    },
  }
  try {
    return await command.run(args, context)
  } catch (error) {
    if (error instanceof Fault || error instanceof NewerSchema) return failed(error.message)
    throw error
  } finally {
    if (opened) await opened.then((database) => database.close()).catch(() => {})
  }
}

const takeData = (argv: readonly string[]): { folder: string | undefined; rest: string[] } => {
  const rest: string[] = []
  let folder: string | undefined
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at]!
    if (argument === '--data') {
      at += 1
      folder = argv[at] ?? ''
    } else if (argument.startsWith('--data=')) folder = argument.slice('--data='.length)
    else rest.push(argument)
  }
  return { folder, rest }
}

type Whereabouts = { data: string; databaseUrl: string | undefined }

const openHere = async ({ data, databaseUrl }: Whereabouts): Promise<Server> => {
  if (!databaseUrl && !existsSync(data))
    throw new Fault(`数据目录 ${data} 还不存在。请先用 npm start 启动一次，或用 --data 指定数据目录。`, 2)
  const [{ openDatabase }, { migrate }] = await Promise.all([
    import('./database/open.ts'),
    import('./database/migrate.ts'),
  ])
  const server = await openDatabase({ data, databaseUrl }, { attach: true })
  await migrate(server.connect('owner'))
  return server
}

if (import.meta.main) {
  const printed = await runCommand(process.argv.slice(2), process.env)
  process.stdout.write(printed.out)
  process.stderr.write(printed.err)
  process.exitCode = printed.code
}
