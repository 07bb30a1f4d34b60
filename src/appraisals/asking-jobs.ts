import type { Endpoint } from '../http/endpoint.ts'
import type { Asked } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { Appraisal } from './contract.ts'
import type { Round } from './round.ts'
import { readRound } from './store.ts'
import { shown } from './view.ts'

type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today'>

export const noRound = (): Refusal =>
  refuse('not-found', '没有这次民主评议，或您的职务不能查看。请从列表中选择。', { field: 'appraisal' })

export const staleNow = (): Refusal =>
  refuse('stale', '这次评议刚被别人改过。请刷新后再办。', { field: 'version' })

export const outOfRange = (field: string, name: string, on: string): Refusal =>
  refuse('invalid', `${name} ${on} 在今天之后。请在当天或之后登记。`, { field })

/** The round as its reader sees it now. */
export const roundShown = async ({ tx, actor, today }: Asking, id: string): Promise<Appraisal | Refusal> => {
  const round = await readRound(tx, id)
  return round ? shown(round, actor.grants, today.toString()) : noRound()
}

/** The round for whoever leads it, while it is open. */
export const roundToLead = async ({ tx, actor }: Asking, id: string): Promise<Round | Refusal> => {
  const round = await readRound(tx, id)
  if (!round) return noRound()
  if (!may(actor.grants, 'appraisal.lead', round.path))
    return refuse('not-permitted', `民主评议由「${round.unitName}」的书记、副书记或组织委员组织。`)
  return round
}

export const roundOpen = async (asking: Asking, id: string): Promise<Round | Refusal> => {
  const round = await roundToLead(asking, id)
  if (isRefusal(round) || round.closedOn === null) return round
  return alreadyClosed(round.closedOn)
}

export const alreadyClosed = (on: string): Refusal =>
  refuse('conflict', `这次民主评议已在 ${on} 办结。要改，先写明原因更正。`)
