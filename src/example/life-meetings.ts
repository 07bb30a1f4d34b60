import { z } from 'zod'
import * as contract from '../life-meetings/contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)
const entered = { on: On, by: Name }

const Round = z.strictObject({
  unit: Name,
  year: z.int(),
  form: z.enum(contract.FORMS),
  topic: Name,
  meet: On,
  ...entered,
  studies: z.array(z.strictObject({ material: Name, on: On, done: On.optional() })),
  opinions: z.array(
    z.strictObject({
      source: z.enum(contract.SOURCES).exclude(['box']),
      about: z.enum(contract.ABOUTS),
      whom: Name.optional(),
      text: Name,
      ...entered,
    }),
  ),
  slips: z.strictObject({ texts: z.array(Name), ...entered }).optional(),
  emptied: z.strictObject(entered).optional(),
  check: z.strictObject({ text: Name, final: z.boolean().default(false), ...entered }).optional(),
  /** What members wrote for themselves; `in`: handed in the same day. */
  notes: z
    .array(z.strictObject({ who: Name, on: On, text: Name, in: z.boolean().default(false) }))
    .default([]),
  paper: z.strictObject({ who: z.array(Name), ...entered }).optional(),
  remarks: z
    .array(z.strictObject({ giver: Name, receiver: Name, matter: Name, answer: Name.optional(), ...entered }))
    .default([]),
  problems: z
    .array(
      z.strictObject({
        what: Name,
        about: z.enum(contract.ABOUTS),
        measure: Name,
        owner: Name,
        due: On,
        ...entered,
        /** What the owner said was done, and when the committee closed it. */
        done: z.strictObject({ on: On, says: Name, closed: On }).optional(),
      }),
    )
    .default([]),
  report: z.strictObject({ to: Name, ...entered }).optional(),
})
type Round = z.infer<typeof Round>

export const LifeMeetingFile = z.strictObject({ rounds: z.array(Round) })
export type LifeStory = z.infer<typeof LifeMeetingFile>

/** Each round from its plan to its report, entered by whoever did it on the day. */
export const lifeMeetingSteps = ({ rounds }: LifeStory): Step[] => rounds.flatMap(roundSteps)

const roundSteps = (round: Round): Step[] => {
  const life: { now: contract.LifeRound | null } = { now: null }
  const step = (
    { on, by }: { on: string; by: string },
    does: (hand: Hand, names: Names, now: contract.LifeRound) => Promise<contract.LifeRound | null>,
    rank: number = RANK.after,
  ): Step => ({
    on,
    by,
    rank,
    does: async (hand, names) => {
      life.now = (await does(hand, names, life.now as contract.LifeRound)) ?? life.now
    },
  })
  const anew = (hand: Hand, { id }: contract.LifeRound) =>
    hand.ask(contract.readLifeRound, { params: { round: id } })
  return [
    step(round, (hand, names) => open(hand, names, round), RANK.plan),
    ...round.studies.flatMap(({ done }) =>
      done === undefined
        ? []
        : [
            step({ on: done, by: round.by }, async (hand, _, now) =>
              study(hand, round, await anew(hand, now), done),
            ),
          ],
    ),
    ...round.opinions.map((opinion) =>
      step(opinion, (hand, names, { id }) =>
        hand.ask(contract.addLifeOpinion, {
          params: { round: id },
          body: {
            source: opinion.source,
            about: opinion.about,
            aboutId: opinion.whom ? idIn(names.people, opinion.whom) : null,
            text: opinion.text,
          },
        }),
      ),
    ),
    ...one(round.slips, (slips) =>
      step(slips, async (hand, _, { id }) => {
        const texts = slips.texts.map((text) => ({ about: 'committee' as const, aboutName: null, text }))
        await hand.ask(contract.dropLifeOpinions, { params: { round: id }, body: { slips: texts } })
        return null
      }),
    ),
    ...one(round.emptied, (emptied) =>
      step(emptied, async (hand, _, now) => {
        const { id, version } = await anew(hand, now)
        return hand.ask(contract.openLifeBox, { params: { round: id }, body: { version } })
      }),
    ),
    ...one(round.check, (check) =>
      step(check, (hand, _, { id }) =>
        hand.ask(contract.writeCheck, {
          params: { round: id },
          body: { text: check.text.trim(), final: check.final, version: null },
        }),
      ),
    ),
    ...round.notes.map((notes) =>
      step({ on: notes.on, by: notes.who }, (hand, _, now) => writeNotes(hand, now, notes)),
    ),
    ...one(round.paper, (paper) =>
      step(paper, (hand, names, { id }) =>
        hand.ask(contract.markPaperNotes, {
          params: { round: id },
          body: { personIds: paper.who.map((name) => idIn(names.people, name)) },
        }),
      ),
    ),
    ...round.remarks.map((remark) =>
      step(remark, async (hand, names, { id, unitId }) => {
        const people = {
          giverId: idIn(names.people, remark.giver),
          receiverId: idIn(names.people, remark.receiver),
        }
        const body = { unitId, ...people, matter: remark.matter, answer: remark.answer ?? null }
        await hand.ask(contract.noteRemark, { params: { round: id }, body })
        return null
      }),
    ),
    ...round.problems.flatMap((problem) => problemSteps(problem, step)),
    ...one(round.report, (report) =>
      step(report, async (hand, _, now) => {
        const { id, version } = await anew(hand, now)
        const body = { sentOn: report.on, sentTo: report.to, version }
        return hand.ask(contract.sendLifeReport, { params: { round: id }, body })
      }),
    ),
  ]
}

