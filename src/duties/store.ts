import type { Acting } from '../database/acting.ts'
import type { EvidenceKind } from '../rules/duty.ts'

/** What a record proves. Days are ISO text; `recordedOn` is the day of entry, which decides whether it was late. */
export type NewEvidence = {
  /** As the rules name it in `by`, e.g. `committee-meeting`. */
  kind: EvidenceKind
  /** Whose duty it fulfils: the branch, or the group that met. */
  unitId: string
  /** For duties that each person owes; left out where the unit owes it. */
  personId?: string | null
  heldOn: string
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
export const withdrawEvidence = async (tx: Acting, sourceKind: string, sourceId: string): Promise<void> => {
  await tx
    .deleteFrom('evidence')
    .where('sourceKind', '=', sourceKind)
    .where('sourceId', '=', sourceId)
    .execute()
}
