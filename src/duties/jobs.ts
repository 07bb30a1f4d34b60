import type { Logger } from 'pino'
import type { Database } from '../database/acting.ts'
import type { Queue } from '../database/queue.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { asPerson } from './absent-jobs.ts'
import { digestOf, weekOf } from './digest.ts'
import * as store from './digest-store.ts'
import type { Post } from './mail.ts'
import { type ErrandSource, todayOf } from './today-routes.ts'

export type Sent = { sent: number; failed: number }

export type DigestMeans = {
  database: Database
  post: Post
  today: () => Day
  /** Where the pages are reached, for the letter's foot; null where nobody said. */
  origin: string | null
  log: Logger
  errands: readonly ErrandSource[]
}

/**
 * Sends this week's digests: to each who asked for one and has not had it, written with her own rights of today. Taken and
 * sent in one transaction, so that a letter that could not be handed over is tried again and none goes out twice by chance.
 */
export const sendDigests = async (means: DigestMeans): Promise<Sent> => {
  const { database, post, today, origin, log, errands } = means
  const on = today()
  const week = weekOf(on).toString()
  const count: Sent = { sent: 0, failed: 0 }
  for (const reader of await store.digestsOwed(database, week)) {
    const outcome = await asPerson(database, reader, on, '发送每周提要', async (tx, person) => {
      const address = await store.claimDigest(tx, person.person, week)
      const lists = address === null ? null : await todayOf(tx, person, on, errands)
      if (address === null || lists === null || isRefusal(lists)) return false
      const letter = digestOf(person.organName, lists, on, origin)
      if (letter) await post.send(address, letter)
      return letter !== null
    }).catch((error: unknown) => {
      log.warn({ err: error, person: reader.personId }, 'digest not sent')
      count.failed += 1
      return false
    })
    if (outcome === true) count.sent += 1
  }
  return count
}

/** Monday at nine, in working hours. */
const WEEKLY = '0 9 * * 1'

/** Puts the weekly digest on the clock. What could not be handed over is tried again, by the queue's own patience. */
export const scheduleDigests = (queue: Queue, means: DigestMeans): Promise<void> =>
  queue.every('weekly-digest', WEEKLY, async () => {
    const { failed } = await sendDigests(means)
    if (failed > 0) throw new Error(`${failed} digests were not taken by the mail server`)
  })
