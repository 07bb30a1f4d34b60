import type { Acting } from '../database/acting.ts'
import { readDuties } from '../duties/duties-store.ts'
import { type Route, route } from '../http/serve.ts'
import { type Day, day, isAfter } from '../kernel/day.ts'
import { compareByStrokes } from '../kernel/strokes.ts'
import { book } from '../rules/book.ts'
import { ruleOn } from '../rules/rulebook.ts'
import * as contract from './contract.ts'
import * as hours from './hours.ts'
import * as store from './hours-store.ts'
import { isTraining } from './kinds.ts'
import { noUnit } from './session-routes.ts'
import { unitOf } from './session-store.ts'

const daysOf = (year: number) => ({ from: day(`${year}-01-01`), to: day(`${year}-12-31`) })

/** The day as of which a year is told: its last, or today while it runs. */
const toldOn = (year: number, today: Day): Day => {
  const { to } = daysOf(year)
  return isAfter(today, to) ? to : today
}

const isHours = (rule: string): boolean => (hours.HOURS_RULES as readonly string[]).includes(rule)

/** Who owes hours in the year, by membership and posts as the duties have them, and how everyone is called. */
export const owedIn = async (tx: Acting, paths: readonly string[], year: number, today: Day) => {
  const { duties, facts } = await readDuties(tx, paths, daysOf(year), today)
  const owed = duties.flatMap(({ rule, unitId, personId, needed, state }) =>
    personId !== null && isHours(rule) && state !== 'not-owed' ? [{ personId, unitId, rule, needed }] : [],
  )
  return { owed, names: new Map(facts.people.map(({ id, name }) => [id, name])) }
}

/** How a person stands in the year, with the clause. */
export const standingOf = (
  tally: hours.Tally | undefined,
  owed: hours.Owed | undefined,
  year: number,
  today: Day,
) => {
  const { declared, undeclared, sessions } = tally ?? hours.NOTHING
  const rule = owed && ruleOn(book.rules, owed.rule, toldOn(year, today))
  const judged = hours.hoursJudged(rule, declared)
  return {
    declared,
    undeclared,
    sessions,
    needed: owed?.needed ?? null,
    lacking: owed ? hours.lacking(owed.needed, declared) : null,
    judgment: judged && { ...judged, numbers: { ...judged.numbers } },
  }
}

/**
 * Everyone who owes hours or has some, by strokes; of these units alone where they are named. Ten statements however many
 * people.
 */
export const hoursSheet = async (
  tx: Acting,
  path: string,
  year: number,
  today: Day,
  units?: readonly string[],
): Promise<contract.HoursSheet['people']> => {
  const isOfThese = ({ unitId }: { unitId: string }) => units === undefined || units.includes(unitId)
  const read = await owedIn(tx, [path], year, today)
  const owed = read.owed.filter(isOfThese)
  const declared = (await store.declaredIn(tx, path, year)).filter(isOfThese)
  const tallies = hours.tallied(declared)
  const trained = hours.tallied(declared.filter(({ kind }) => isTraining(kind)))
  const known = new Map([...declared.map(({ personId, name }) => [personId, name] as const), ...read.names])
  const ids = new Set([...owed, ...declared].map(({ personId }) => personId))
  return [...ids]
    .map((personId) => {
      const standing = standingOf(tallies.get(personId), hours.heaviest(owed, personId), year, today)
      const training = trained.get(personId)?.declared ?? 0
      const name = known.get(personId) ?? '（名册中已查不到）'
      return { personId, name, training, collective: standing.declared - training, ...standing }
    })
    .sort((one, other) => compareByStrokes(one.name, other.name))
}

const readHours = route(contract.readStudyHours, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const year = query.year ?? today.year
  if (unit.kind === 'group') return { year, countedHere: false, people: [] }
  return { year, countedHere: true, people: await hoursSheet(tx, unit.path, year, today) }
})

const readOwn = route(contract.readOwnStudy, async ({ tx, actor, today, query }) => {
  const year = query.year ?? today.year
  const paths = await store.ownPaths(tx, actor.person, toldOn(year, today).toString())
  const { owed } = await owedIn(tx, paths, year, today)
  const records = await store.ownRecords(tx, actor.person, year)
  const followUps = await store.ownFollowUps(tx, actor.person, year)
  const declared = records
    .filter(({ tookPart }) => tookPart)
    .map((record) => ({ personId: actor.person, hours: record.hours }))
  const tally = hours.tallied(declared).get(actor.person)
  const mine = hours.heaviest(owed, actor.person)
  return { year, ...standingOf(tally, mine, year, today), records, followUps }
})

export const hoursRoutes: readonly Route[] = [readHours, readOwn]
