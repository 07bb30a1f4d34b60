import { z } from 'zod'
import * as contract from '../talks/contract.ts'
import { CAUSES, OUTCOMES } from '../talks/kinds.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)
const Pairs = z.array(z.tuple([Name, Name]))
const entered = { on: On, by: Name }

export const TalkFile = z.strictObject({
  told: z.array(z.strictObject({ ...entered, held: On, unit: Name, pairs: Pairs })),
  own: z.array(
    z.strictObject({
      ...entered,
      with: Name,
      held: On,
      place: Name.nullable().default(null),
      cause: z.enum(['yearly', ...CAUSES]).default('yearly'),
      text: Name,
      follow: Name,
      opinion: Name.optional(),
    }),
  ),
  released: z.array(
    z.strictObject({
      speaker: Name,
      'drafted-by': Name,
      on: On,
      signed: On,
      wording: Name,
      answered: z.strictObject({ ...entered, outcome: z.enum(OUTCOMES), answer: Name }),
    }),
  ),
  matters: z.array(z.strictObject({ ...entered, unit: Name, who: Name, cause: z.enum(CAUSES), since: On })),
  planned: z.array(z.strictObject({ ...entered, unit: Name, until: On, pairs: Pairs })),
})
export type TalkStory = z.infer<typeof TalkFile>

type Does = (hand: Hand, names: Names) => Promise<void>

/** Who talked with whom, entered by the two or by the officer; what was passed on, and what became of it. */
export const talkSteps = ({ told, own, released, matters, planned }: TalkStory): Step[] => [
  ...told.map(({ on, by, held, unit, pairs }) =>
    step(on, by, async (hand, names) => {
      const body = { pairs: pairsIn(names, pairs), heldOn: held, place: null }
      await hand.ask(contract.recordTalks, { params: { unit: idIn(names.units, unit) }, body })
    }),
  ),
  ...own.map((talk) => step(talk.on, talk.by, (hand, names) => enterOwn(hand, names, talk))),
  ...released.flatMap(({ speaker, 'drafted-by': drafter, on, signed, wording, answered }) => [
    step(on, drafter, async (hand, names) => {
      const { drafts } = await talkWith(hand, idIn(names.people, speaker))
      const draft = drafts[0]!
      await hand.ask(contract.releaseOpinion, {
        params: { opinion: draft.id },
        body: { wording, agreedBy: 'paper', agreedOn: signed, version: draft.version },
      })
    }),
    step(answered.on, answered.by, async (hand, names) => {
      const unit = idIn(names.units, BRANCH)
      const query = { year: Number(on.slice(0, 4)) }
      const { opinions } = await hand.ask(contract.listOpinions, { params: { unit }, query })
      const opinion = opinions.find((each) => each.wording === wording)!
      const { outcome, answer } = answered
      const body = { outcome, answer, version: opinion.version }
      await hand.ask(contract.answerOpinion, { params: { opinion: opinion.id }, body })
    }),
  ]),
  ...matters.map(({ on, by, unit, who, cause, since }) =>
    step(on, by, async (hand, names) => {
      const body = { personId: idIn(names.people, who), cause, since }
      await hand.ask(contract.registerMatter, { params: { unit: idIn(names.units, unit) }, body })
    }),
  ),
  ...planned.map(({ on, by, unit, until, pairs }) =>
    step(on, by, async (hand, names) => {
      const body = { pairs: pairsIn(names, pairs), plannedBy: until }
      await hand.ask(contract.planTalks, { params: { unit: idIn(names.units, unit) }, body })
    }),
  ),
]

const BRANCH = '市妇联机关党支部'

const step = (on: string, by: string, does: Does): Step => ({ on, by, rank: RANK.after, does })

const pairsIn = ({ people }: Names, pairs: TalkStory['told'][number]['pairs']) =>
  pairs.map(([talker, partner]) => ({ talkerId: idIn(people, talker), partnerId: idIn(people, partner) }))

const enterOwn = async (hand: Hand, { people }: Names, talk: TalkStory['own'][number]): Promise<void> => {
  const { held, place, cause, text, follow, opinion } = talk
  const partnerId = idIn(people, talk.with)
  const note = { text, follow, cause }
  const { id } = await hand.ask(contract.recordOwnTalk, { body: { partnerId, heldOn: held, place, note } })
  if (opinion)
    await hand.ask(contract.draftOpinion, {
      params: { talk: id },
      body: { speakerId: partnerId, text: opinion },
    })
}

/** The latest talk with someone, as the one who acts sees it. */
const talkWith = async (hand: Hand, person: string) => {
  const { talks } = await hand.ask(contract.readOwnTalks, {})
  const found = talks.find(({ talkerId, partnerId }) => talkerId === person || partnerId === person)
  if (!found) throw new Error(`nobody talked with ${person}`)
  return hand.ask(contract.readTalk, { params: { talk: found.id } })
}
