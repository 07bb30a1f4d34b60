import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { createApp } from '../src/app.ts'
import type { Job, JobKind } from '../src/archives/contract.ts'
import { databaseOf } from '../src/database/acting.ts'
import { startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { day } from '../src/kernel/day.ts'
import { type Figure, rounded, seconds } from './figure.ts'
import { type Laid, layYear } from './year-laid.ts'

/** The branch book and the annual archive of five branches of fifty members, from the order until they can be taken away. */
export const year = async (): Promise<Figure[]> => {
  const data = mkdtempSync(join(tmpdir(), 'zhixing-bench-year-'))
  const server = await startEmbedded({ data, purpose: 'server', note: () => {} })
  if (!server) throw new Error('the database did not start')
  try {
    await migrate(server.connect('owner'))
    const database = databaseOf(server.connect('app'))
    const laid = await layYear(database)
    const { organ, person, grants } = laid
    const app = createApp(
      {
        database,
        signedIn: async () => ({ account: person, organ, person, grants }),
        today: () => day('2026-01-20'),
        columns: randomBytes(32).toString('base64'),
      },
      pino({ level: 'warn' }, process.stderr),
    )
    const figures: Figure[] = []
    for (const [what, unit, kind, goal] of asked(laid)) {
      const before = process.cpuUsage()
      const { took, size, waited } = await make(app, unit, kind)
      const { user, system } = process.cpuUsage(before)
      const worked = (user + system) / 1_000_000
      figures.push({
        name: `${what}, ordered to made`,
        goal: `< ${goal} s`,
        reached: `${rounded(took)} s (${rounded(worked, 1)} s of work; ${rounded(size / 1024 / 1024, 1)} MB; another request waited ${rounded(waited * 1000, 0)} ms at most)`,
        value: took,
        met: took < goal,
      })
    }
    return figures
  } finally {
    await server.close()
    rmSync(data, { recursive: true, force: true })
  }
}

// The first one pays for loading code, as the first user of the day does.
const asked = ({ general, branch }: Laid): [string, string, JobKind, number][] => [
  ['branch book of one branch of 50', branch, 'book', 5],
  ['branch books of 5 branches of 50', general, 'book', 5],
  ['ledgers of 5 branches of 50', general, 'sheets', 5],
  ['annual archive of 5 branches of 50', general, 'archive', 15],
]

type App = ReturnType<typeof createApp>
type Made = { took: number; size: number; waited: number }

const POLL_MS = 50

const make = async (app: App, unit: string, kind: JobKind): Promise<Made> => {
  const jobs = `/api/units/${unit}/archive/jobs`
  const began = performance.now()
  const ordered = await app.request(jobs, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, year: 2025 }),
  })
  if (!ordered.ok) throw new Error(await ordered.text())
  const { id } = (await ordered.json()) as { id: string }
  let waited = 0
  for (;;) {
    const looked = performance.now()
    await pause(POLL_MS)
    const answer = (await (await app.request(jobs)).json()) as { jobs: Job[] }
    waited = Math.max(waited, seconds(looked) - POLL_MS / 1000)
    const job = answer.jobs.find((each) => each.id === id)
    if (job?.stage === 'made') return { took: seconds(began), size: job.size ?? 0, waited }
    if (job?.stage !== 'making') throw new Error(job?.fault ?? 'the job is gone')
  }
}
