import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import * as matters from './matter-store.ts'
import { readMatter } from './note.ts'

/** The first talk of a secretary with the person since the day, if there was one. */
export const talkedOn = (
  talks: readonly { personId: string; heldOn: string }[],
  { personId, since }: { personId: string; since: string },
): string | null => talks.find((talk) => talk.personId === personId && talk.heldOn >= since)?.heldOn ?? null

/**
 * Says anew which circumstances of these people were seen to, after a talk of theirs was entered or taken back: whose they are,
 * only the server can read, and only here. One statement where a branch has none, as most days; else two, and what changed.
 */
export const settleFor = async (
  tx: Acting,
  sealed: Sealed,
  branch: string,
  people: readonly string[],
): Promise<void> => {
  const known = await matters.sealedMatters(tx, branch)
  const theirs = known
    .map(({ content, ...matter }) => ({
      ...matter,
      personId: readMatter(sealed, matter.id, content).personId,
    }))
    .filter(({ personId }) => people.includes(personId))
  if (theirs.length === 0) return
  const talked = await matters.talkedSince(tx, branch, theirs)
  const changed = theirs.filter(({ id, settled }) => talked.has(id) !== settled)
  const ids = (so: boolean) => changed.filter(({ id }) => talked.has(id) === so).map(({ id }) => id)
  await matters.settleMatters(tx, ids(true), true)
  await matters.settleMatters(tx, ids(false), false)
}
