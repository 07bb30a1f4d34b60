import { z } from 'zod'
import * as contract from '../appraisals/contract.ts'
import { CHOICES, CONSIDERED, GRADES } from '../appraisals/kinds.ts'
import * as poll from '../appraisals/poll-contract.ts'
import { TERMS } from '../glossary.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)
const GRADE_OF = Object.fromEntries(GRADES.map((grade) => [TERMS[grade], grade]))
const CHOICE_OF = Object.fromEntries(CHOICES.map((choice) => [TERMS[choice], choice]))
const GradeWord = z.string().transform((word) => z.enum(GRADES).parse(GRADE_OF[word]))
const ChoiceWord = z.string().transform((word) => z.enum(CHOICES).parse(CHOICE_OF[word]))

/** 民主评议 of a branch and year; ballots in the order of names by strokes. */
const StoryAppraisal = z.strictObject({
  unit: Name,
  year: z.int(),
  roster: On,
  by: Name,
  opened: On,
  study: z.strictObject({ on: On, note: Name }),
  papers: z.array(z.strictObject({ on: On, who: z.array(Name) })).default([]),
  selves: z.array(z.strictObject({ on: On, who: Name, text: Name })).default([]),
  mutuals: z.array(z.strictObject({ at: Name, on: On, host: Name, note: Name.optional() })).default([]),
  poll: z
    .strictObject({
      on: On,
      form: z.literal('sheets'),
      issued: z.int(),
      sheets: z.array(z.array(ChoiceWord)),
    })
    .optional(),
  decided: z
    .strictObject({ on: On, by: z.enum(['committee', 'members']), considered: z.array(z.enum(CONSIDERED)) })
    .optional(),
  grades: z.array(z.strictObject({ who: Name, grade: GradeWord, opinion: Name.optional() })).default([]),
  closed: On.optional(),
  told: z.strictObject({ on: On, by: Name }).optional(),
})
type StoryAppraisal = z.infer<typeof StoryAppraisal>

export const AppraisalFile = z.strictObject({ appraisals: z.array(StoryAppraisal) })

/** A round's life as entries of the story: what the officer records, and what members write themselves. */
export const appraisalSteps = (appraisals: readonly StoryAppraisal[]): Step[] =>
  appraisals.flatMap((appraisal) => {
    const life: { now: contract.Appraisal | null } = { now: null }
    return stepsOf(appraisal).map(({ on, by, act }) => ({
      on,
      by,
      rank: RANK.after,
      does: async (hand, names) => {
        const now = await act(hand, names, life.now as contract.Appraisal)
        if (now) life.now = now
      },
    }))
  })

type Act = (hand: Hand, names: Names, now: contract.Appraisal) => Promise<contract.Appraisal | null>
type Entry = { on: string; by: string; act: Act }

const stepsOf = (appraisal: StoryAppraisal): Entry[] => {
  const { by, opened, papers, selves, mutuals, study, decided, closed, told } = appraisal
  const own = (on: string, act: Act): Entry => ({ on, by, act })
  return [
    own(opened, open(appraisal)),
    own(study.on, studied(study)),
    ...papers.map(({ on, who }) =>
      own(on, (hand, { people }, { id }) =>
        hand.ask(contract.recordPaper, {
          params: { appraisal: id },
          body: { personIds: who.map((each) => idIn(people, each)), handedInOn: on },
        }),
      ),
    ),
    ...selves.map(({ on, who, text }) => ({
      on,
      by: who,
      act: async (hand: Hand, _: Names, { id }: contract.Appraisal) => {
        await hand.ask(contract.handInSelf, { params: { appraisal: id }, body: { text } })
        return null
      },
    })),
    ...mutuals.map((mutual) => own(mutual.on, met(mutual))),
    ...(appraisal.poll ? [own(appraisal.poll.on, polled(appraisal.poll))] : []),
    ...(decided ? [own(decided.on, graded(appraisal))] : []),
    ...(closed ? [own(closed, close)] : []),
    ...(told ? [own(told.on, tell(told))] : []),
  ]
}

const open =
  ({ unit, year, roster }: StoryAppraisal): Act =>
  (hand, { units }) =>
    hand.ask(contract.openAppraisal, {
      params: { unit: idIn(units, unit) },
      body: { forYear: year, rosterOn: roster },
    })

const studied =
  ({ on, note }: StoryAppraisal['study']): Act =>
  (hand, _, { id, version }) =>
    hand.ask(contract.changeAppraisal, {
      params: { appraisal: id },
      body: {
        meetingId: null,
        reportMeetingId: null,
        studiedOn: on,
        studyNote: note,
        superiorOpinion: null,
        superiorOn: null,
        version,
      },
    })

const met =
  ({ at, on, host, note }: StoryAppraisal['mutuals'][number]): Act =>
  (hand, { units, people }, { id }) =>
    hand.ask(contract.recordMutual, {
      params: { appraisal: id, unit: idIn(units, at) },
      body: { heldOn: on, hostId: idIn(people, host), note: note ?? null, remarks: [], version: null },
    })

const polled =
  ({ on, form, issued, sheets }: NonNullable<StoryAppraisal['poll']>): Act =>
  async (hand, _, { id, seats }) => {
    const params = { appraisal: id }
    const people = seats.filter(({ role }) => role === 'graded')
    await hand.ask(poll.openPoll, { params, body: { form, polledOn: on } })
    for (const sheet of sheets) {
      const ballot = people.map(({ personId }, at) => ({ personId, choice: sheet[at]! }))
      await hand.ask(poll.castSheet, { params, body: { ballot } })
    }
    return hand.ask(poll.closePoll, { params, body: { issued, returned: sheets.length } })
  }

const graded =
  ({ decided, grades }: StoryAppraisal): Act =>
  (hand, { people }, { id, version }) =>
    hand.ask(contract.gradePeople, {
      params: { appraisal: id },
      body: {
        decidedBy: decided!.by,
        decidedOn: decided!.on,
        considered: decided!.considered,
        grades: grades.map(({ who, grade, opinion }) => ({
          personId: idIn(people, who),
          grade,
          opinion: opinion ?? null,
          improvement: null,
        })),
        version,
      },
    })

const close: Act = (hand, _, { id, version }) =>
  hand.ask(contract.closeAppraisal, { params: { appraisal: id }, body: { lateReason: null, version } })

const tell =
  ({ on, by }: NonNullable<StoryAppraisal['told']>): Act =>
  (hand, _, { id, seats, version }) =>
    hand.ask(contract.recordTold, {
      params: { appraisal: id },
      body: {
        personIds: seats.filter(({ grade }) => grade !== null).map(({ personId }) => personId),
        toldOn: on,
        toldBy: by,
        version,
      },
    })
