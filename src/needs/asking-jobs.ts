import type { Acting } from '../database/acting.ts'
import type { Compartment } from '../database/compartment.ts'
import type { Sealed } from '../database/sealed.ts'
import type { SignedIn } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import type { Need } from './contract.ts'
import type { StepKind } from './kinds.ts'
import { type Matter, shownOf } from './matter.ts'
import { isOver, noNeed, notHers, notLetIn, stale } from './refusals.ts'
import { changeNeed, insertSteps, type NewStep, readMatter } from './store.ts'
import { keepWords, readingOf } from './words-jobs.ts'

/** What a request about a matter stands on. */
export type Desk = {
  tx: Acting
  actor: SignedIn
  today: { toString: () => string }
  sealed: Sealed
  compartment: Compartment
}

/** The matter as it is kept; refused where there is none that the reader may see. */
export const matterOf = async (tx: Acting, id: string): Promise<Matter | Refusal> =>
  (await readMatter(tx, id)) ?? noNeed()

/** Who may act on a matter: who handles at its desk, its owner, its helpers. */
export const isHers = ({ person, grants }: SignedIn, matter: Matter): boolean =>
  matter.ownerId === person ||
  matter.helpers.some(({ personId, until }) => personId === person && until === null) ||
  may(grants, 'need.handle', matter.unitPath)

/**
 * The matter for acting on it: refused to whoever does not handle it, to whoever was not let in, after its end, and where somebody
 * else changed it since `version` was read. Its version has then risen by one, with whatever `change` says.
 */
export const held = async (
  desk: Desk,
  id: string,
  version: number,
  change: Parameters<typeof changeNeed>[3] = {},
): Promise<Matter | Refusal> => {
  const matter = await matterOf(desk.tx, id)
  if (isRefusal(matter)) return matter
  if (!isHers(desk.actor, matter)) return notHers()
  if (matter.sensitive && !matter.apart) return notLetIn()
  if (matter.state === 'closed' || matter.apart?.sealedOn) return isOver()
  if (!(await changeNeed(desk.tx, id, version, change))) return stale()
  return { ...matter, version: version + 1 }
}

export type Deed = { kind: StepKind; text?: string; onDay?: string; to?: { id: string; name: string } }

/** Adds a step to the matter's record, in the name of who acts; its words lie where the matter's words lie. */
export const writeStep = async (
  desk: Desk,
  matter: Pick<Matter, 'id' | 'sensitive' | 'apart'>,
  ...deeds: readonly [Deed, ...Deed[]]
): Promise<void> => {
  const byName = (await nameOf(desk.tx, desk.actor.person)) ?? ''
  const steps: NewStep[] = []
  for (const { kind, text, onDay = desk.today.toString(), to } of deeds) {
    const id = crypto.randomUUID()
    steps.push({
      id,
      needId: matter.id,
      kind,
      onDay,
      byName,
      toPerson: to?.id ?? null,
      toName: to?.name ?? null,
      content: text ? await keepWords(desk, matter, id, text) : null,
      fingerprint: text ? desk.sealed.fingerprint(text, `need_step ${id}`) : null,
    })
  }
  await insertSteps(desk.tx, steps)
}

/** The matter with its words, unless it is sensitive and its reader has not opened it, with a reason, within the half hour. */
export const shownTo = (desk: Pick<Desk, 'sealed' | 'compartment'>, matter: Matter): Need =>
  shownOf(matter, matter.sensitive && matter.openedUntil === null ? null : readingOf(desk, matter))
