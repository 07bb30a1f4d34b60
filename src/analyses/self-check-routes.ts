import { type Route, route } from '../http/serve.ts'
import { refuse } from '../kernel/outcome.ts'
import { DEFAULT_OUTLINES } from './outlines.ts'
import * as store from './own-store.ts'
import { placeOfSelfCheck } from './places.ts'
import { type Answers, itemsShown } from './self-check.ts'
import * as contract from './self-check-contract.ts'
import { outlinesFor } from './store.ts'

type Asks = Pick<
  Parameters<Parameters<typeof route<typeof contract.readSelfCheck>>[1]>[0],
  'tx' | 'actor' | 'today' | 'sealed' | 'params'
>

const NOTHING: Answers = { version: 0, items: [] }

const heldOf = async ({ tx, actor, sealed, params }: Omit<Asks, 'today'>): Promise<Answers> => {
  const row = await store.selfCheckHeld(tx, actor.person, params.year)
  return row
    ? (JSON.parse(sealed.reveal(row.content, placeOfSelfCheck(actor.person, params.year))) as Answers)
    : NOTHING
}

const shown = async (asked: Asks): Promise<contract.SelfCheck> => {
  const { tx, actor, today, params } = asked
  const member = await store.memberOn(tx, actor.person, today.toString())
  const laid = member ? await outlinesFor(tx, member.unitId, today.toString()) : []
  const asks = laid.find(({ kind }) => kind === 'self-check')?.items ?? DEFAULT_OUTLINES['self-check']
  const { version, items } = await heldOf(asked)
  return { year: params.year, items: itemsShown(asks, items), version }
}

const readSelfCheck = route(contract.readSelfCheck, shown)

const keepSelfCheck = route(contract.keepSelfCheck, async (asked) => {
  const { tx, actor, sealed, params, body } = asked
  const was = await heldOf(asked)
  if (was.version !== body.version) return refuse('stale', '这份自查刚在另一个页面改过。请刷新后再写。')
  const now: Answers = { version: was.version + 1, items: body.items }
  const place = placeOfSelfCheck(actor.person, params.year)
  await store.keepSelfCheck(tx, params.year, sealed.conceal(JSON.stringify(now), place))
  return { version: now.version }
})

const deleteSelfCheck = route(contract.deleteSelfCheck, async (asked) => {
  await store.deleteSelfCheck(asked.tx, asked.actor.person, asked.params.year)
  return shown(asked)
})

export const selfCheckRoutes: readonly Route[] = [readSelfCheck, keepSelfCheck, deleteSelfCheck]
