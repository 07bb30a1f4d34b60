import { forgetGrants } from '../access/grants.ts'
import { type Asked, type Route, route, type SignedIn } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { type UnitRow, unitOf } from '../organs/store.ts'
import type { Mapping } from './layout.ts'
import * as contract from './roster-contract.ts'
import { rosterOn } from './roster-export-store.ts'
import { type Incoming, importSheet, judgeSheet, rosterUnit } from './roster-jobs.ts'
import { listed } from './roster-listed.ts'
import { writeRoster } from './roster-sheet.ts'
import { batchesOf } from './roster-store.ts'
import { undo } from './roster-undo-jobs.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Import and export of rosters. `secret` is the key of sensitive columns, base64. */
export const rosterRoutes = (secret: string): readonly Route[] => [
  route(contract.previewRoster, async ({ tx, actor, today, params, query, file }) => {
    const unit = await keptUnit(tx, actor, params.unit)
    if (isRefusal(unit)) return unit
    const judged = await judgeSheet(
      { tx, today: today.toString(), secret },
      unit,
      incoming(query, file),
      'preview',
    )
    return isRefusal(judged) ? judged : judged.judgement.preview!
  }),

  route(contract.importRoster, async ({ tx, actor, today, params, query, file }) => {
    const unit = await keptUnit(tx, actor, params.unit)
    if (isRefusal(unit)) return unit
    const { digest, basis } = query
    const importing = { tx, today: today.toString(), secret, byPerson: actor.person }
    const accepted = await importSheet(importing, unit, incoming(query, file), { digest, basis })
    if (isRefusal(accepted)) return accepted
    const { batch, judgement } = accepted
    if (batch) forgetGrants()
    const { taken, changed, same, groups, posts } = judgement
    return {
      ...{ batch, taken, changed, same, groups, posts },
      new: judgement.new,
      doubles: judgement.doubles.length,
      handedBack: judgement.handedBack.length,
    }
  }),

  route(contract.handedBackSheet, async ({ tx, actor, today, params, query, file }) => {
    const unit = await keptUnit(tx, actor, params.unit)
    if (isRefusal(unit)) return unit
    const judged = await judgeSheet(
      { tx, today: today.toString(), secret },
      unit,
      incoming(query, file),
      'sheet',
    )
    if (isRefusal(judged)) return judged
    return { name: `${unit.name}名册退回的行.xlsx`, type: XLSX, bytes: judged.judgement.bytes! }
  }),

  route(contract.exportRoster, async ({ tx, actor, today, params, query }) => {
    const unit = await unitOf(tx, params.unit)
    if (!unit) return noUnit()
    if (!may(actor.grants, 'roster.read', unit.path))
      return refuse('not-permitted', `您的职务不能看「${unit.name}」的名册。请向该支部书记或组织委员索取。`)
    const on = query.on ?? today.toString()
    const rows = await rosterOn(tx, unit.path, on)
    // Numbers are written masked for everyone: a sheet is copied and mailed further than a page.
    const bytes = await writeRoster(unit.name, rows.map(listed), 'whole')
    return { name: `${unit.name}名册${on}.xlsx`, type: XLSX, bytes }
  }),

  route(contract.listBatches, async ({ tx, actor, params }) => {
    const unit = await keptUnit(tx, actor, params.unit)
    if (isRefusal(unit)) return unit
    const batches = await batchesOf(tx, unit.id)
    return {
      batches: batches.map(({ at, undoneAt, ...batch }) => ({
        ...batch,
        at: at.toISOString(),
        undoneAt: undoneAt?.toISOString() ?? null,
      })),
    }
  }),

  route(contract.undoBatch, async ({ tx, params }) => {
    const undone = await undo(tx, params.batch)
    if (!isRefusal(undone)) forgetGrants()
    return undone
  }),
]

type Chosen = Asked<typeof contract.previewRoster>['query']

const incoming = (
  { name, mapping, sheet, headerRow, presumed, decided }: Chosen,
  bytes: Uint8Array,
): Incoming => ({
  bytes,
  name,
  options: { mapping: mapping as Mapping | undefined, sheet, headerRow, presumed },
  decided: decided ?? {},
})

/** The branch whose roster the actor keeps, or why it cannot be imported into. */
const keptUnit = async (tx: Asked<never>['tx'], actor: SignedIn, id: string): Promise<UnitRow | Refusal> => {
  const unit = await rosterUnit(tx, id)
  if (isRefusal(unit) || may(actor.grants, 'roster.change', unit.path)) return unit
  return refuse(
    'not-permitted',
    `您的职务不能改「${unit.name}」的名册。请由该支部的书记、副书记或组织委员导入。`,
  )
}

const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
