import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import * as contract from './outline-contract.ts'
import { DEFAULT_OUTLINES } from './outlines.ts'
import * as store from './store.ts'

const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })

const listOutlines = route(contract.listOutlines, async ({ tx, today, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const laid = await store.outlinesFor(tx, unit.id, today.toString())
  return {
    outlines: contract.OUTLINES.map((kind) => {
      const own = laid.find((each) => each.kind === kind)
      return own
        ? { ...own, kind }
        : { kind, items: [...DEFAULT_OUTLINES[kind]], since: null, unitName: null }
    }),
  }
})

const layOutline = route(contract.layOutline, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'analysis.lead', unit.path))
    return refuse(
      'not-permitted',
      `您的职务不能改「${unit.name}」的提纲和清单。请由该组织的书记、副书记或组织委员办理。`,
    )
  const texts = body.items.map(({ text }) => text)
  const twice = texts.find((text, at) => texts.indexOf(text) !== at)
  if (twice) return refuse('invalid', `“${twice}”写了两遍。请删去一条。`, { field: 'items' })
  const since = today.toString()
  await store.insertOutline(tx, { unitId: unit.id, kind: params.kind, since, items: body.items })
  return { kind: params.kind, items: body.items, since, unitName: unit.name }
})

export const outlineRoutes: readonly Route[] = [listOutlines, layOutline]
