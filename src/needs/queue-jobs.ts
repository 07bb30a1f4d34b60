import type { Sealed } from '../database/sealed.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { NeedLine } from './contract.ts'
import { dueOrNull } from './matter.ts'
import type { Place, QueueRow } from './queue-store.ts'
import { NeedWords } from './words.ts'
import { wholePlace } from './words-jobs.ts'

/** The words of a line; null where it is sensitive. */
export const wordsIn = (sealed: Sealed, row: QueueRow): NeedWords | null =>
  row.sensitive || !row.content
    ? null
    : NeedWords.parse(JSON.parse(sealed.reveal(row.content, wholePlace(row.id))))

/** A line of the queue as it is shown. */
export const lineOf = ({ content: _, on: __, ...row }: QueueRow, words: NeedWords | null): NeedLine => ({
  ...row,
  dueOn: dueOrNull(row.dueOn),
  line: words?.line ?? null,
})

/** The page that was asked for, and where the next one begins: one row more was read than is shown. */
export const paged = (rows: readonly QueueRow[], limit: number) => {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { shown, next: last ? `${last.on}~${last.id}` : null }
}

/** After which line to go on, as `paged` said it. */
export const placeIn = (after: string | undefined): Place | null | Refusal => {
  if (after === undefined) return null
  const match = /^(\d{4}-\d{2}-\d{2})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after)
  return match
    ? { on: match[1]!, id: match[2]! }
    : refuse('invalid', '这一页的起点不对。请从第一页重新翻。', { field: 'after' })
}
