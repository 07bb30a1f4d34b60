import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import { type Reads, type Rows, together } from '../database/together.ts'
import type { EvidenceKind } from '../rules/duty.ts'
import type { EvidenceFact, Facts, MembershipFact, PostFact, SettledFact, UnitFact } from './facts.ts'

/** What a record proves. Days are ISO text; `recordedOn` is the day of entry, which decides whether it was late. */
export type NewEvidence = {
  /** As the rules name it in `by`, e.g. `committee-meeting`. */
  kind: EvidenceKind
  /** Whose duty it fulfils: the branch, or the group that met. */
  unitId: string
  /** For duties that each person owes; left out where the unit owes it. */
  personId?: string | null
  heldOn: string
  /** The other one of a talk. */
  partnerId?: string | null
  /** The year it counts for, where that is not the year in which it was held. */
  forYear?: number | null
  recordedOn: string
  /** For duties counted in amounts, e.g. 学时. */
  amount?: number | null
  /** The record itself: `meeting` and its id. One source may give several pieces. */
  sourceKind: string
  sourceId: string
  title: string
}

/** Writes what a record proves, in the transaction of the record. One statement however many pieces. */
export const recordEvidence = async (tx: Acting, evidence: readonly NewEvidence[]): Promise<void> => {
  if (evidence.length === 0) return
  await tx
    .insertInto('evidence')
    .values(
      evidence.map((piece) => ({
        kind: piece.kind,
        unitId: piece.unitId,
        personId: piece.personId ?? null,
        partnerId: piece.partnerId ?? null,
        heldOn: piece.heldOn,
        forYear: piece.forYear ?? null,
        recordedOn: piece.recordedOn,
        amount: piece.amount ?? null,
        sourceKind: piece.sourceKind,
        sourceId: piece.sourceId,
        title: piece.title,
      })),
    )
    .execute()
}

/** Takes back all that a record proved: when it is cancelled, or before it is recorded anew with other facts. */
export const withdrawEvidence = async (tx: Acting, sourceKind: string, sourceId: string): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('evidence')
    .where('sourceKind', '=', sourceKind)
    .where('sourceId', '=', sourceId)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export type ReadFacts = Facts & {
  units: (UnitFact & { path: string; version: number })[]
  settled: SettledFact[]
}

/**
 * Everything that decides the duties of the units at and below the paths, as far as the reader may see it: evidence and
 * reasons from two years before the stretch on, since a period may be made up for later. One statement, however many rows; `also` is read in it as well.
 */
export const readFacts = <Also extends Reads = Record<never, never>>(
  tx: Acting,
  paths: readonly string[],
  since: string,
  also: Also = {} as Also,
): Promise<ReadFacts & Rows<Also>> => {
  const within = sql`u.organ_id = (select acting_organ()) and u.path ^@ any (${paths}::text[])`
  const units = sql<ReadFacts['units'][number]>`
    select u.id, u.kind, u.name, u.founded_on, u.dissolved_on, u.path, u.version from unit u
    where ${within} and u.line = 'party' order by u.path`
  const places = sql<Facts['places'][number]>`
    select p.unit_id, p.parent_id, p.since, p.until
    from unit u join unit_place p on p.organ_id = u.organ_id and p.unit_id = u.id where ${within}`
  const memberships = sql<MembershipFact>`
    select m.person_id, m.unit_id, m.status, m.since, m.until
    from unit u join membership m on m.organ_id = u.organ_id and m.unit_id = u.id
    where ${within} order by m.person_id, m.since`
  const posts = sql<PostFact>`
    select o.person_id, o.unit_id, o.post, o.since, o.until
    from unit u join post o on o.organ_id = u.organ_id and o.unit_id = u.id
    where ${within} order by o.since`
  const terms = sql<Facts['terms'][number]>`
    select t.id, t.unit_id, t.elected_on, t.ended_on, t.approved_until
    from unit u join term t on t.organ_id = u.organ_id and t.unit_id = u.id where ${within}`
  // Whoever belongs now or once did: a person who has moved on keeps her name in the years she was here.
  const people = sql<Facts['people'][number]>`
    select p.id, p.name, p.initials, p.joined_on, p.full_on
    from person p
    where p.organ_id = (select acting_organ()) and p.id in (
      select q.id from unit u join person q on q.organ_id = u.organ_id and q.unit_id = u.id where ${within}
      union
      select m.person_id from unit u join membership m on m.organ_id = u.organ_id and m.unit_id = u.id where ${within})
    order by p.name collate strokes, p.id`
  const evidence = sql<EvidenceFact>`
    select e.id, e.kind, e.unit_id, e.person_id, e.partner_id, e.held_on, e.for_year, e.recorded_on, e.amount, e.title,
      e.source_kind, e.source_id
    from unit u join evidence e on e.organ_id = u.organ_id and e.unit_id = u.id
    where ${within} and e.held_on >= ${since}::date - 731
    order by e.held_on`
  const excuses = sql<Facts['excuses'][number]>`
    select x.id, x.rule, x.unit_id, x.person_id, x.period_from, x.reason, x.version,
      (x.at at time zone 'Asia/Shanghai')::date as "on",
      (x.withdrawn_at at time zone 'Asia/Shanghai')::date as withdrawn_on
    from unit u join excuse x on x.organ_id = u.organ_id and x.unit_id = u.id
    where ${within} and x.period_from >= ${since}::date - 731`
  const settled = sql<SettledFact>`
    select key, choice #>> '{}' as choice, since from parameter order by since`
  const facts = { units, places, memberships, posts, terms, people, evidence, excuses, settled }
  return together(tx, { ...facts, ...also }) as unknown as Promise<ReadFacts & Rows<Also>>
}

type NewExcuse = {
  rule: string
  unitId: string
  personId: string | null
  periodFrom: string
  reason: string
  byPerson: string
  at: string
}

export const insertExcuse = (tx: Acting, excuse: NewExcuse) =>
  tx.insertInto('excuse').values(excuse).returning('id').executeTakeFirstOrThrow()

/** `stale` where someone withdrew or changed it since; undefined where it is not to be seen. */
export const withdrawExcuse = async (tx: Acting, id: string, version: number, at: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('excuse')
    .set({ withdrawnAt: at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return 'withdrawn'
  const known = await tx.selectFrom('excuse').select('id').where('id', '=', id).executeTakeFirst()
  return known && 'stale'
}
