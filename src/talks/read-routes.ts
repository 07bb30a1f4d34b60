import type { Acting } from '../database/acting.ts'
import { type Route, route, type SignedIn } from '../http/serve.ts'
import { may, PERMISSIONS, type Permission } from '../kernel/access.ts'
import { type Day, day, isBefore } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, type UnitRow, unitOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { clauseOf, readingOf } from './clauses.ts'
import * as contract from './contract.ts'
import { DUTY_OF } from './duty-of.ts'
import { isCommittee, takesPart } from './kinds.ts'
import { keepsHere, mattersOf } from './matter-store.ts'
import * as store from './store.ts'

export const KEEPERS: readonly string[] = PERMISSIONS['talk.arrange'].posts

/** The branch asked for, or why it is none of the reader's. */
export const branchFor = async (
  tx: Acting,
  actor: SignedIn,
  id: string,
  permission: Permission,
): Promise<UnitRow | Refusal> => {
  const unit = await unitOf(tx, id)
  if (!unit)
    return refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
  if (unit.kind !== 'branch')
    return refuse('invalid', `谈心谈话按党支部登记，「${unit.name}」不是党支部。请选择一个党支部。`, {
      field: 'unit',
    })
  if (!may(actor.grants, permission, unit.path))
    return refuse(
      'not-permitted',
      `您的职务不能「${PERMISSIONS[permission].says}」。请由「${unit.name}」的支委会成员办理。`,
    )
  return unit
}

export const noTalk = (): Refusal =>
  refuse('not-found', '没有这次谈心谈话，或不是您能查看的。请从列表中选择。', { field: 'talk' })

export const circled = (person: store.InCircle): contract.Circled => ({
  id: person.id,
  name: person.name,
  initials: person.initials,
  groupName: person.groupName,
  committee: isCommittee(person),
  counts: takesPart(person),
})

/** The day by which a year's matrix is drawn: its last, or today while it runs. */
export const dayOfYear = (year: number, today: Day): Day => {
  const last = Temporal.PlainDate.from({ year, month: 12, day: 31 })
  return isBefore(last, today) ? last : today
}

/** A branch's talks of a year with its people and the clauses; the facts of the page and of the sheet. */
export const talksShown = async (
  { tx, actor, today }: { tx: Acting; actor: SignedIn; today: Day },
  unit: UnitRow,
  year: number,
): Promise<contract.Talks> => {
  const on = dayOfYear(year, today)
  const people = (await store.circleOf(tx, unit.id, on.toString())).map(circled)
  const talks = await store.talksOf(tx, unit.id, year)
  const ruleOf = rulesStanding(book, await settledOf(tx), on)
  const clause = (kind: keyof typeof DUTY_OF) => clauseOf(ruleOf(DUTY_OF[kind]))
  const [committee, across, member] = [clause('committee'), clause('committee-member'), clause('member')]
  const isKeeper =
    may(actor.grants, 'talk.arrange', unit.path) && (await keepsHere(tx, unit.id, today.toString(), KEEPERS))
  const matters = isKeeper ? await mattersOf(tx, unit.id) : null
  return {
    unitId: unit.id,
    unitName: unit.name,
    year,
    reading: readingOf(ruleOf(DUTY_OF['committee-member'])),
    people,
    talks,
    clauses: {
      ...(committee && { committee }),
      ...(across && { 'committee-member': across }),
      ...(member && { member }),
    },
    matters: matters && {
      open: matters.filter(({ settled }) => !settled).length,
      talked: matters.filter(({ settled }) => settled).length,
      clause: clauseOf(ruleOf('talk.hardship')) ?? null,
    },
  }
}

const readTalks = route(contract.readTalks, async (asked) => {
  const { tx, actor, today, params, query } = asked
  const unit = await branchFor(tx, actor, params.unit, 'talk.read')
  if ('refused' in unit) return unit
  return talksShown(asked, unit, query.year ?? today.year)
})

/** How far back one's own talks are listed. */
const OWN_YEARS = 3

const readOwnTalks = route(contract.readOwnTalks, async ({ tx, today }) => {
  const branch = await store.ownBranch(tx, today.toString())
  const people = branch ? (await store.circleOf(tx, branch.id, today.toString())).map(circled) : []
  const talks = await store.ownTalks(tx, day(`${today.year - OWN_YEARS + 1}-01-01`).toString())
  return { unitId: branch?.id ?? null, unitName: branch?.name ?? null, people, talks }
})

export const readRoutes: readonly Route[] = [readTalks, readOwnTalks]
