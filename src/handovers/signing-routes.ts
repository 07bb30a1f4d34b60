import { forgetGrants } from '../access/grants.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { faultOf } from './passing-jobs.ts'
import { type Asking, allowed, noSheet, shownRow, stale } from './shown-jobs.ts'
import * as store from './store.ts'

/** One signature more; the last one passes the post in the same transaction. */
const signed = async (
  asked: Asking,
  sheet: store.HandoverRow,
  side: contract.Side,
  version: number,
  how: { signedOn: string; paperByName: string | null },
): Promise<contract.Handover | Refusal> => {
  const { tx, actor } = asked
  const last = sheet[side === 'from' ? 'to' : 'from'].signedOn !== null
  const held = last ? await store.heldPostOf(tx, sheet.postId) : undefined
  const wrong = held ? await faultOf(tx, held, sheet, asked.today) : null
  if (wrong) return wrong
  if (!(await store.signHandover(tx, sheet.id, version, side, { ...how, last }))) return stale()
  if (last) {
    await store.passPost(tx, sheet.id)
    forgetGrants()
  }
  const row = await store.handoverOf(tx, sheet.id)
  return row ? shownRow(row, actor) : noSheet()
}

const signHandover = route(contract.signHandover, async (asked) => {
  const { actor, today, params, body } = asked
  const sheet = await allowed(asked, params.handover, 'sign')
  if (isRefusal(sheet)) return sheet
  const side = sheet.fromId === actor.person ? 'from' : 'to'
  return signed(asked, sheet, side, body.version, { signedOn: today.toString(), paperByName: null })
})

const recordPaperSigning = route(contract.recordPaperSigning, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const sheet = await allowed(asked, params.handover, 'paper')
  if (isRefusal(sheet)) return sheet
  const { side, signedOn, version } = body
  if (sheet[side].signedOn !== null)
    return refuse('conflict', `${sheet[`${side}Name`]}已在 ${sheet[side].signedOn} 签字。`, { field: 'side' })
  if (sheet[`${side}Id`] === actor.person)
    return refuse('invalid', '您本人请直接签字，不登记纸质签字。', { field: 'side' })
  if (signedOn > today.toString() || signedOn < sheet.openedOn)
    return refuse('invalid', `「签字日期」须在开出的 ${sheet.openedOn} 到今天之间。请核对日期。`, {
      field: 'signedOn',
    })
  const paperByName = await nameOf(tx, actor.person)
  return signed(asked, sheet, side, version, { signedOn, paperByName })
})

export const signingRoutes: readonly Route[] = [signHandover, recordPaperSigning]
