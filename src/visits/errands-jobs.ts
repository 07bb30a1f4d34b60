import type { Errand } from '../duties/contract.ts'
import type { Day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { errandOf } from './errands.ts'
import { type Waiting, waitingRead } from './errands-store.ts'
import { rhythmOf } from './rhythm.ts'

type Asked = { today: Day; until: Day }

/** Which of her contact points has been quiet for long, which visits are planned, and what she promised. No word about anybody. */
export const visitErrands = {
  read: ({ today, until }: Asked) => waitingRead(today.toString(), until.toString()),
  told: (waiting: readonly Waiting[], { today }: Asked): Errand[] => {
    const rhythm = rhythmOf(book, waiting[0]?.choices ?? [], today)
    return waiting.flatMap((each) => errandOf(each, rhythm, today) ?? [])
  },
}
