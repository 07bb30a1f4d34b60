import { z } from 'zod'
import { linkCadre, listPoints, makePoint } from '../visits/contact-contract.ts'
import * as contract from '../visits/contract.ts'
import { CONSENTS, POINT_KINDS } from '../visits/kinds.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)
const entered = { on: On, by: Name }

const Promised = z.strictObject({
  what: Name,
  due: On,
  done: On.optional(),
  told: On.optional(),
  /** Who told her, where that is not whoever made the visit. */
  'told-by': Name.optional(),
})

export const VisitFile = z.strictObject({
  points: z.array(
    z.strictObject({
      name: Name,
      kind: z.enum(POINT_KINDS),
      area: Name,
      since: On,
      ...entered,
      keepers: z.array(z.strictObject({ who: Name, since: On, until: On.optional(), ...entered })),
    }),
  ),
  visits: z.array(
    z.strictObject({
      /** What the files call it by. */
      key: Name,
      ...entered,
      held: On,
      point: Name,
      visitors: z.array(Name),
      whom: z.string(),
      seen: z.string(),
      done: z.string(),
      consent: z.enum(CONSENTS),
      promises: z.array(Promised),
      /** Whoever took the open promises over. */
      passed: z.strictObject({ ...entered, to: Name }).optional(),
    }),
  ),
  planned: z.array(z.strictObject({ ...entered, day: On, point: Name, visitors: z.array(Name) })),
})
export type VisitStory = z.infer<typeof VisitFile>

type Does = (hand: Hand, names: Names) => Promise<void>
const step = ({ on, by }: { on: string; by: string }, rank: number, does: Does): Step => ({
  on,
  by,
  rank,
  does,
})

/** Which places cadres keep contact with, who went there, and what she promised. */
export const visitSteps = ({ points, visits, planned }: VisitStory): Step[] => [
  ...points.flatMap(({ keepers, ...point }) => [
    step(point, RANK.unit, async (hand) => {
      const { name, kind, area, since } = point
      await hand.ask(makePoint, { body: { name, kind, area, since } })
    }),
    ...keepers.map((keeper) =>
      step(keeper, RANK.people, async (hand, { people }) => {
        const { who, since, until = null } = keeper
        await hand.ask(linkCadre, {
          params: { point: await pointIn(hand, point.name) },
          body: { personId: idIn(people, who), since, until },
        })
      }),
    ),
  ]),
  ...visits.flatMap(visitStepsOf),
  ...planned.map((plan) =>
    step(plan, RANK.plan, async (hand, { people }) => {
      const visitors = plan.visitors.map((name) => idIn(people, name))
      const pointId = await pointIn(hand, plan.point)
      await hand.ask(contract.planVisit, { body: { plannedOn: plan.day, pointId, place: null, visitors } })
    }),
  ),
]

const pointIn = async (hand: Hand, name: string): Promise<string> => {
  const { points } = await hand.ask(listPoints, {})
  const found = points.find((point) => point.name === name)
  if (!found) throw new Error(`the example names ${name}, which is no contact point by then`)
  return found.id
}

/** The ids of the visits that the story tells of, by key; they come into being as it is read. */
const VISIT_IDS = new Map<string, string>()

export const visitIdOf = (key: string): string => {
  const id = VISIT_IDS.get(key) ?? crypto.randomUUID()
  VISIT_IDS.set(key, id)
  return id
}

const visitStepsOf = (visit: VisitStory['visits'][number]): Step[] => {
  const promised = visit.promises.map((promise) => ({ ...promise, id: crypto.randomUUID() }))
  const { passed } = visit
  return [
    step(visit, RANK.record, async (hand, { people }) => {
      const { key, held, point, visitors, whom, seen, done, consent } = visit
      const draft = {
        ...{ id: visitIdOf(key), pointId: await pointIn(hand, point), place: null, heldOn: held },
        ...{ whom, seen, done, consent, visitors: visitors.map((name) => idIn(people, name)) },
        promises: promised.map(({ id, what, due }) => ({ id, what, dueOn: due })),
      }
      await hand.ask(contract.recordVisits, { body: { drafts: [draft] } })
    }),
    ...promised.flatMap(({ id, done, told, 'told-by': teller }) => [
      ...(done ? [step({ on: done, by: visit.by }, RANK.after, keep(id, done, null))] : []),
      ...(done && told ? [step({ on: told, by: teller ?? visit.by }, RANK.after, keep(id, done, told))] : []),
      ...(passed ? [step(passed, RANK.after, pass(id, passed.to))] : []),
    ]),
  ]
}

const versionOf = async (hand: Hand, promise: string): Promise<number> => {
  const { promises } = await hand.ask(contract.listOwnPromises, {})
  const found = promises.find(({ id }) => id === promise)
  if (!found) throw new Error('the example keeps a promise that is not hers')
  return found.version
}

const keep =
  (promise: string, doneOn: string, toldOn: string | null): Does =>
  async (hand) => {
    const body = { doneOn, toldOn, version: await versionOf(hand, promise) }
    await hand.ask(contract.keepPromise, { params: { promise }, body })
  }

const pass =
  (promise: string, to: string): Does =>
  async (hand, { people }) => {
    const body = { ownerId: idIn(people, to), version: await versionOf(hand, promise) }
    await hand.ask(contract.passPromise, { params: { promise }, body })
  }
