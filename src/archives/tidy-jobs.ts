import type { Logger } from 'pino'
import { breakOff, type Owner, tidy } from './store.ts'

const EVERY_MINUTES = 10

/** Removes files whose day is over, and says of jobs that the last end of the process broke off that they were; as long as it lives. */
export const keepArchivesTidy = (owner: Owner, log: Logger): { stop: () => void } => {
  const sweep = () => tidy(owner).catch((error) => log.warn({ err: error }, 'removing archives'))
  void breakOff(owner)
    .catch((error) => log.warn({ err: error }, 'broken-off archives'))
    .then(sweep)
  const clock = setInterval(sweep, EVERY_MINUTES * 60_000)
  clock.unref()
  return { stop: () => clearInterval(clock) }
}
