import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Election, StepId } from './facts.ts'

type Of = Pick<Election, 'id' | 'unitId'>
type Written = { doneOn: string; number: string | null; byWhom: string | null; note: string | null }

/** Records a step, or corrects it; what else is kept of it stays. */
export const writeStep = (
  tx: Acting,
  { id, unitId }: Of,
  step: StepId,
  written: Partial<Written> & Pick<Written, 'doneOn'>,
) =>
  tx
    .insertInto('electionStep')
    .values({ electionId: id, unitId, step, ...written })
    .onConflict((there) =>
      there
        .columns(['organId', 'electionId', 'step'])
        .doUpdateSet((row) => ({ ...written, version: row('electionStep.version', '+', 1) })),
    )
    .execute()

export const noteStep = (tx: Acting, id: string, step: StepId, note: string) =>
  tx
    .updateTable('electionStep')
    .set((row) => ({ note, version: row('version', '+', 1) }))
    .where('electionId', '=', id)
    .where('step', '=', step)
    .execute()

export const removeStep = async (tx: Acting, id: string, step: StepId): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('electionStep')
    .where('electionId', '=', id)
    .where('step', '=', step)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

type Plan = Pick<Election, 'form' | 'seats' | 'deputies' | 'plannedOn' | 'superior'>

export const writePlan = (tx: Acting, id: string, plan: Plan) =>
  tx.updateTable('election').set(plan).where('id', '=', id).execute()

/** The day on which the superior agreed to these candidates; those standing that it did not name are not agreed to. */
export const agreeTo = (tx: Acting, id: string, agreed: readonly string[], on: string | null) =>
  sql`update election_candidate
    set agreed_on = case when id = any(${agreed as string[]}::uuid[]) then ${on}::date end, version = version + 1
    where organ_id = (select acting_organ()) and election_id = ${id}::uuid and withdrawn_on is null`.execute(
    tx,
  )
