import type { Acting } from '../database/acting.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { type UnitRow, unitOf } from '../organs/store.ts'
import { type Desk, type Judgement, openDesk, type ReadingOptions, type Wanted } from './import-sheet.ts'
import type { Branch } from './roster-known.ts'
import * as store from './roster-store.ts'
import { openFarDesk } from './roster-worker.ts'

/** A sheet on its way into a branch, and how it is to be read. */
export type Incoming = {
  bytes: Uint8Array
  name: string
  options: Omit<ReadingOptions, 'today' | 'groups'>
  decided: Readonly<Record<string, string>>
}

export type Importing = { tx: Acting; today: string; secret: string }

/** Sheets of more bytes take longer than others should wait: some two thousand rows. */
const NEAR_MOST = 128 * 1024

const deskFor = ({ bytes }: Incoming): Desk => (bytes.byteLength > NEAR_MOST ? openFarDesk() : openDesk())

/** The unit if it is a branch: a roster is kept by the branch, and each of its people belongs to one. */
export const rosterUnit = async (tx: Acting, id: string): Promise<UnitRow | Refusal> => {
  const unit = await unitOf(tx, id)
  if (!unit)
    return refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
  if (unit.kind === 'branch' && unit.dissolvedOn === null) return unit
  const why =
    unit.kind === 'branch' ? `「${unit.name}」已于 ${unit.dissolvedOn} 撤销` : `「${unit.name}」不是党支部`
  return refuse('invalid', `${why}。名册按党支部导入，请选择一个党支部。`, { field: 'unit' })
}

/** Reads a sheet and judges it beside the register; nothing is written. */
export const judgeSheet = async (
  { tx, today, secret }: Importing,
  unit: UnitRow,
  incoming: Incoming,
  wanted: Wanted,
): Promise<{ branch: Branch; judgement: Judgement } | Refusal> => {
  const branch = await store.branchOf(tx, unit, today)
  const desk = deskFor(incoming)
  try {
    const { bytes, options, decided } = incoming
    const groups = branch.groups.map(({ name }) => name)
    const read = await desk.read({ bytes, secret, options: { ...options, today, groups } })
    if (isRefusal(read)) return read
    const elsewhere = await store.elsewhereOf(tx, read.digests, branch.path)
    const known = await store.knownIn(tx, branch.path)
    return { branch, judgement: await desk.judge({ branch, known, elsewhere, decided }, wanted) }
  } finally {
    await desk.close()
  }
}

export type Accepted = { batch: string | null; judgement: Judgement }

/** Takes a sheet into a branch's roster: all that can be taken, in the one transaction of `tx`, or nothing. */
export const importSheet = async (
  importing: Importing & { byPerson: string | null },
  unit: UnitRow,
  incoming: Incoming,
  /** What the person at the preview saw; null where nobody looked. */
  seen: { digest: string; basis: string } | null,
): Promise<Accepted | Refusal> => {
  const { tx, byPerson } = importing
  await store.lockRoster(tx, unit.id)
  const judged = await judgeSheet(importing, unit, incoming, 'writes')
  if (isRefusal(judged)) return judged
  const { branch, judgement } = judged
  const barred = bar(judgement, seen)
  if (barred) return barred
  const { writes, ...told } = judgement
  if (judgement.new + judgement.changed === 0) return { batch: null, judgement: told }

  const unwritten = !writes || !(await store.writeImport(tx, branch, writes))
  if (unwritten) return changedMeanwhile()
  const posts = await store.insertPosts(tx, writes.posts)
  const batch = await store.insertBatch(tx, {
    unitId: branch.id,
    fileName: incoming.name,
    digest: judgement.digest,
    taken: judgement.taken,
    created: judgement.new,
    changed: judgement.changed,
    doubles: judgement.doubles.length,
    handedBack: judgement.handedBack.length,
    byPerson,
    people: writes.made,
    groups: JSON.stringify((JSON.parse(writes.groups) as { id: string }[]).map(({ id }) => id)),
    posts,
  })
  await store.insertRows(tx, batch, writes.rows)
  return { batch, judgement: told }
}

const bar = (judgement: Judgement, seen: { digest: string; basis: string } | null): Refusal | null => {
  if (judgement.obstacle) return refuse('invalid', judgement.obstacle, { field: 'mapping' })
  if (seen && seen.digest !== judgement.digest)
    return refuse('conflict', '文件与预览时的不是同一份，没有导入。请重新预览。', { field: 'digest' })
  if (judgement.open > 0)
    return refuse(
      'invalid',
      `有 ${judgement.open} 人没有写明是正式党员还是预备党员，也没有转正时间，没有导入。请选定按哪一种收，或在表里补上。`,
      { field: 'presumed' },
    )
  return seen && seen.basis !== judgement.basis ? changedMeanwhile() : null
}

const changedMeanwhile = (): Refusal =>
  refuse('stale', '预览之后名册有人改过，没有导入。请重新预览，看过现在的结果再接受。')
