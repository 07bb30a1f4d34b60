import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type Break, type BrokenRow, codeOf, type Sealed } from './seal.ts'

/** The pool of the role `owner`, the only one that makes and verifies seals. */
export type Owner = Pool

/** Rows that one seal covers at most: what verifying holds in memory at a time. */
const MOST_ROWS = 10_000
const POLL_MS = 20

const NONE_BEFORE = Buffer.alloc(32)

/** Every organ that has a trail, found by leaping from one to the next in the key's index. */
export const organsInTrail = async (owner: Owner): Promise<string[]> => {
  const { rows } = await owner.query<{ organ: string }>(`
    with recursive organs (organ) as (
      (select organ_id from audit order by organ_id limit 1)
      union all
      select (select organ_id from audit where organ_id > o.organ order by organ_id limit 1) from organs o where o.organ is not null)
    select organ from organs where organ is not null`)
  return rows.map(({ organ }) => organ)
}

/**
 * The number up to which the trail is settled: no row at or below it can still appear. Numbers are given before a transaction
 * ends, so one that is still running may hold a lower number than one that is already seen: those running now are waited for.
 * Undefined when one of them has not ended within `patience` milliseconds.
 */
export const settledUpTo = async (
  owner: Owner,
  organ: string,
  patience: number,
): Promise<number | undefined> => {
  const { rows } = await owner.query<{ bound: number | null; next: string }>(
    `select (select max(id) from audit where organ_id = $1) as bound,
       pg_snapshot_xmax(pg_current_snapshot())::text as next`,
    [organ],
  )
  const { bound, next } = rows[0]!
  const deadline = performance.now() + patience
  for (;;) {
    const { rows } = await owner.query<{ settled: boolean }>(
      'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as settled',
      [next],
    )
    if (rows[0]!.settled) return Number(bound ?? 0)
    if (performance.now() > deadline) return undefined
    await pause(POLL_MS)
  }
}

/** Seals the next stretch up to the row `bound`; undefined when nothing is left to seal. Two who seal at once take turns. */
export const sealNext = async (owner: Owner, organ: string, bound: number): Promise<Sealed | undefined> => {
  const connection = await owner.connect()
  try {
    await connection.query('begin')
    await connection.query(`select pg_advisory_xact_lock(hashtextextended('audit_seal ' || $1, 0))`, [organ])
    const { rows } = await connection.query<Row>(SEAL, [organ, bound, NONE_BEFORE])
    await connection.query('commit')
    return rows[0] && asSealed(rows[0])
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}

const SEAL = `
  with before as (
    select number, to_id, digest from audit_seal where organ_id = $1
    union all select 0, 0, $3::bytea
    order by number desc limit 1),
  stretch as (
    select a.id, audit_digest(a) as digest from audit a
    where a.organ_id = $1 and a.id > (select to_id from before) and a.id <= $2
    order by a.id limit ${MOST_ROWS}),
  sealed as materialized (
    select row($1, b.number + 1, b.to_id + 1, max(r.id), array_agg(r.id order by r.id),
      string_agg(r.digest, ''::bytea order by r.id), b.digest, null, clock_timestamp())::audit_seal as s
    from before b, stretch r group by b.number, b.to_id, b.digest)
  insert into audit_seal
  select (s).organ_id, (s).number, (s).from_id, (s).to_id, (s).row_ids, (s).row_digests, (s).previous,
    audit_seal_digest(s), (s).at
  from sealed
  returning number, to_id, cardinality(row_ids) as rows, at, encode(digest, 'hex') as digest`

/** The seal behind `number`, recomputed: how far it holds, and the first thing wrong with it. */
export const verifyNext = async (
  owner: Owner,
  organ: string,
  before: { number: number; toId: number; digest: string },
): Promise<Checked | undefined> => {
  const { rows } = await owner.query<Row & { follows: boolean; holds: boolean }>(
    `select number, to_id, cardinality(row_ids) as rows, at, encode(digest, 'hex') as digest,
       from_id = $3::bigint + 1 and encode(previous, 'hex') = $4 as follows, digest = audit_seal_digest(s) as holds
     from audit_seal s where organ_id = $1 and number > $2 order by number limit 1`,
    [organ, before.number, before.toId, before.digest],
  )
  const [row] = rows
  if (!row) return undefined
  const due = before.number + 1
  const faulty = (broken: Break): Checked => ({ sealed: asSealed(row), digest: row.digest, broken })
  if (row.number !== due) return faulty({ kind: 'seal-missing', number: due })
  if (!row.follows || !row.holds) return faulty({ kind: 'seal-changed', number: due })
  const broken = await firstBroken(owner, organ, due)
  return { sealed: asSealed(row), digest: row.digest, broken: broken ?? null }
}
export type Checked = { sealed: Sealed; digest: string; broken: Break | null }

const firstBroken = async (owner: Owner, organ: string, number: number): Promise<Break | undefined> => {
  type Found = BrokenRow & { kind: 'row-changed' | 'row-removed' | 'row-added' }
  const { rows } = await owner.query<Found>(
    `with seal as (select * from audit_seal where organ_id = $1 and number = $2),
     kept as (
       select k.id, substring(seal.row_digests from (16 * (k.place - 1) + 1)::int for 16) as digest
       from seal, unnest(seal.row_ids) with ordinality as k (id, place)),
     found as (
       select a.id, audit_digest(a) as digest, a.at, a.operation, a.table_name
       from seal, audit a
       where a.organ_id = $1 and a.id <= seal.to_id and (a.id >= seal.from_id or seal.number = 1))
     select coalesce(k.id, f.id) as id,
       case when f.id is null then 'row-removed' when k.id is null then 'row-added' else 'row-changed' end as kind,
       to_char(f.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at, f.operation, f.table_name as table
     from kept k full join found f on f.id = k.id
     where k.digest is distinct from f.digest
     order by 1 limit 1`,
    [organ, number],
  )
  const [found] = rows
  if (!found) return undefined
  const { kind, ...row } = found
  return { kind, number, row: { ...row, id: Number(row.id) } }
}

/** Rows behind the last seal. */
export const waitingRows = async (owner: Owner, organ: string, sealedTo: number): Promise<number> => {
  const { rows } = await owner.query<{ waiting: number }>(
    'select count(*)::int as waiting from audit where organ_id = $1 and id > $2',
    [organ, sealedTo],
  )
  return rows[0]!.waiting
}

export const NOTHING_SEALED = { number: 0, toId: 0, digest: NONE_BEFORE.toString('hex') }

type Row = { number: number; to_id: number; rows: number; at: Date; digest: string }

const asSealed = ({ number, to_id: toId, rows, at, digest }: Row): Sealed => ({
  number,
  rows,
  toId: Number(toId),
  at: at.toISOString(),
  code: codeOf(digest),
})
