import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type Actor, acting, type Database } from '../database/acting.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { type Made, made, type Order } from './make-jobs.ts'
import type { YearSource } from './reading-jobs.ts'
import * as store from './store.ts'

export type Progress = { step: number; steps: number; doing: string }

/** Where files are made, one after another, while their makers do something else. */
export type Workshop = {
  /** Begins when the transaction that ordered it has ended; what never comes to be is not made. */
  order: (job: string, as: Actor, order: Order) => void
  /** How far a job of this process is; undefined for those of another or of a former one. */
  progressOf: (job: string) => Progress | undefined
  /** Settles when nothing waits any more. */
  idle: () => Promise<void>
}

const PATIENCE = 100
const POLL_MS = 20

/** Opens the workshop of this process. Jobs that its end breaks off say so at the next start (tidy-jobs.ts). */
export const openWorkshop = (database: Database, sources: readonly YearSource[], log: Logger): Workshop => {
  const progress = new Map<string, Progress>()
  let last: Promise<void> = Promise.resolve()

  const make = async (job: string, as: Actor, order: Order): Promise<void> => {
    const row = await seen(database, as, job)
    if (row?.stage !== 'making') return
    const outcome = await acting(database, as, async (tx): Promise<Made | ReturnType<typeof failure>> => {
      const file = await made(tx, order, sources, (step, steps, doing) =>
        progress.set(job, { step, steps, doing }),
      )
      return isRefusal(file) ? failure(file.message) : file
    })
    if (isRefusal(outcome)) return
    await acting(database, as, async (tx) => {
      if ('fault' in outcome) await store.keepFailed(tx, job, outcome.fault)
      else await store.keepMade(tx, row, outcome)
      return null
    })
  }

  const fail = async (job: string, as: Actor, error: unknown): Promise<void> => {
    log.warn({ err: error, job }, 'making an archive')
    await acting(database, as, async (tx) => {
      await store.keepFailed(tx, job, '生成时意外出错，没有生成。请再试一次；仍不行请系统管理员查看日志。')
      return null
    }).catch(() => {})
  }

  return {
    order: (job, as, order) => {
      progress.set(job, { step: 0, steps: 1, doing: '排队' })
      last = last
        .then(() => make(job, as, order))
        .catch((error) => fail(job, as, error))
        .finally(() => progress.delete(job))
    },
    progressOf: (job) => progress.get(job),
    idle: () => last,
  }
}

const failure = (fault: string) => ({ fault })

/** The job once its order is committed. */
const seen = async (database: Database, as: Actor, job: string): Promise<store.JobRow | undefined> => {
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const row = await acting(database, as, async (tx) => (await store.jobOf(tx, job)) ?? null)
    if (row && !isRefusal(row)) return row
    await pause(POLL_MS)
  }
  return undefined
}
