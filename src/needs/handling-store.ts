import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Agency } from './kinds.ts'
import type { ReferralState } from './referrals.ts'

/** Those who stepped back from a matter: they neither own it again nor help with it. */
export const recusedFrom = async (tx: Acting, needId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('needStep')
    .select('byPerson')
    .where('needId', '=', needId)
    .where('kind', '=', 'recused')
    .execute()
  return new Set(rows.flatMap(({ byPerson }) => byPerson ?? []))
}

export const insertHelper = async (
  tx: Acting,
  helper: { needId: string; personId: string; personName: string; since: string },
): Promise<void> => {
  await tx.insertInto('needHelper').values(helper).execute()
}

export const endHelp = async (tx: Acting, needId: string, id: string, until: string): Promise<void> => {
  await tx
    .updateTable('needHelper')
    .set({ until })
    .where('id', '=', id)
    .where('needId', '=', needId)
    .where('until', 'is', null)
    .execute()
}

export const insertReferral = async (
  tx: Acting,
  referral: {
    id: string
    needId: string
    agency: Agency | null
    sentOn: string
    dueOn: string | null
    content: Buffer | null
  },
): Promise<void> => {
  await tx.insertInto('needReferral').values(referral).execute()
}

export const settleReferral = async (
  tx: Acting,
  id: string,
  to: { state: ReferralState; settledOn: string | null; content: Buffer | null },
): Promise<void> => {
  await tx
    .updateTable('needReferral')
    .set((row) => ({ ...to, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** By which seal of the trail the steps of a matter are held. */
export const sealsOf = async (tx: Acting, needId: string) => {
  const { rows } = await sql<{ id: string; trail: number; seal: number | null; digest: Buffer | null }>`
    select id, trail, seal, digest from need_step_seals(${needId}::uuid)`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The keyed digest that each step took of its words when it was written. */
export const fingerprintsOf = async (tx: Acting, needId: string): Promise<Map<string, string | null>> => {
  const rows = await tx
    .selectFrom('needStep')
    .select(['id', 'fingerprint'])
    .where('needId', '=', needId)
    .execute()
  return new Map(rows.map(({ id, fingerprint }) => [id, fingerprint]))
}
