import { type Route, route } from '../http/serve.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { alikeOf, SINCE_DAYS } from './alike-jobs.ts'
import { type Desk, held, matterOf, writeStep } from './asking-jobs.ts'
import { changedIn, correctionText, type Wording, wordingOf } from './correction.ts'
import { CATEGORY_NAMES, isSensitive } from './kinds.ts'
import { type Matter, numberOf } from './matter.ts'
import * as queue from './queue-contract.ts'
import { lineOf, wordsIn } from './queue-jobs.ts'
import { linesOf } from './queue-store.ts'
import { indexWords } from './search-jobs.ts'
import { insertPair, pairsWith } from './search-store.ts'
import { NeedWords } from './words.ts'
import { readingOf, wholePlace } from './words-jobs.ts'
import { keepSealedWords } from './words-store.ts'

const wordsOf = (desk: Pick<Desk, 'sealed' | 'compartment'>, matter: Matter): NeedWords | null => {
  const whole = readingOf(desk, matter).whole()
  return whole === null ? null : NeedWords.parse(JSON.parse(whole))
}

const correct = route(queue.correctWords, async (asked) => {
  const { tx, sealed, compartment, params, body } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  const { version, ...given } = body
  const becomes = matter.anonymous ? { ...given, asker: { ...given.asker, name: '' } } : given
  if (!matter.sensitive && isSensitive(becomes.category)) return belongsApart(becomes)
  const words = wordsOf(asked, matter)
  const was = words && wordingOf(words, matter)
  const { category, area, ...rest } = becomes
  const kept: NeedWords = matter.sensitive
    ? { ...rest, category, area: area || null }
    : { ...rest, category: null, area: null }
  const written = await held(asked, matter.id, version, frameOf(asked, matter, becomes, kept))
  if (isRefusal(written)) return written
  // Who was let in reads and writes; `held` has refused everyone else.
  if (!was || changedIn(was, becomes).length === 0) return { version: written.version }
  if (matter.apart)
    await keepSealedWords(
      tx,
      matter.id,
      compartment.conceal(matter.apart.cipher, matter.id, JSON.stringify(kept), wholePlace(matter.id)),
    )
  else await indexWords({ tx, sealed, actor: asked.actor }, [{ ...matter, area: area || null, words: kept }])
  await writeStep(asked, matter, { kind: 'corrected', text: correctionText(was, becomes) })
  return { version: written.version }
})

/** What a correction changes in the frame; of a sensitive matter nothing, since its words lie apart. */
const frameOf = (
  { sealed }: Pick<Desk, 'sealed'>,
  matter: Matter,
  { category, area }: Wording,
  kept: NeedWords,
) =>
  matter.sensitive
    ? {}
    : { category, area: area || null, content: sealed.conceal(JSON.stringify(kept), wholePlace(matter.id)) }

const belongsApart = ({ category }: Wording): Refusal =>
  refuse('invalid', `「${CATEGORY_NAMES[category]}」须封存。请先用「转入封存」，再更正类别。`, {
    field: 'category',
  })

const daysBefore = (on: string): string => day(on).subtract({ days: SINCE_DAYS }).toString()

const NOTHING: Omit<NeedWords, 'line' | 'facts'> = {
  wish: '',
  before: '',
  asker: { name: '', phone: '', note: '' },
  category: null,
  area: null,
}

const find = route(queue.findAlike, async (asked) => {
  const { line, facts, phone } = asked.body
  const words = { ...NOTHING, line, facts, asker: { ...NOTHING.asker, phone } }
  return { alike: await alikeOf(asked, words, { since: daysBefore(asked.today.toString()) }) }
})

const suggestions = route(queue.readAlike, async (asked) => {
  const { tx, sealed, params } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  const words = matter.sensitive ? null : wordsOf(asked, matter)
  if (!words) return { alike: [], linked: [] }
  const pairs = (await pairsWith(tx, matter.id)).map(({ oneId, otherId, ...pair }) => ({
    ...pair,
    id: oneId === matter.id ? otherId : oneId,
  }))
  const but = pairs.map(({ id }) => id)
  const alike = await alikeOf(asked, words, { since: daysBefore(matter.receivedOn), self: matter.id, but })
  const rows = await linesOf(tx, but)
  const linked = pairs.flatMap(({ id, same, decidedOn, byName }) => {
    const row = rows.find((each) => each.id === id)
    return same && row ? [{ ...lineOf(row, wordsIn(sealed, row)), decidedOn, byName }] : []
  })
  return { alike, linked }
})

const judge = route(queue.judgeAlike, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const other = await matterOf(tx, body.otherId)
  if (isRefusal(other)) return other
  if (other.id === params.need)
    return refuse('invalid', '这就是这一件需求。请选择另一件。', { field: 'otherId' })
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  if (matter.sensitive || other.sensitive)
    return refuse('conflict', '封存的需求不与别的需求关联。需要一并办理的，由承办人在办理记录里写明编号。')
  const [oneId, otherId] = matter.id < other.id ? [matter.id, other.id] : [other.id, matter.id]
  const byName = (await nameOf(tx, actor.person)) ?? ''
  const decidedOn = today.toString()
  if (!(await insertPair(tx, { oneId, otherId, same: body.same, decidedOn, byName })))
    return refuse('conflict', '这两件已经认定过了。请刷新后看。')
  const text = `与需求${numberOf(other)}${body.same ? '是同一件事' : '不是同一件事'}。`
  await writeStep(asked, matter, { kind: 'noted', text })
  return { version: matter.version }
})

export const needWordsRoutes: readonly Route[] = [correct, find, suggestions, judge]
