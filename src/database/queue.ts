import type { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import { ZONE } from '../kernel/day.ts'

export type Queue = {
  /** Does the work at the times of a cron line, read in the organ's zone; once, however many processes serve. */
  every: (name: string, cron: string, work: () => Promise<void>) => Promise<void>
  close: () => Promise<void>
}

/**
 * Work started by the clock, in the same database under a schema of its own. It works as the owner, since it makes and
 * mends its tables itself; `guard.sql` leaves that schema alone, and no record of an organ lies in it: a job carries no
 * data, it only says that it is time.
 */
export const openQueue = async (owner: Pool, onError: (error: unknown) => void): Promise<Queue> => {
  const db = { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) }
  const boss = new PgBoss({ db, schema: 'jobs' })
  boss.on('error', onError)
  await boss.start()
  return {
    every: async (name, cron, work) => {
      await boss.createQueue(name, { retryLimit: 6, retryDelay: 600 })
      await boss.schedule(name, cron, {}, { tz: ZONE })
      await boss.work(name, async () => work())
    },
    close: () => boss.stop({ graceful: false }),
  }
}
