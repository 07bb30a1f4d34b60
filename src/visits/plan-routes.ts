import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import type { Known } from './draft.ts'
import { knownOf } from './recording-jobs.ts'
import * as refusals from './refusals.ts'
import { changeVisit, insertVisitors, insertVisits, removeVisitors } from './store.ts'
import { heldVisit } from './visit-routes.ts'

type Planned = { plannedOn: string; pointId: string | null; place: string | null; visitors: string[] }

const planFault = (plan: Planned, known: Known, today: string): Refusal | null => {
  if (plan.plannedOn < today)
    return refuse('invalid', `${plan.plannedOn} 已经过去。去过了的请直接登记走访。`, { field: 'plannedOn' })
  if (plan.pointId !== null && !known.points.has(plan.pointId)) return refusals.noPoint()
  if (plan.pointId === null && !plan.place) return refusals.nowhere()
  return plan.visitors.every((id) => known.cadres.has(id)) ? null : refusals.noCadre('visitors')
}

const placed = ({ plannedOn, pointId, place }: Planned) => ({
  plannedOn,
  pointId,
  place: pointId === null ? place : null,
})

const visitorsOf = (visitId: string, visitors: readonly string[], { cadres }: Known) =>
  [...new Set(visitors)].map((personId) => ({ visitId, personId, personName: cadres.get(personId) ?? '' }))

const plan = route(contract.planVisit, async (asked) => {
  const { tx, today, body } = asked
  const id = body.id ?? crypto.randomUUID()
  const known = await knownOf(asked, [id])
  if (known.visits.has(id)) return { id }
  const fault = planFault(body, known, today.toString())
  if (fault) return fault
  const entered = await insertVisits(tx, [
    {
      id,
      ...placed(body),
      stage: 'planned',
      heldOn: null,
      consent: null,
      content: null,
      recordedOn: null,
      recordedByName: known.cadres.get(known.me) ?? '',
    },
  ])
  if (entered.size === 0) return refuse('conflict', '这次走访的编号已经用过。请重新计划一次。')
  await insertVisitors(tx, visitorsOf(id, body.visitors, known))
  return { id }
})

const replan = route(contract.changePlan, async (asked) => {
  const { tx, today, params, body } = asked
  const visit = await heldVisit(asked, params.visit)
  if (isRefusal(visit)) return visit
  if (visit.stage !== 'planned')
    return refuse('conflict', '这次走访已经登记，不能再改计划。要改的请更正走访记录。')
  const known = await knownOf(asked, [])
  const fault = planFault(body, known, today.toString())
  if (fault) return fault
  if (!(await changeVisit(tx, visit.id, body.version, placed(body)))) return refusals.stale()
  await insertVisitors(tx, visitorsOf(visit.id, body.visitors, known))
  await removeVisitors(tx, visit.id, body.visitors)
  return { version: body.version + 1 }
})

export const planRoutes: readonly Route[] = [plan, replan]
