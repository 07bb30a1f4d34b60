import { standingOf } from '../access/store.ts'
import type { Acting } from '../database/acting.ts'
import { type Reads, together } from '../database/together.ts'
import { type Route, route, type SignedIn } from '../http/serve.ts'
import { may, type Post } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { concernOf } from './concern.ts'
import type { Errand, Matter } from './contract.ts'
import * as contract from './contract.ts'
import { readDuties } from './duties-store.ts'
import { AHEAD_DAYS, byDay, dutyMatters } from './today.ts'
import { matterOf, type Waiting, waitingUntil } from './today-store.ts'
import { rulesBehind } from './year.ts'

export type Today = { owed: Matter[]; waiting: Matter[]; coming: Matter[] }

type AskedErrands = { actor: Pick<SignedIn, 'person' | 'grants'>; today: Day; until: Day }

/** Reads what of its own waits on the actor today, or will by `until`, as far as she may see it. One statement each. */
type ErrandReader = (tx: Acting, asked: AskedErrands) => Promise<readonly Errand[]>

/** The same as a read that goes into one statement with others, and what its rows say. */
type ErrandRead = {
  read: (asked: AskedErrands) => Reads[string]
  told: (rows: readonly never[], asked: AskedErrands) => readonly Errand[]
}

export type ErrandSource = ErrandReader | ErrandRead

/** What waits by all sources, in their order. */
const errandsBy = async (
  tx: Acting,
  sources: readonly ErrandSource[],
  asked: AskedErrands,
): Promise<Errand[]> => {
  const reads = sources.flatMap((source, at) =>
    typeof source === 'function' ? [] : [[`source${at}`, source.read(asked)] as const],
  )
  const rows = reads.length === 0 ? {} : await together(tx, Object.fromEntries(reads))
  const errands: Errand[] = []
  for (const [at, source] of sources.entries())
    errands.push(
      ...(typeof source === 'function'
        ? await source(tx, asked)
        : source.told((rows[`source${at}`] ?? []) as never[], asked)),
    )
  return errands
}

/** The three lists of a person's day. For someone without a post: her own duties and her own tasks. */
export const todayOf = async (
  tx: Acting,
  actor: Pick<SignedIn, 'person' | 'grants'>,
  on: Day,
  sources: readonly ErrandSource[] = [],
): Promise<Today | Refusal> => {
  const standing = await standingOf(tx, actor.person, on.toString())
  if (!standing) return refuse('not-found', '没有找到您的任职或党员身份。请联系所在支部的组织委员。')
  const until = on.add({ days: AHEAD_DAYS })
  const paths = [
    ...new Set(standing.held.filter(({ post }) => !APART.includes(post)).map(({ path }) => path)),
  ]
  const stretch = { from: on.subtract({ days: 92 }), to: until }
  const { plan, facts, duties, also } = await readDuties(
    tx,
    paths,
    stretch,
    on,
    waitingUntil(until.toString()),
  )
  const names = new Map(facts.units.map(({ id, name }) => [id, name]))
  const concern = concernOf(actor.person, standing.held, facts, on.toString())
  const matters = dutyMatters(duties, rulesBehind(plan, duties), names, concern, on)
  const waiting = [...also.meetings, ...also.tasks]
  const isMine = isWaitingOn(actor, on.toString())
  const errands = await errandsBy(tx, sources, { actor, today: on, until })
  const isToldOnce = ({ rule, unitId }: Matter) =>
    !errands.some((errand) => errand.instead === rule && errand.unitId === unitId)
  const [owed, coming] = [matters.owed.filter(isToldOnce), matters.coming.filter(isToldOnce)]
  return {
    owed: owed.map((matter) => withMeeting(matter, waiting)),
    waiting: [
      ...waiting.filter(isMine).map(matterOf),
      ...errands.filter((errand) => !errand.coming).map(errandMatter),
    ],
    coming: [
      ...coming,
      ...waiting.filter((matter) => isComing(matter, on.toString(), until.toString())).map(matterOf),
      ...errands.filter(({ coming }) => coming).map(errandMatter),
    ].sort(byDay),
  }
}

/** A duty for which a meeting is planned or being written down already leads there, not to another plan. */
const withMeeting = (matter: Matter, waiting: readonly Waiting[]): Matter => {
  const { plan, unitId, state, by } = matter
  const planned = waiting.find(
    ({ kind, kinds, unitId: of, on }) =>
      state === 'due' &&
      plan !== null &&
      of === unitId &&
      kinds.includes(plan) &&
      kind !== 'recorded' &&
      on !== null &&
      by !== null &&
      on <= by,
  )
  return planned ? { ...matter, meetingId: planned.id, plan: null } : matter
}

/** Posts from which nothing is owed in the unit they are held in. */
const APART: readonly Post[] = ['superior', 'operator']

/** Drafts and past plans wait on who may record, records on who may note, tasks on their owner. */
const isWaitingOn =
  ({ person, grants }: Pick<SignedIn, 'person' | 'grants'>, on: string) =>
  ({ kind, path, ownerId, on: by }: Waiting): boolean => {
    if (kind === 'follow-up') return ownerId === person && (by === null || by <= soonAfter(on))
    if (kind === 'recorded') return may(grants, 'meeting.note', path)
    return may(grants, 'meeting.record', path) && (kind === 'draft' || (by ?? on) < on)
  }

const isComing = ({ kind, on: by }: Waiting, on: string, until: string): boolean => {
  if (by === null || by > until) return false
  return kind === 'follow-up' ? by > soonAfter(on) : kind === 'planned' && by >= on
}

const soonAfter = (on: string): string => day(on).add({ days: 7 }).toString()

const errandMatter = ({ coming: _, instead: __, ...errand }: Errand): Matter => ({
  kind: 'errand',
  state: null,
  rule: null,
  meetingId: null,
  plan: null,
  ...errand,
})

/** The sources are the parts of the product that have errands to tell of. */
export const todayRoutes = (sources: readonly ErrandSource[]): readonly Route[] => [
  route(contract.readToday, async ({ tx, actor, today, query }) => {
    const on = query.on === undefined ? today : day(query.on)
    const lists = await todayOf(tx, actor, on, sources)
    return 'refused' in lists ? lists : { on: on.toString(), ...lists }
  }),
]
