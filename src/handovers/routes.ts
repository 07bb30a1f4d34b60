import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { handoverDocx, handoverName, type Ledger } from '../documents/handover-sheet.ts'
import { HANDOVER_TAGS } from '../documents/handover-tags.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { TERMS } from '../glossary.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { may, PERMISSIONS } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../meetings/list-store.ts'
import { hasKeeperBeside } from '../people/post-store.ts'
import * as contract from './contract.ts'
import { passingFault } from './dates.ts'
import { permitOf } from './permits.ts'
import { postName } from './post-name.ts'
import * as store from './store.ts'

/** Tells the state of one ledger of a unit, as far as the actor may see it; every part of the product that keeps one has its own. */
export type HandoverSource = (
  tx: Acting,
  asked: { unitId: string; path: string; today: string },
) => Promise<readonly Ledger[]>

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today'>

const lineOf = ({ content: _, path: __, postId: ___, ...line }: store.HandoverRow) => line

const shown = async ({ tx, actor }: Asking, id: string): Promise<contract.Handover | Refusal> => {
  const row = await store.handoverOf(tx, id)
  return row ? shownRow(row, actor) : noSheet()
}

const shownRow = (row: store.HandoverRow, actor: Asking['actor']): contract.Handover => ({
  ...lineOf(row),
  ledgers: row.content.ledgers.map((ledger) => ({ ...ledger, openMatters: [...ledger.openMatters] })),
  places: row.content.places,
  permits: Object.fromEntries(
    contract.HANDOVER_ACTS.map((act) => [act, permitOf(act, row, actor)]),
  ) as contract.Handover['permits'],
})

/** The sheet if the actor may do this to it now; else the reason why not. */
const allowed = async (
  { tx, actor }: Asking,
  id: string,
  act: contract.HandoverAct,
): Promise<store.HandoverRow | Refusal> => {
  const row = await store.handoverOf(tx, id)
  if (!row) return noSheet()
  const { may: stands, reason } = permitOf(act, row, actor)
  if (stands) return row
  const byPost = permitOf(act, row, { ...actor, grants: { 'handover.lead': ['/'] } }).may
  return refuse(byPost ? 'not-permitted' : 'conflict', `${reason}。`)
}

const draw = async (
  tx: Acting,
  sources: readonly HandoverSource[],
  unit: { unitId: string; path: string },
  today: string,
): Promise<Ledger[]> => {
  const ledgers: Ledger[] = []
  for (const source of sources) ledgers.push(...(await source(tx, { ...unit, today })))
  return ledgers
}

const listHandovers = route(contract.listHandovers, async ({ tx }) => ({
  handovers: (await store.handovers(tx)).map(lineOf),
}))

const readHandover = route(contract.readHandover, (asked) => shown(asked, asked.params.handover))

const openHandover = (sources: readonly HandoverSource[]) =>
  route(contract.openHandover, async (asked) => {
    const { tx, actor, today, params, body } = asked
    const held = await store.heldPostOf(tx, params.post)
    if (!held) return noPost()
    const leads = may(actor.grants, 'handover.lead', held.path)
    if (!leads && held.personId !== actor.person)
      return refuse(
        'not-permitted',
        `「${held.unitName}」${TERMS[held.post]}的交接由本人，或该组织的书记、副书记、组织委员开出。`,
      )
    if (held.handed) return refuse('conflict', '这项任职已有交接表。请从工作交接列表中打开。')
    const wrong = await faultOf(tx, held, body, asked.today)
    if (wrong) return wrong
    const toName = await store.personName(tx, body.toId)
    if (toName === undefined)
      return refuse('not-found', '所选的接任人不在您能查看的名册里。请从名册中重新选人。', { field: 'toId' })
    const own = await store.personName(tx, actor.person)
    const on = today.toString()
    const unit = { unitId: held.unitId, path: held.path }
    const id = await store.insertHandover(tx, {
      ...body,
      unitId: held.unitId,
      post: held.post,
      postId: held.id,
      fromId: held.personId,
      fromName: held.personName,
      toName,
      openedOn: on,
      drawnOn: on,
      confirmedByName: leads ? (own ?? null) : null,
      confirmedOn: leads ? on : null,
      content: { ledgers: await draw(tx, sources, unit, on), places: [] },
    })
    return shown(asked, id)
  })

type Passing = { toId: string; endsOn: string; beginsOn: string }

