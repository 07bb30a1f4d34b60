import { withdrawEvidence } from '../duties/store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { termsOf, unitOf } from '../organs/store.ts'
import { held, shown } from './asking-jobs.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { candidateRoutes } from './candidate-routes.ts'
import { closingRoutes } from './closing-routes.ts'
import * as contract from './contract.ts'
import { headOf, stageOf } from './head.ts'
import { nominationRoutes } from './nomination-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { preparationRoutes } from './preparation-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { destroyReadingsOf } from './reading-store.ts'
import { notHers, noUnit } from './refusals.ts'
import { roundRoutes } from './round-routes.ts'
import * as store from './store.ts'

const listElections = route(contract.listElections, async ({ tx, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const elections = await store.electionsBelow(tx, unit.path)
  return { elections: elections.map((each) => ({ ...each, stage: stageOf(each, each.isMeeting) })) }
})

const openElection = route(contract.openElection, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'election.lead', unit.path)) return notHers(unit.name)
  if (unit.dissolvedOn !== null) return refuse('conflict', `${unit.name}已经撤销，不能换届。`)
  if (unit.kind === 'group')
    return refuse('invalid', '党小组不设委员会，组长由支部指定或党员推荐，不必办理换届选举。', {
      field: 'unit',
    })
  if (body.form === 'committee' && body.seats === 0 && body.kind === 'renewal')
    return refuse('invalid', '请填写应选委员人数。', { field: 'seats' })
  // The term that this election ends: recorded after the fact, the one it began may stand in the register already.
  const before = body.plannedOn ?? today.toString()
  const ending = (await termsOf(tx, unit.id)).find(({ electedOn }) => electedOn < before)
  const [open] = (await store.electionsBelow(tx, unit.path)).filter(
    (each) =>
      each.unitId === unit.id && each.kind === body.kind && each.closedOn === null && !each.cancelledOn,
  )
  if (open) return refuse('conflict', `${unit.name}已有一次选举在办理。请先办结或撤销它。`)
  const { superior, ...election } = body
  const id = await store.insertElection(tx, {
    ...election,
    unitId: unit.id,
    superior: superior || null,
    termId: ending?.id ?? null,
  })
  return { id }
})

const readHead = route(contract.readHead, async (asked) => {
  const election = await shown(asked, asked.params.election)
  return isRefusal(election) ? election : headOf(election, asked.actor.grants)
})

const cancelElection = route(contract.cancelElection, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  if (election.electedOn !== null)
    return refuse('conflict', '大会已经选出结果，不能撤销。上级宣布选举无效的，请登记批复后重新选举。')
  const cancelled = { cancelledOn: today.toString(), cancelledReason: body.reason }
  await destroyReadingsOf(
    tx,
    election.gatherings.flatMap(({ rounds }) => rounds),
  )
  await withdrawEvidence(tx, 'election', election.id)
  await store.endElection(tx, election.id, cancelled)
  return headOf({ ...election, ...cancelled }, actor.grants)
})

export const electionRoutes: readonly Route[] = [
  // One a line; each part of an election brings its own.
  listElections,
  openElection,
  readHead,
  cancelElection,
  ...calendarRoutes,
  ...paperRoutes,
  ...preparationRoutes,
  ...roundRoutes,
  ...closingRoutes,
  ...readingRoutes,
  ...nominationRoutes,
  ...candidateRoutes,
]
