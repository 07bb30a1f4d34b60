import type { Acting } from '../database/acting.ts'
import { handoverDocx, handoverName, type Ledger } from '../documents/handover-sheet.ts'
import { HANDOVER_TAGS } from '../documents/handover-tags.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { TERMS } from '../glossary.ts'
import { type Route, route } from '../http/serve.ts'
import { may, type Post } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { cadresOn } from '../needs/store.ts'
import { organName } from '../organs/store.ts'
import { nameOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { faultOf } from './passing-jobs.ts'
import { postName } from './post-name.ts'
import { allowed, lineOf, noPost, noSheet, shown, stale } from './shown-jobs.ts'
import { signingRoutes } from './signing-routes.ts'
import * as store from './store.ts'

/** Which post passes on, and from whom. */
type Passed = { unitId: string; path: string; fromId: string; post: Post }

/** Tells the state of one ledger of a unit, as far as the actor may see it; every part of the product that keeps one has its own. */
export type HandoverSource = (tx: Acting, asked: Passed & { today: string }) => Promise<readonly Ledger[]>

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const draw = async (
  tx: Acting,
  sources: readonly HandoverSource[],
  { unitId, path, fromId, post }: Passed,
  today: string,
): Promise<Ledger[]> => {
  const asked = { unitId, path, fromId, post, today }
  const ledgers: Ledger[] = []
  for (const source of sources) ledgers.push(...(await source(tx, asked)))
  return ledgers
}

/** Who holds a post of the desk looks up no roster, but the cadres of the organ by name. */
const cadreName = async (tx: Acting, person: string, on: string): Promise<string | null> =>
  (await cadresOn(tx, on)).find(({ id }) => id === person)?.name ?? null

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
    const toName = (await nameOf(tx, body.toId)) ?? (await cadreName(tx, body.toId, today.toString()))
    if (toName === null)
      return refuse('not-found', '所选的接任人不在您能查看的名册里。请从名册中重新选人。', { field: 'toId' })
    const own = await nameOf(tx, actor.person)
    const on = today.toString()
    const passed = { ...held, fromId: held.personId }
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
      confirmedByName: leads ? own : null,
      confirmedOn: leads ? on : null,
      content: { ledgers: await draw(tx, sources, passed, on), places: [] },
    })
    return shown(asked, id)
  })

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
  const confirmedByName = await nameOf(tx, actor.person)
  const confirmed = { confirmedByName, confirmedOn: today.toString() }
  if (!(await store.changeHandover(tx, sheet.id, body.version, confirmed))) return stale()
  return shown(asked, sheet.id)
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

/** The sources are the parts of the product that keep a ledger. */
export const handoverRoutes = (sources: readonly HandoverSource[]): readonly Route[] => [
  listHandovers,
  readHandover,
  openHandover(sources),
  changeHandover(sources),
  confirmHandover,
  ...signingRoutes,
  withdrawHandover,
  downloadHandover,
]
