import { z } from 'zod'
import * as clocks from '../needs/clock-contract.ts'
import { BELONGS } from '../needs/clocks.ts'
import { GROUNDS, listCadres } from '../needs/contract.ts'
import { LEVELS, PAUSES, PETITIONS } from '../needs/kinds.ts'
import { letIn } from '../needs/sealed-contract.ts'
import * as triage from '../needs/triage-contract.ts'
import type { Hand } from './hand.ts'
import { RANK, type Step } from './step.ts'

export const On = z.iso.date()
export const Name = z.string().min(1)
export const entered = { on: On, by: Name }

/** What is done about a matter at the desk: calls, triage, and the times that run for it. */
export const TriageStory = {
  /** Who lets herself in, since she leads the desk. */
  knower: z.strictObject({ ...entered, ground: z.enum(GROUNDS) }).optional(),
  calls: z
    .array(z.strictObject({ ...entered, called: z.enum(triage.CALLED), clock: Name, note: z.string() }))
    .default([]),
  triage: z
    .strictObject({
      ...entered,
      level: z.enum(LEVELS),
      petition: z.enum(PETITIONS),
      belongs: z.enum(BELONGS).optional(),
      acceptedOn: On.optional(),
      owner: Name.optional(),
    })
    .optional(),
  kept: z.array(z.strictObject({ ...entered, rule: Name })).default([]),
  pauses: z
    .array(z.strictObject({ ...entered, kind: z.enum(PAUSES), reason: Name, ends: z.strictObject(entered) }))
    .default([]),
  extension: z.strictObject({ ...entered, until: On, approvedBy: Name, reason: Name }).optional(),
  raised: z.array(z.strictObject({ ...entered, reason: Name })).default([]),
}
const Story = z.strictObject(TriageStory)
export type TriageStory = z.infer<typeof Story>

/** The matter itself on the day of a step: its id and its present version, as whoever acts sees it. */
export type Found = (hand: Hand) => Promise<{ id: string; version: number }>

export const stepOf = (
  { on, by }: { on: string; by: string },
  does: (hand: Hand) => Promise<unknown>,
): Step => ({
  on,
  by,
  rank: RANK.after,
  does: async (hand) => void (await does(hand)),
})

export const cadre = async (hand: Hand, name: string): Promise<string> => {
  const found = (await hand.ask(listCadres, {})).cadres.find((each) => each.name === name)
  if (!found) throw new Error(`the example names ${name}, who is no cadre`)
  return found.id
}

const clockOf = async (hand: Hand, need: string, rule: string): Promise<string> => {
  const found = (await hand.ask(clocks.readClocks, { params: { need } })).clocks.find(
    (each) => each.rule === rule,
  )
  if (!found) throw new Error(`no clock ${rule} runs for the matter of the example`)
  return found.id
}

/** The steps of the desk for one matter, each by its own hand on its own day. */
export const triageSteps = (story: TriageStory, found: Found): Step[] => [
  ...(story.knower ? [knowing(story.knower, found)] : []),
  ...story.calls.map((each) =>
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      const { on: onDay, called, clock, note } = each
      await hand.ask(triage.recordCall, {
        params: { need: id },
        body: { called, onDay, clock, note, version },
      })
    }),
  ),
  ...(story.triage ? [judging(story.triage, found)] : []),
  ...story.kept.map((each) =>
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      const clock = await clockOf(hand, id, each.rule)
      await hand.ask(clocks.keepClock, { params: { need: id, clock }, body: { keptOn: each.on, version } })
    }),
  ),
  ...story.pauses.flatMap((each) => [
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      const { on: since, kind, reason } = each
      await hand.ask(clocks.pauseNeed, { params: { need: id }, body: { kind, since, reason, version } })
    }),
    stepOf(each.ends, async (hand) => {
      const { id, version } = await found(hand)
      await hand.ask(clocks.resumeNeed, { params: { need: id }, body: { until: each.ends.on, version } })
    }),
  ]),
  ...(story.extension ? [extending(story.extension, found)] : []),
  ...story.raised.map((each) =>
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      await hand.ask(triage.raiseNeed, { params: { need: id }, body: { reason: each.reason, version } })
    }),
  ),
]

const knowing = (knower: NonNullable<TriageStory['knower']>, found: Found): Step =>
  stepOf(knower, async (hand) => {
    const { id, version } = await found(hand)
    const personId = await cadre(hand, knower.by)
    await hand.ask(letIn, { params: { need: id }, body: { personId, ground: knower.ground, version } })
  })

const judging = (judged: NonNullable<TriageStory['triage']>, found: Found): Step =>
  stepOf(judged, async (hand) => {
    const { id, version } = await found(hand)
    const { level, petition, belongs, acceptedOn, owner } = judged
    await hand.ask(triage.triageNeed, {
      params: { need: id },
      body: {
        level,
        petition,
        version,
        ...(belongs ? { belongs } : {}),
        ...(acceptedOn ? { acceptedOn } : {}),
        ...(owner ? { ownerId: await cadre(hand, owner) } : {}),
      },
    })
  })

const extending = (extension: NonNullable<TriageStory['extension']>, found: Found): Step =>
  stepOf(extension, async (hand) => {
    const { id, version } = await found(hand)
    const clock = await clockOf(hand, id, 'petition.decide')
    const { until, reason } = extension
    const approvedBy = await cadre(hand, extension.approvedBy)
    await hand.ask(clocks.extendClock, {
      params: { need: id, clock },
      body: { until, approvedBy, reason, version },
    })
  })
