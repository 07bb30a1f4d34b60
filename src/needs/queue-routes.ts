import { needRegisterXlsx } from '../documents/need-register.ts'
import { type Route, route } from '../http/serve.ts'
import { mayAnywhere } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../organs/store.ts'
import * as contract from './contract.ts'
import * as queue from './queue-contract.ts'
import { lineOf, paged, placeIn, wordsIn } from './queue-jobs.ts'
import { deskQueue, foundQueue, ownQueue, receivedQueue, registerOf } from './queue-store.ts'
import { registerRow } from './register.ts'
import { holdsWords, phoneOf, textsOf } from './search.ts'
import { soughtOf } from './search-jobs.ts'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What a sheet still opens with; a year that has more is taken by months. */
const MOST_ROWS = 20_000

const list = route(contract.listNeeds, async ({ tx, actor, sealed, query }) => {
  const { scope, state, limit } = query
  const after = placeIn(query.after)
  if (isRefusal(after)) return after
  const wanted = { state, after, limit: limit + 1 }
  if (scope === 'desk' && !mayAnywhere(actor.grants, 'need.read'))
    return refuse('not-permitted', '全部需求由接待部门看。您可以看自己承办、协办和登记的。', {
      field: 'scope',
    })
  const rows =
    scope === 'desk'
      ? await deskQueue(tx, wanted)
      : scope === 'mine'
        ? await ownQueue(tx, actor.person, wanted)
        : await receivedQueue(tx, actor.person, wanted)
  const { shown, next } = paged(rows, limit)
  return { needs: shown.map((row) => lineOf(row, wordsIn(sealed, row))), next }
})

/** The digests say where to look; the words themselves decide. */
const search = route(queue.searchNeeds, async (asked) => {
  const { tx, sealed, body } = asked
  const after = placeIn(body.after)
  if (isRefusal(after)) return after
  const sought = soughtOf(asked, body.words)
  if (!sought) return refuse('invalid', '请至少连着输入两个字，或者完整的电话号码。', { field: 'words' })
  const rows = await foundQueue(tx, sought, { after, limit: body.limit + 1 })
  const { shown, next } = paged(rows, body.limit)
  const phone = phoneOf(body.words)
  const needs = shown.flatMap((row) => {
    const words = wordsIn(sealed, row)
    if (!words) return []
    const holds =
      phone === null ? holdsWords(textsOf(words, row.area), body.words) : phoneOf(words.asker.phone) === phone
    return holds ? [lineOf(row, words)] : []
  })
  return { needs, next }
})

const register = route(queue.downloadRegister, async ({ tx, sealed, query }) => {
  const { year, month, words } = query
  const first = Temporal.PlainDate.from({ year, month: month ?? 1, day: 1 })
  const last = first.add({ months: month ? 1 : 12 }).subtract({ days: 1 })
  const rows = await registerOf(tx, first.toString(), last.toString(), MOST_ROWS + 1)
  if (rows.length > MOST_ROWS)
    return refuse('too-large', `${year} 年的需求超过 ${MOST_ROWS} 件，一张表放不下。请按月导出。`, {
      field: 'month',
    })
  const span = month ? `${year}年${month}月` : `${year}年`
  const bytes = await needRegisterXlsx({
    organName: await organName(tx),
    span,
    withWords: words === 'with',
    rows: rows.map((row) => registerRow(row, words === 'with' ? wordsIn(sealed, row) : null)),
  })
  return { name: `${span}需求登记表.xlsx`, type: SHEET, bytes }
})

export const needQueueRoutes: readonly Route[] = [list, search, register]
