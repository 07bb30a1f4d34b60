import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import * as contract from './contract.ts'
import { openingsAbout } from './openings-store.ts'
import { codeOf } from './seal.ts'
import * as store from './store.ts'
import { idsIn, tablesAbout, told } from './words.ts'

const listTraces = route(contract.listTraces, async ({ tx, actor, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit)
    return refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
  if (!may(actor.grants, 'audit.read', unit.path))
    return refuse(
      'not-permitted',
      `您的职务不能查看「${unit.name}」的改动留痕。请由该组织的书记或纪检委员查看。`,
    )
  const { limit, until, about } = query
  const after = /^\d{1,15}$/.test(query.after ?? '') ? Number(query.after) : undefined
  const page = await store.tracesWithin(tx, unit.path, { after, limit, until, tables: tablesAbout(about) })
  const names = new Map([...TITLES, ...(await store.namesBehind(tx, page.kept.flatMap(idsIn)))])
  const seal = await store.lastSeal(tx)
  return {
    traces: page.kept.map((kept) => told(kept, names)),
    next: page.next,
    sealed: seal ? { number: seal.number, at: seal.at.toISOString(), code: codeOf(seal.digest) } : null,
  }
})

/** What rules and local parameters are called. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ...[...book.rules.values()].flat().map(({ id, title }) => [id, title] as const),
  ...book.parameters.map(({ key, title }) => [key, title] as const),
])

const MOST_OPENINGS = 200

const listOpenings = route(contract.listOpenings, async ({ tx, actor }) => {
  const openings = await openingsAbout(tx, actor.person, MOST_OPENINGS)
  return { openings: openings.map((opening) => ({ ...opening, at: opening.at.toISOString() })) }
})

export const auditRoutes: readonly Route[] = [listTraces, listOpenings]
