import type { Acting } from '../database/acting.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import * as store from './roster-undo-store.ts'

/** Takes an import back: the people whom it made go, what it changed is as before. All of it, or nothing and why. */
export const undo = async (
  tx: Acting,
  batch: string,
): Promise<{ removed: number; restored: number } | Refusal> => {
  const held = await store.heldBatch(tx, batch)
  if (!held)
    return refuse('not-found', '没有这批导入，或您的职务不能撤销。请从导入记录中选择。', { field: 'batch' })
  if (held.undoneAt) return refuse('conflict', `「${held.fileName}」这批导入已经撤销过。`)
  const touched = await store.touchedSince(tx, held)
  if (touched.length > 0) return inUse(touched, touched[0]!.people)
  const used = await store.usedSince(tx, held.id)
  if (used.length > 0)
    return inUse(
      used.map(({ name, table }) => ({ name, why: usedIn(table) })),
      used.length,
    )
  return store.takeBack(tx, held).catch(usedOutOfSight)
}

const NAMED = 5

const inUse = (touched: readonly { name: string; why: string }[], people: number): Refusal => {
  const named = touched.slice(0, NAMED).map(({ name, why }) => `${name}（${why}）`)
  const more = people > NAMED ? `等 ${people} 人` : ''
  return refuse(
    'conflict',
    `没有撤销：${named.join('、')}${more}在导入之后又有了变动。请先改回那些变动，或直接在名册里更正。`,
  )
}

const WORDS: Record<string, string> = {
  attendance: '已记入会议到会情况',
  meeting: '是会议的主持人或记录人',
  meeting_part: '是讲课人',
  follow_up: '有会议议定事项',
  evidence: '有完成记录',
  excuse: '有未做说明',
  feed: '有日历订阅',
  digest_subscription: '订了每周摘要',
}

const usedIn = (table: string): string => WORDS[table] ?? '已被别的记录引用'

/** Records that the actor may not see can still hold on to a person. */
const usedOutOfSight = (error: unknown): Refusal => {
  if ((error as { code?: string }).code !== '23503') throw error
  return refuse(
    'conflict',
    '没有撤销：这批人里有人已被您看不到的记录引用，例如上级组织的会议。请直接在名册里更正。',
  )
}
