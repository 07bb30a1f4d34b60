import { recordOpenings } from '../audit/openings-store.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { packed, unpacked } from './box.ts'
import * as contract from './contract.ts'
import { putBox } from './opinion-store.ts'
import * as store from './own-store.ts'
import { measuresOf } from './problem-store.ts'
import { noRound, staleRound } from './refusals.ts'
import { remarkShown } from './remark-routes.ts'
import { led, shownAnew } from './round-routes.ts'
import { contentName, problemShown, wordsOf } from './view-jobs.ts'

const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex')

/**
 * A member's own page. Every look at it puts the open box back in new bytes, as dropping a slip does: that somebody's
 * transaction was the last to touch the box says only that she looked.
 */
const readOwnLife = route(contract.readOwnLife, async ({ tx, actor, today, sealed }) => {
  const rows = await store.ownRounds(tx, actor.person)
  const open = rows.flatMap(({ id, boxOpenedOn }) => (boxOpenedOn === null ? [id] : []))
  for (const { roundId, content } of open.length > 0 ? await store.openBoxes(tx, open) : []) {
    const of = contentName('life_box', roundId)
    await putBox(tx, roundId, sealed.conceal(packed(unpacked(sealed.reveal(content, of))), of))
  }
  const measures = await measuresOf(tx, actor.person, today.subtract({ years: 1 }).toString())
  return {
    rounds: rows.map((row) => ({
      id: row.id,
      unitName: row.unitName,
      forYear: row.forYear,
      topic: row.topic,
      meetOn: row.meetOn,
      boxOpen: row.boxOpenedOn === null,
      notes: row.notes && {
        text: sealed.reveal(bytesOf(row.notes.content), contentName('life_notes', row.notes.id)),
        handedInOn: row.notes.handedInOn,
        version: row.notes.version,
      },
      onPaper: row.onPaper,
      mayWithdraw: row.meetOn === null || today.toString() < row.meetOn,
      opinions: row.opinions.map(({ id, content, passedOn }) => ({
        id,
        text: wordsOf(sealed.reveal(bytesOf(content), contentName('life_opinion', id))).text,
        passedOn,
      })),
      remarks: row.remarks.map((remark) =>
        remarkShown({ ...remark, content: bytesOf(remark.content) }, sealed),
      ),
    })),
    measures: measures.map((measure) => problemShown(measure, today)),
  }
})

const writeOwnNotes = route(contract.writeOwnNotes, async ({ tx, actor, sealed, params, body }) => {
  const [round] = await store.ownRounds(tx, actor.person, params.round)
  if (!round) return noRound()
  if (round.notes?.handedInOn) return refuse('conflict', '发言提纲已经交出。要改动，请先收回。')
  const id = round.notes?.id ?? crypto.randomUUID()
  const content = sealed.conceal(body.text, contentName('life_notes', id))
  if (!round.notes) {
    if (body.version !== null) return staleRound()
    await store.insertNotes(tx, {
      id,
      roundId: round.id,
      unitId: round.unitId,
      personId: actor.person,
      content,
    })
    return { version: 1 }
  }
  if (body.version === null || !(await store.changeNotes(tx, id, body.version, { content })))
    return staleRound()
  return { version: body.version + 1 }
})

const handInOwnNotes = route(contract.handInOwnNotes, async ({ tx, actor, today, sealed, params, body }) => {
  const [round] = await store.ownRounds(tx, actor.person, params.round)
  if (!round?.notes) return refuse('not-found', '还没有写发言提纲。请先写下来再交。')
  const { id, content, handedInOn } = round.notes
  if (body.handIn === (handedInOn !== null))
    return refuse('conflict', body.handIn ? '发言提纲已经交出。' : '发言提纲还没有交出，可以直接改。')
  if (!body.handIn && round.meetOn !== null && today.toString() >= round.meetOn)
    return refuse('conflict', `会议定在 ${round.meetOn}，从当天起不能收回。要补充的话请在会上说。`)
  if (body.handIn && sealed.reveal(bytesOf(content), contentName('life_notes', id)).trim() === '')
    return refuse('invalid', '发言提纲是空的。请写下来再交。', { field: 'text' })
  const next = body.handIn ? today.toString() : null
  if (!(await store.changeNotes(tx, id, body.version, { handedInOn: next }))) return staleRound()
  return { handedInOn: next, version: body.version + 1 }
})

const markPaperNotes = route(contract.markPaperNotes, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  await store.markOnPaper(tx, round, body.personIds, today.toString())
  return shownAnew(asked, round.id)
})

const unmarkPaperNotes = route(contract.unmarkPaperNotes, async (asked) => {
  const { tx, params } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if (!(await store.unmarkOnPaper(tx, round.id, params.person)))
    return refuse('not-found', '这位党员没有登记已交纸质提纲，或已经撤销。请刷新后核对。')
  return shownAnew(asked, round.id)
})

const readNotes = route(contract.readNotes, async ({ tx, actor, sealed, params, body }) => {
  const notes = await store.notesOf(tx, params.notes)
  if (!notes?.content || notes.handedInOn === null)
    return refuse('not-found', '没有这份发言提纲，或本人没有交出、已经收回。')
  if (notes.personId !== actor.person)
    await recordOpenings(tx, [
      {
        aboutId: notes.personId,
        recordKind: 'life-notes',
        recordId: notes.id,
        purpose: contract.PURPOSE_WORDS[body.purpose],
      },
    ])
  return {
    text: sealed.reveal(notes.content, contentName('life_notes', notes.id)),
    handedInOn: notes.handedInOn,
  }
})

export const ownRoutes: readonly Route[] = [
  readOwnLife,
  writeOwnNotes,
  handInOwnNotes,
  markPaperNotes,
  unmarkPaperNotes,
  readNotes,
]
