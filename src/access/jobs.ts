import type { Logger } from 'pino'
import type { Means } from './routes.ts'
import { sweep } from './store.ts'

const EVERY_HOURS = 6

/** Drops sessions, links and counts that are over, now and four times a day, for as long as the process lives. */
export const keepAccountsTidy = (
  { identity }: Pick<Means, 'identity'>,
  log: Logger,
): { stop: () => void } => {
  const tidy = () => sweep(identity).catch((error) => log.warn({ err: error }, 'sweeping sessions'))
  void tidy()
  const clock = setInterval(tidy, EVERY_HOURS * 3_600_000)
  clock.unref()
  return { stop: () => clearInterval(clock) }
}