/** By the days, by the one secretary, and that somebody is always left who may appoint. */
const faultOf = async (
  tx: Acting,
  held: store.HeldPost,
  passing: Passing,
  today: Asking['today'],
): Promise<Refusal | null> => {
  const wrong = passingFault(held, passing, today)
  if (wrong) return wrong
  const unit = { unitId: held.unitId, postId: held.id }
  const other =
    held.post === 'secretary' ? await store.otherSecretary(tx, { ...unit, ...passing }) : undefined
  if (other !== undefined)
    return refuse(
      'conflict',
      `一个组织设书记一名，「${held.unitName}」的书记现登记为${other}。请先核对任职。`,
      {
        field: 'toId',
      },
    )
  const keepers: readonly string[] = PERMISSIONS['post.appoint'].posts
  const gap = day(passing.endsOn).add({ days: 1 }).toString() < passing.beginsOn
  const alone =
    keepers.includes(held.post) &&
    gap &&
    held.until === null &&
    !(await hasKeeperBeside(tx, { ...held, until: passing.endsOn }, keepers))
  return alone
    ? refuse(
        'conflict',
        `从 ${passing.endsOn} 到 ${passing.beginsOn} 之间，「${held.unitName}」没有人能登记任职。请让接任人次日到任。`,
        { field: 'beginsOn' },
      )
    : null
}

const changeHandover = (sources: readonly HandoverSource[]) =>
  route(contract.changeHandover, async (asked) => {
    const { tx, today, params, body } = asked
    const sheet = await allowed(asked, params.handover, 'change')
    if (isRefusal(sheet)) return sheet
    const held = await store.heldPostOf(tx, sheet.postId)
    if (!held) return noPost()
    const { version, places, draw: anew, ...change } = body
    const wrong = await faultOf(tx, held, { ...body, toId: sheet.toId }, today)
    if (wrong) return wrong
    const on = today.toString()
    const drawn = anew ? { drawnOn: on } : {}
    const ledgers = anew ? await draw(tx, sources, sheet, on) : sheet.content.ledgers
    const next = { ...change, ...drawn, content: { ledgers, places } }
    if (!(await store.changeHandover(tx, sheet.id, version, next))) return stale()
    return shown(asked, sheet.id)
  })

const confirmHandover = route(contract.confirmHandover, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const sheet = await allowed(asked, params.handover, 'confirm')
  if (isRefusal(sheet)) return sheet
  const confirmedByName = (await store.personName(tx, actor.person)) ?? null
  const confirmed = { confirmedByName, confirmedOn: today.toString() }
  if (!(await store.changeHandover(tx, sheet.id, body.version, confirmed))) return stale()
  return shown(asked, sheet.id)
})

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
  const paperByName = (await store.personName(tx, actor.person)) ?? null
  return signed(asked, sheet, side, version, { signedOn, paperByName })
})

const withdrawHandover = route(contract.withdrawHandover, async (asked) => {
  const { tx, params, body } = asked
  const sheet = await allowed(asked, params.handover, 'withdraw')
  if (isRefusal(sheet)) return sheet
  const withdrawn = { stage: 'withdrawn' as const, withdrawnReason: body.reason }
  if (!(await store.changeHandover(tx, sheet.id, body.version, withdrawn))) return stale()
  return shown(asked, sheet.id)
})

const downloadHandover = route(contract.downloadHandover, async ({ tx, params }) => {
  const row = await store.handoverOf(tx, params.handover)
  if (!row) return noSheet()
  const data = {
    ...lineOf(row),
    organName: await organName(tx),
    postName: postName(row.unitName, row.post),
    ledgers: row.content.ledgers,
    places: row.content.places,
  }
  const own = await templateFor(tx, row.unitId, 'handover-template')
  const bytes = await filled(own, HANDOVER_TAGS, data, handoverDocx)
  return isRefusal(bytes) ? bytes : { name: `${handoverName(data)}.docx`, type: WORD, bytes }
})

const noSheet = (): Refusal =>
  refuse('not-found', '没有这份交接表，或您不是当事人。请从工作交接列表中选择。', { field: 'handover' })
const noPost = (): Refusal =>
  refuse('not-found', '没有这项任职，或不属于本机关。请从任职表中选择。', { field: 'post' })
const stale = (): Refusal =>
  refuse('stale', '这份交接表刚被别人改过，没有保存。请刷新，看过现在的内容再办理。', { field: 'version' })

/** The sources are the parts of the product that keep a ledger. */
export const handoverRoutes = (sources: readonly HandoverSource[]): readonly Route[] => [
  listHandovers,
  readHandover,
  openHandover(sources),
  changeHandover(sources),
  confirmHandover,
  signHandover,
  recordPaperSigning,
  withdrawHandover,
  downloadHandover,
]
