import type { Endpoint } from '../http/endpoint.ts'
import type { Asked } from '../http/serve.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import { permitOf } from './permits.ts'
import * as store from './store.ts'

export type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today'>

export const lineOf = ({ content: _, path: __, postId: ___, ...line }: store.HandoverRow) => line

export const shown = async ({ tx, actor }: Asking, id: string): Promise<contract.Handover | Refusal> => {
  const row = await store.handoverOf(tx, id)
  return row ? shownRow(row, actor) : noSheet()
}

export const shownRow = (row: store.HandoverRow, actor: Asking['actor']): contract.Handover => ({
  ...lineOf(row),
  ledgers: row.content.ledgers.map((ledger) => ({ ...ledger, openMatters: [...ledger.openMatters] })),
  places: row.content.places,
  permits: Object.fromEntries(
    contract.HANDOVER_ACTS.map((act) => [act, permitOf(act, row, actor)]),
  ) as contract.Handover['permits'],
})

/** The sheet if the actor may do this to it now; else the reason why not. */
export const allowed = async (
  { tx, actor }: Asking,
  id: string,
  act: contract.HandoverAct,
): Promise<store.HandoverRow | Refusal> => {
  const row = await store.handoverOf(tx, id)
  if (!row) return noSheet()
  const { may: stands, reason } = permitOf(act, row, actor)
  if (stands) return row
  const byPost = permitOf(act, row, { ...actor, grants: { 'handover.lead': ['/'] } }).may
  return refuse(byPost ? 'not-permitted' : 'conflict', `${reason}。`)
}

export const noSheet = (): Refusal =>
  refuse('not-found', '没有这份交接表，或您不是当事人。请从工作交接列表中选择。', { field: 'handover' })
export const noPost = (): Refusal =>
  refuse('not-found', '没有这项任职，或不属于本机关。请从任职表中选择。', { field: 'post' })
export const stale = (): Refusal =>
  refuse('stale', '这份交接表刚被别人改过，没有保存。请刷新，看过现在的内容再办理。', { field: 'version' })
