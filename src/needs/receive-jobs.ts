import { nameOf } from '../people/names-store.ts'
import { insertCases, insertKnowers } from './apart-store.ts'
import type { Desk } from './asking-jobs.ts'
import type { Intake } from './contract.ts'
import { firstDue } from './due.ts'
import type { Channel } from './kinds.ts'
import { firstLevel, liesApart, numberOf } from './matter.ts'
import { indexWords } from './search-jobs.ts'
import { insertNeeds, insertSteps, takeNumbersOf } from './store.ts'
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

/** Enters a need as the one who received it; undefined where its id is known already: then it is left as it is. */
export const receive = async (desk: Desk, coming: Coming): Promise<Received | undefined> =>
  (await receiveAll(desk, [{ ...coming, id: coming.id ?? crypto.randomUUID() }]))[0]

/** Enters many in as many statements as one. Whose id is known already is left as it is, and is not in the answer. */
export const receiveAll = async (
  desk: Desk,
  comings: readonly (Coming & { id: string })[],
): Promise<Received[]> => {
  if (comings.length === 0) return []
  const { tx, sealed, compartment, actor } = desk
  const name = (await nameOf(tx, actor.person)) ?? ''
  const next = await takeNumbersOf(tx, comings.map(yearOf))
  const coming = comings.map((each) => {
    const year = yearOf(each)
    const number = next.get(year) ?? 0
    next.set(year, number + 1)
    const sensitive = liesApart(each)
    const said = wordsOf(each, sensitive)
    return { ...each, year, number, sensitive, said, words: JSON.stringify(said) }
  })
  const entered = await insertNeeds(
    tx,
    coming.map((each) => ({
      id: each.id,
      year: each.year,
      number: each.number,
      channel: each.channel,
      visitId: each.visitId ?? null,
      receivedOn: each.receivedOn,
      receivedByName: name,
      anonymous: each.anonymous,
      sensitive: each.sensitive,
      category: each.sensitive ? null : each.category,
      area: each.sensitive ? null : each.area || null,
      level: firstLevel(each.danger),
      dueOn: firstDue(each.receivedOn, each.danger),
      content: each.sensitive ? null : sealed.conceal(each.words, wholePlace(each.id)),
    })),
  )
  const fresh = coming.filter(({ id }) => entered.has(id))
  const apart = fresh.filter(({ sensitive }) => sensitive)
  const knower = { personId: actor.person, personName: name, since: desk.today.toString() }
  await insertKnowers(
    tx,
    apart.map(({ id }) => ({ needId: id, ...knower })),
  )
  await insertCases(
    tx,
    apart.map(({ id, words }) => {
      const cipher = compartment.begin(id)
      return { needId: id, cipher, content: compartment.conceal(cipher, id, words, wholePlace(id)) }
    }),
  )
  await indexWords(
    desk,
    fresh
      .filter(({ sensitive }) => !sensitive)
      .map(({ id, receivedOn, area, said }) => ({ id, receivedOn, area: area || null, words: said })),
  )
  await insertSteps(
    tx,
    fresh.map(({ id, receivedOn }) => ({
      id: crypto.randomUUID(),
      needId: id,
      kind: 'received',
      onDay: receivedOn,
      byName: name,
    })),
  )
  return fresh.map(({ id, year, number, sensitive }) => ({
    id,
    number: numberOf({ year, number }),
    sensitive,
  }))
}

const yearOf = ({ receivedOn }: { receivedOn: string }): number => Number(receivedOn.slice(0, 4))

/** The words of a matter; kept as one text. */
export const wordsOf = (coming: Intake, sensitive: boolean): NeedWords => {
  const { line, facts, wish, before, asker, category, area } = coming
  return {
    line,
    facts,
    wish,
    before,
    asker: coming.anonymous ? { ...asker, name: '' } : asker,
    category: sensitive ? category : null,
    area: sensitive ? area || null : null,
  }
}
