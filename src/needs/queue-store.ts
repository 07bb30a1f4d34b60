import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { NeedLine } from './contract.ts'
import type { State } from './kinds.ts'

/** A line of the queue as it is kept. */
export type QueueRow = Omit<NeedLine, 'line' | 'dueOn'> & {
  dueOn: string
  content: Uint8Array | null
  /** What the list is ordered by. */
  on: string
}

/** After which line the next page begins. */
export type Place = { on: string; id: string }

export type Wanted = { state?: State | undefined; after: Place | null; limit: number }

const LINE =
  sql.raw(`n.id, n.year, n.number, n.channel, n.received_on, n.state, n.level, n.petition, n.sensitive, n.anonymous,
      n.category, n.area, n.owner_id, n.owner_name, n.raised_to, n.due_on, n.content`)
const ORGAN = sql`n.organ_id = (select acting_organ())`

const FIRST: Place = { on: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }
const LAST: Place = { on: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** All that the reader may see, by what is due next; those that are closed, the latest first. */
export const deskQueue = (tx: Acting, { state, after, limit }: Wanted): Promise<QueueRow[]> =>
  state === 'closed'
    ? read(
        tx,
        sql`
        select ${LINE}, n.closed_on as "on" from need n where ${ORGAN} and n.state = 'closed' and ${before('closed_on', after)}
        order by n.closed_on desc, n.id desc limit ${limit}`,
      )
    : read(
        tx,
        sql`
        select ${LINE}, n.due_on as "on" from need n where ${ORGAN} and ${open(state)} and ${later(after)}
        order by n.due_on, n.id limit ${limit}`,
      )

/** Those that a person owns or helps with. Each half walks an index of its own. */
export const ownQueue = (
  tx: Acting,
  person: string,
  { state, after, limit }: Wanted,
): Promise<QueueRow[]> => {
  const closed = state === 'closed'
  const day = sql.ref(closed ? 'n.closed_on' : 'n.due_on')
  const wanted = closed
    ? sql`n.state = 'closed' and ${before('closed_on', after)}`
    : sql`${open(state)} and ${later(after)}`
  const order = closed ? sql`order by "on" desc, id desc` : sql`order by "on", id`
  const half = (from: RawBuilder<unknown>) =>
    sql`(select n.id, ${day} as "on" from ${from} and ${wanted} ${order} limit ${limit})`
  return read(
    tx,
    sql`
    with own as (
      ${half(sql`need n where ${ORGAN} and n.owner_id = ${person}::uuid`)}
      union
      ${half(sql`need_helper h join need n on n.organ_id = h.organ_id and n.id = h.need_id
        where h.organ_id = (select acting_organ()) and h.person_id = ${person}::uuid and h.until is null`)})
    select ${LINE}, own."on" from own join need n on ${ORGAN} and n.id = own.id
    ${closed ? sql`order by own."on" desc, own.id desc` : sql`order by own."on", own.id`} limit ${limit}`,
  )
}

/** Those that a person received, the latest first. */
export const receivedQueue = (
  tx: Acting,
  person: string,
  { state, after, limit }: Wanted,
): Promise<QueueRow[]> =>
  read(
    tx,
    sql`
    select ${LINE}, n.received_on as "on" from need n
    where ${ORGAN} and n.received_by = ${person}::uuid and ${before('received_on', after)}
      ${state ? sql`and n.state = ${state}` : sql``}
    order by n.received_on desc, n.id desc limit ${limit}`,
  )

/** Those that have all these marks, the latest first; once more under row security. */
export const foundQueue = (
  tx: Acting,
  { digest, token }: { digest: number[]; token: number[] },
  { after, limit }: { after: Place | null; limit: number },
): Promise<QueueRow[]> => {
  const { on, id } = after ?? LAST
  return read(
    tx,
    sql`
    select ${LINE}, n.received_on as "on"
    from found_needs(${digest}::integer[], ${token}::integer[], ${on}::date, ${id}::uuid, ${limit}::integer) f
      join need n on ${ORGAN} and n.id = f.id
    order by n.received_on desc, n.id desc`,
  )
}

/** Some lines by their ids. */
export const linesOf = (tx: Acting, ids: readonly string[]): Promise<QueueRow[]> =>
  read(
    tx,
    sql`select ${LINE}, n.received_on as "on" from need n where ${ORGAN} and n.id = any (${ids}::uuid[])`,
  )

/** Everything received within a span, for the register; sensitive ones only as far as the reader may see that they are there. */
export const registerOf = (tx: Acting, from: string, until: string, most: number) =>
  read<RegisterRow>(
    tx,
    sql`
    select ${LINE}, n.received_on as "on", n.received_by_name, n.outcome, n.resolved_on, n.told_on, n.closed_on from need n
    where ${ORGAN} and n.received_on between ${from}::date and ${until}::date
    order by n.received_on, n.year, n.number limit ${most}`,
  )

export type RegisterRow = QueueRow & {
  receivedByName: string | null
  outcome: string | null
  resolvedOn: string | null
  toldOn: string | null
  closedOn: string | null
}

const read = async <Row = QueueRow>(tx: Acting, query: RawBuilder<unknown>): Promise<Row[]> =>
  (await query.execute(tx)).rows as Row[]

// Said of all but the closed even where one state is asked for: the index knows only the open.
const open = (state: State | undefined) =>
  state ? sql`n.state <> 'closed' and n.state = ${state}` : sql`n.state <> 'closed'`

const later = (after: Place | null) => {
  const { on, id } = after ?? FIRST
  return sql`(n.due_on, n.id) > (${on}::date, ${id}::uuid)`
}

const before = (column: 'closed_on' | 'received_on', after: Place | null) => {
  const { on, id } = after ?? LAST
  return sql`(${sql.ref(`n.${column}`)}, n.id) < (${on}::date, ${id}::uuid)`
}
