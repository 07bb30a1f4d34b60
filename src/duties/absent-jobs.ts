import { standingOf } from '../access/store.ts'
import { type Acting, acting, type Database } from '../database/acting.ts'
import { grantsOf } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'

type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>
export type Reader = Standing & { person: string; grants: ReturnType<typeof grantsOf> }

/** Acts as a person who is not here herself, with the rights she holds on the day and no others. */
export const asPerson = async <T>(
  database: Database,
  { organId, personId }: { organId: string; personId: string },
  on: Day,
  operation: string,
  work: (tx: Acting, reader: Reader) => Promise<T | Refusal>,
): Promise<T | Refusal> => {
  const nobody = { organ: organId, person: personId, operation, may: {} }
  const standing = await acting(database, nobody, (tx) => standingOf(tx, personId, on.toString()))
  if (!standing || isRefusal(standing)) return refuse('not-found', '没有找到您的任职或党员身份。')
  const grants = grantsOf(standing.held)
  return acting(database, { ...nobody, may: grants }, (tx) =>
    work(tx, { ...standing, person: personId, grants }),
  )
}
