import { insertCase, insertKnower, keepTexts, layNeedApart } from './apart-store.ts'
import type { Desk } from './asking-jobs.ts'
import { readFile, relayFile } from './file-jobs.ts'
import type { Matter } from './matter.ts'
import { NeedWords } from './words.ts'
import { readingOf, rowPlace, wholePlace } from './words-jobs.ts'

/**
 * Lays an ordinary matter apart: its words, and those of all its rows and files, are encrypted under a key of its own and taken
 * out of where they stood. Those who handle it know it from then on; nobody else of the desk does.
 */
export const layApart = async (desk: Desk, matter: Matter, byName: string): Promise<Matter> => {
  const { tx, compartment, actor, today } = desk
  const { id } = matter
  const reading = readingOf(desk, matter)
  const whole = reading.whole()
  if (whole === null) throw new Error('a matter without words')
  const words = { ...NeedWords.parse(JSON.parse(whole)), category: kindOf(matter), area: matter.area }

  for (const [personId, personName] of handlers(matter, actor.person, byName))
    await insertKnower(tx, { needId: id, personId, personName, since: today.toString() })
  const cipher = compartment.begin(id)
  const content = compartment.conceal(cipher, id, JSON.stringify(words), wholePlace(id))
  await insertCase(tx, { needId: id, cipher, content })

  const rows = [...matter.steps, ...matter.referrals, ...matter.pauses, ...matter.answers]
  await keepTexts(
    tx,
    rows.flatMap((row) => {
      const text = reading.of(row)
      const place = rowPlace(id, row.id)
      return text === null
        ? []
        : [{ id: row.id, needId: id, content: compartment.conceal(cipher, id, text, place) }]
    }),
  )
  const apart = { cipher, content, sealedOn: null, keepUntil: null }
  const laid: Matter = { ...matter, sensitive: true, category: null, area: null, content: null, apart }
  for (const { id: file } of matter.files) {
    const handed = await readFile(desk, matter, file)
    if (handed) await relayFile(desk, laid, file, handed)
  }
  if (!(await layNeedApart(tx, id))) throw new Error('a matter was not laid apart')
  return laid
}

const kindOf = ({ category }: Matter): NeedWords['category'] => category

/** Who acts first: being let in she lets in the owner and the helpers. */
const handlers = (
  { ownerId, ownerName, helpers }: Matter,
  person: string,
  name: string,
): Map<string, string> =>
  new Map([
    [person, name],
    ...(ownerId ? [[ownerId, ownerName ?? ''] as const] : []),
    ...helpers.filter(({ until }) => until === null).map(({ personId, name }) => [personId, name] as const),
  ])
