import { recordOpenings } from '../audit/openings-store.ts'
import type { Acting } from '../database/acting.ts'
import { type Route, route, type SignedIn } from '../http/serve.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { UnitRow } from '../organs/store.ts'
import * as contract from './contract.ts'
import { MATTER_PURPOSE_NAMES } from './kinds.ts'
import * as matters from './matter-store.ts'
import { readMatter, sealedMatter } from './note.ts'
import { branchFor, KEEPERS } from './read-routes.ts'
import { settleFor, talkedOn } from './settling-jobs.ts'
import * as store from './store.ts'

type Asking = { tx: Acting; actor: SignedIn; today: Day }

/** The branch, for those who arrange talks in it; whoever keeps a unit above sees none of this. */
const keptBranch = async ({ tx, actor, today }: Asking, id: string): Promise<UnitRow | Refusal> => {
  const unit = await branchFor(tx, actor, id, 'talk.arrange')
  if (isRefusal(unit)) return unit
  return (await matters.keepsHere(tx, unit.id, today.toString(), KEEPERS))
    ? unit
    : refuse('not-permitted', `应谈事项只由「${unit.name}」的书记、副书记和组织委员查看和登记。`)
}

const registerMatter = route(contract.registerMatter, async (asked) => {
  const { tx, today, sealed, params, body } = asked
  const unit = await keptBranch(asked, params.unit)
  if (isRefusal(unit)) return unit
  if (body.since > today.toString() || body.since < `${today.year - 1}-01-01`)
    return refuse('invalid', '请选去年年初到今天之间的日子。', { field: 'since' })
  const circle = await store.circleOf(tx, unit.id, today.toString())
  if (!circle.some(({ id }) => id === body.personId))
    return refuse('not-found', '所选的人今天不属于本支部。请重新选人。', { field: 'personId' })
  const id = crypto.randomUUID()
  const { personId, cause, since } = body
  await matters.insertMatter(tx, {
    id,
    unitId: unit.id,
    content: sealedMatter(sealed, id, { personId, cause }),
    since,
    registeredOn: today.toString(),
  })
  await settleFor(tx, sealed, unit.id, [personId])
  return { id }
})

const openMatters = route(contract.openMatters, async (asked) => {
  const { tx, actor, today, sealed, params, body } = asked
  const unit = await keptBranch(asked, params.unit)
  if (isRefusal(unit)) return unit
  const names = new Map(
    (await store.circleOf(tx, unit.id, today.toString())).map(({ id, name }) => [id, name]),
  )
  const talks = await matters.secretaryTalks(tx, unit.id)
  const rows = (await matters.mattersOf(tx, unit.id)).map(({ content, ...row }) => {
    const matter = readMatter(sealed, row.id, content)
    return { ...row, ...matter, talkedOn: talkedOn(talks, { ...matter, since: row.since }) }
  })
  await recordOpenings(
    tx,
    rows
      .filter(({ registeredBy, personId }) => registeredBy !== actor.person && personId !== actor.person)
      .map(({ id, personId }) => ({
        aboutId: personId,
        recordKind: 'talk',
        recordId: id,
        purpose: MATTER_PURPOSE_NAMES[body.purpose],
      })),
  )
  return {
    matters: rows.map((row) => ({ ...row, personName: names.get(row.personId) ?? '（已不在本支部）' })),
  }
})

const withdrawMatter = route(contract.withdrawMatter, async (asked) => {
  const { tx, today, params, body } = asked
  const matter = await matters.matterOf(tx, params.matter)
  if (!matter || matter.withdrawnOn !== null)
    return refuse('not-found', '没有这件应谈事项，或不是您能查看的。请从列表中选择。', { field: 'matter' })
  const unit = await keptBranch(asked, matter.unitId)
  if (isRefusal(unit)) return unit
  return (await matters.withdrawMatterRow(tx, matter.id, today.toString(), body.version))
    ? { id: matter.id }
    : refuse('stale', '这件应谈事项刚被改过，没有撤回。请刷新后再办理。')
})

export const matterRoutes: readonly Route[] = [registerMatter, openMatters, withdrawMatter]
