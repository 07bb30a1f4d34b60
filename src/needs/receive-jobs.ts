import { nameOf } from '../people/names-store.ts'
import { insertCase, insertKnower } from './apart-store.ts'
import type { Desk } from './asking-jobs.ts'
import type { Intake } from './contract.ts'
import type { Channel } from './kinds.ts'
import { firstLevel, liesApart, NEVER, numberOf } from './matter.ts'
import { insertNeeds, insertSteps, takeNumbers } from './store.ts'
import type { NeedWords } from './words.ts'
import { wholePlace } from './words-jobs.ts'

export type Received = { id: string; number: string; sensitive: boolean }

/** How a need came to the desk. */
export type Coming = Intake & {
  id?: string | undefined
  channel: Channel
  receivedOn: string
  visitId?: string | null
}

/** Enters a need as the one who received it. Sent a second time under the same id it is entered once. */
export const receive = async (desk: Desk, coming: Coming): Promise<Received> => {
  const { tx, sealed, compartment, actor } = desk
  const id = coming.id ?? crypto.randomUUID()
  const year = Number(coming.receivedOn.slice(0, 4))
  const sensitive = liesApart(coming)
  const name = (await nameOf(tx, actor.person)) ?? ''
  const words = wordsOf(coming, sensitive)
  const number = await takeNumbers(tx, year)
  await insertNeeds(tx, [
    {
      id,
      year,
      number,
      channel: coming.channel,
      visitId: coming.visitId ?? null,
      receivedOn: coming.receivedOn,
      receivedByName: name,
      anonymous: coming.anonymous,
      sensitive,
      category: sensitive ? null : coming.category,
      area: sensitive ? null : coming.area || null,
      level: firstLevel(coming.danger),
      dueOn: coming.danger ? coming.receivedOn : NEVER,
      content: sensitive ? null : sealed.conceal(words, wholePlace(id)),
    },
  ])
  if (sensitive) {
    const today = desk.today.toString()
    await insertKnower(tx, { needId: id, personId: actor.person, personName: name, since: today })
    const cipher = compartment.begin(id)
    const content = compartment.conceal(cipher, id, words, wholePlace(id))
    await insertCase(tx, { needId: id, cipher, content })
  }
  await insertSteps(tx, [
    { id: crypto.randomUUID(), needId: id, kind: 'received', onDay: coming.receivedOn, byName: name },
  ])
  return { id, number: numberOf({ year, number }), sensitive }
}

/** The words of a matter as one text. */
export const wordsOf = (coming: Intake, sensitive: boolean): string => {
  const { line, facts, wish, before, asker, category, area } = coming
  const words: NeedWords = {
    line,
    facts,
    wish,
    before,
    asker: coming.anonymous ? { ...asker, name: '' } : asker,
    category: sensitive ? category : null,
    area: sensitive ? area || null : null,
  }
  return JSON.stringify(words)
}