const one = <Of>(given: Of | undefined, of: (given: Of) => Step): Step[] =>
  given === undefined ? [] : [of(given)]

const open = (hand: Hand, names: Names, round: Round) =>
  hand
    .ask(contract.openLifeRound, {
      params: { unit: idIn(names.units, round.unit) },
      body: { forYear: round.year, form: round.form, topic: round.topic, meetOn: round.meet },
    })
    .then((opened) => study(hand, round, opened, round.on))

/** The studies as they stand on the day. */
const study = (
  hand: Hand,
  { studies }: Round,
  { id, form, topic, meetOn, version }: contract.LifeRound,
  today: string,
) =>
  hand.ask(contract.planLifeRound, {
    params: { round: id },
    body: {
      form,
      topic,
      meetOn,
      studies: studies.map(({ material, on, done }) => ({
        material,
        on,
        done: done !== undefined && done <= today,
      })),
      version,
    },
  })

const writeNotes = async (
  hand: Hand,
  { id }: contract.LifeRound,
  notes: Round['notes'][number],
): Promise<null> => {
  const params = { round: id }
  const { version } = await hand.ask(contract.writeOwnNotes, {
    params,
    body: { text: notes.text.trim(), version: null },
  })
  if (notes.in) await hand.ask(contract.handInOwnNotes, { params, body: { handIn: true, version } })
  return null
}

type Stepping = (
  at: { on: string; by: string },
  does: (hand: Hand, names: Names, now: contract.LifeRound) => Promise<contract.LifeRound | null>,
) => Step

const problemSteps = (problem: Round['problems'][number], step: Stepping): Step[] => {
  const { what, about, measure, owner, due, done } = problem
  const kept: { now: contract.Problem | null } = { now: null }
  const added = step(problem, async (hand, names, { id }) => {
    const body = { about, problem: what, measure, ownerId: idIn(names.people, owner), dueOn: due }
    const round = await hand.ask(contract.addProblem, { params: { round: id }, body })
    kept.now = round.problems.find((each) => each.problem === what) ?? null
    return round
  })
  if (!done) return [added]
  const params = () => ({ problem: kept.now?.id ?? '' })
  const said = step({ on: done.on, by: owner }, async (hand) => {
    const body = { doneText: done.says, meetingId: null, version: kept.now?.version ?? 1 }
    kept.now = await hand.ask(contract.reportMeasure, { params: params(), body })
    return null
  })
  const closed = step({ on: done.closed, by: problem.by }, async (hand) => {
    const body = { doneText: null, version: kept.now?.version ?? 1 }
    kept.now = await hand.ask(contract.closeProblem, { params: params(), body })
    return null
  })
  return [added, said, closed]
}
