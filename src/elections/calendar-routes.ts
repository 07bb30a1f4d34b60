import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { shownUnit, unitOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { calendarLine, requestBy } from './calendar.ts'
import * as contract from './calendar-contract.ts'
import { sizeOf, standings } from './calendar-store.ts'
import { chainOn } from './preparation.ts'
import { candidatesNeeded, judged, proposed } from './proposal.ts'
import { notHers, noUnit } from './refusals.ts'
import { shiftOf } from './shift.ts'
import { superiorOf } from './steps.ts'
import { sittingOf } from './vacancies.ts'

const readCalendar = route(contract.readCalendar, async ({ tx, actor, today }) => {
  const { units, choices } = await standings(tx, today.toString())
  return {
    units: units
      .filter(({ unitPath }) => may(actor.grants, 'election.read', unitPath))
      .map((unit) => ({
        ...unit,
        ...calendarLine(book, choices, unit, today),
        mayLead: may(actor.grants, 'election.lead', unit.unitPath),
      })),
  }
})

const proposeElection = route(contract.proposeElection, async ({ tx, actor, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit || unit.kind === 'group') return noUnit()
  if (!may(actor.grants, 'election.lead', unit.path)) return notHers(unit.name)
  const { units, choices } = await standings(tx, today.toString())
  const standing = units.find(({ unitId }) => unitId === unit.id)
  if (!standing) return noUnit()
  const line = calendarLine(book, choices, standing, today)
  const ruleOf = rulesStanding(book, choices, today)
  const { full, superior } = await sizeOf(tx, unit.id, query.plannedOn ?? today.toString())
  const known = {
    unitKind: unit.kind,
    full,
    sitting: sittingOf(standing.posts, today.toString()),
    vacancies: line.vacancies,
    dueOn: line.term?.dueOn ?? null,
  }
  const plan = { ...proposed(query.kind, known, ruleOf, today), ...given(query) }
  const setting = { ...plan, unitKind: unit.kind, superior, chain: chainOn({ choices }, today.toString()) }
  const parent = superior === null ? await aboveOf(tx, unit.id, setting.chain) : null
  const request = requestBy(ruleOf, unit.kind, plan.plannedOn)
  return {
    plan: { ...plan, superior: superior ?? parent },
    full,
    dueOn: known.dueOn,
    usual: superiorOf(setting),
    request: request && { ...request, isLate: request.on < today.toString() },
    candidates: plan.form === 'committee' ? candidatesNeeded(unit.kind, plan.seats, ruleOf) : null,
    judgments: judged(plan, known, ruleOf),
    shift: shiftOf({ ...plan, unitKind: unit.kind, electedOn: null, term: standing.term }, ruleOf),
  }
})

type Query = { form?: 'committee' | 'direct' | undefined } & Partial<
  Record<'seats' | 'deputies', number | undefined>
> & { plannedOn?: string | undefined }

/** What was already entered; a form without a committee has no seats. */
const given = ({ form, seats, deputies, plannedOn }: Query) => ({
  ...(form === undefined ? {} : { form }),
  ...(form === 'direct' ? { seats: 0 } : seats === undefined ? {} : { seats }),
  ...(deputies === undefined ? {} : { deputies }),
  ...(plannedOn === undefined ? {} : { plannedOn }),
})

/** The full name of the unit above, where the organ's choice is to go through it. */
const aboveOf = async (tx: Acting, unit: string, chain: string): Promise<string | null> => {
  const parentId = chain === 'general-branch' ? (await shownUnit(tx, unit))?.parentId : null
  return parentId ? ((await unitOf(tx, parentId))?.name ?? null) : null
}

export const calendarRoutes: readonly Route[] = [readCalendar, proposeElection]
