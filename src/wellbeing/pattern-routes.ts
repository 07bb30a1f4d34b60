import { type Route, route } from '../http/serve.ts'
import { mayAnywhere } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { cadresOn } from '../needs/store.ts'
import { nameOf } from '../people/names-store.ts'
import { thresholdOn } from './asking-jobs.ts'
import type { Item, Seen } from './contract.ts'
import * as contract from './contract.ts'
import { countsOf } from './counts-store.ts'
import * as store from './item-store.ts'
import { type Feature, type Patterns, patternsOf } from './patterns.ts'
import { finished } from './span.ts'

type Desk = { tx: Parameters<typeof countsOf>[0]; today: Day }

/** What may be told of the year. Two statements. */
const told = async ({ tx, today }: Desk, year: number) => {
  const threshold = await thresholdOn(tx, today)
  const { quarters, until } = finished(year, today)
  const counts = quarters === 0 ? [] : await countsOf(tx, year, until)
  return { year, until: quarters === 0 ? null : until, threshold, ...patternsOf(counts, quarters, threshold) }
}

const read = route(contract.readPatterns, async ({ tx, today, query }) => ({
  ...(await told({ tx, today }, query.year ?? today.year)),
  items: await store.itemsOf(tx),
}))

/** The row as it is shown today; refused where it is not there. */
const seenOf = (patterns: Patterns, feature: Feature, entry: string): Seen | Refusal => {
  const rows = patterns.tables.find((table) => table.feature === feature)?.rows
  const row = rows?.find((each) => each.entry === entry)
  if (!row || patterns.total === null)
    return refuse('not-found', '统计里没有这一行，或数太少没有显示。请回到统计页再选一行。', {
      field: 'entry',
    })
  if (row.total === null)
    return refuse('conflict', '这一行的数没有显示，不能据此形成建议。请选显示了合计的一行。', {
      field: 'entry',
    })
  return {
    label: row.label,
    spans: patterns.spans.map(({ label, total }, at) => ({ label, count: row.cells[at] ?? null, total })),
    count: row.total,
    total: patterns.total,
  }
}

const make = route(contract.makeItem, async ({ tx, actor, today, body }) => {
  const { ownerId, proposal, ...given } = body
  if (body.dueOn < today.toString())
    return refuse('invalid', `「何时办完」${body.dueOn} 已经过去。请定今天以后的日期。`, { field: 'dueOn' })
  const owner = (await cadresOn(tx, today.toString())).find(({ id }) => id === ownerId)
  if (!owner) return refuse('invalid', '负责人不在本机关干部名单上。请从名单中选择。', { field: 'ownerId' })
  const seen = seenOf(await told({ tx, today }, body.year), body.feature, body.entry)
  if (isRefusal(seen)) return seen
  const id = await store.insertItem(tx, {
    ...given,
    proposal: proposal || null,
    seen,
    seenOn: today.toString(),
    ownerId,
    ownerName: owner.name,
    madeByName: (await nameOf(tx, actor.person)) ?? '',
  })
  return { id }
})

export const noItem = (): Refusal =>
  refuse('not-found', '没有这项建议或课题，或不由您查看。请从需求统计页打开。', { field: 'item' })

const readOne = route(
  contract.readItem,
  async ({ tx, params }) => (await store.itemOf(tx, params.item)) ?? noItem(),
)

type Change = Pick<Item, 'raisedTo' | 'raisedOn' | 'answer' | 'answeredOn'>

/** Days that lie ahead, an answer before it was raised, half of a pair. */
const faultOf = ({ raisedTo, raisedOn, answer, answeredOn }: Change, today: string): Refusal | null => {
  const bad = (field: string, message: string) => refuse('invalid', message, { field })
  if ((raisedTo === null) !== (raisedOn === null))
    return bad(raisedTo === null ? 'raisedTo' : 'raisedOn', '报给谁和哪天报的要一起填。')
  if ((answer === null) !== (answeredOn === null))
    return bad(answer === null ? 'answer' : 'answeredOn', '答复和答复日期要一起填。')
  if (raisedOn !== null && raisedOn > today) return bad('raisedOn', `报送日期 ${raisedOn} 在今天之后。`)
  if (answeredOn !== null && raisedOn === null) return bad('raisedOn', '有答复就要先登记报给谁、哪天报的。')
  if (answeredOn !== null && (answeredOn > today || answeredOn < (raisedOn ?? '')))
    return bad('answeredOn', `答复日期须在报送日期 ${raisedOn} 到今天之间。`)
  return null
}

const change = route(contract.changeItem, async ({ tx, actor, today, params, body }) => {
  const item = await store.itemOf(tx, params.item)
  if (!item) return noItem()
  if (item.ownerId !== actor.person && !mayAnywhere(actor.grants, 'wellbeing.lead'))
    return refuse(
      'not-permitted',
      '这一项由负责人本人，或能组织自愿调查的支委、维权部门负责人和分管领导登记。',
    )
  const given = {
    title: body.title,
    proposal: body.proposal || null,
    raisedTo: body.raisedTo || null,
    raisedOn: body.raisedOn,
    answer: body.answer || null,
    answeredOn: body.answeredOn,
    droppedBecause: body.droppedBecause || null,
  }
  const fault = faultOf(given, today.toString())
  if (fault) return fault
  if (!(await store.changeItem(tx, item.id, body.version, given)))
    return refuse('stale', '这一项刚被别人改过。请刷新后再填。', { field: 'version' })
  return { ...item, ...given, version: body.version + 1 }
})

export const patternRoutes: readonly Route[] = [read, make, readOne, change]
