import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import type { SignedIn } from '../http/serve.ts'
import type { VisitDraft, VisitFields } from './contract.ts'
import type { Known } from './draft.ts'
import { fieldsIn, fieldsOf } from './merge.ts'
import { insertRevisions } from './revision-store.ts'
import type { KeptVisit } from './visit.ts'

/** What a request that writes visits stands on. */
export type Desk = { tx: Acting; actor: SignedIn; today: { toString: () => string }; sealed: Sealed }

const place = (id: string): string => `visit_revision ${id} content`

/** A writing of a visit: what it was before, if it was, and the id that a device gave the writing. */
export type Writing = { draft: VisitDraft; before?: KeptVisit | undefined; revision?: string | undefined }

/** Keeps how visits stood before and after they were written, in one statement however many they are. */
export const keepRevisions = async (
  { tx, sealed, actor }: Desk,
  writings: readonly Writing[],
  known: Known,
): Promise<void> =>
  insertRevisions(
    tx,
    writings.map(({ draft, before, revision: id = crypto.randomUUID() }) => ({
      id,
      visitId: draft.id,
      version: (before?.version ?? 0) + 1,
      madeByName: known.cadres.get(actor.person) ?? '',
      content: sealed.conceal(
        JSON.stringify({
          before: before ? fieldsOf(before, sealed) : null,
          after: fieldsIn(draft, actor.person),
        }),
        place(id),
      ),
    })),
  )

/** How a visit stood after one of its writings. */
export const afterwards = (
  { sealed }: Pick<Desk, 'sealed'>,
  { id, content }: { id: string; content: Buffer },
): VisitFields => (JSON.parse(sealed.reveal(content, place(id))) as { after: VisitFields }).after
