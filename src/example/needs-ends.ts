import { z } from 'zod'
import * as closing from '../needs/closing-contract.ts'
import { readNeed } from '../needs/contract.ts'
import * as handling from '../needs/handling-contract.ts'
import { AGENCIES, OUTCOMES } from '../needs/kinds.ts'
import { BASES, GIVES } from '../needs/referrals.ts'
import { SATISFIED, SOLVED, TOLD_WAYS } from '../needs/told.ts'
import type { Hand } from './hand.ts'
import { cadre, entered, type Found, Name, On, stepOf } from './needs-triage.ts'
import type { Step } from './step.ts'

const Said = { solved: z.enum(SOLVED), satisfied: z.enum(SATISFIED), text: z.string().default('') }

/** What became of a matter: to whom it was given, which office it was sent to, how it ended, and what she said of that. */
export const EndsStory = {
  assigned: z.array(z.strictObject({ ...entered, to: Name })).default([]),
  helpers: z.array(z.strictObject({ ...entered, who: Name })).default([]),
  referrals: z
    .array(
      z.strictObject({
        ...entered,
        agency: z.enum(AGENCIES),
        office: Name,
        asks: Name,
        gives: z.array(z.enum(GIVES)),
        basis: z.enum(BASES),
        due: On.nullable().default(null),
        replies: z
          .array(
            z.strictObject({ ...entered, reply: z.enum(handling.REPLIES), text: z.string().default('') }),
          )
          .default([]),
      }),
    )
    .default([]),
  ends: z
    .array(
      z.strictObject({
        ...entered,
        outcome: z.enum(OUTCOMES),
        text: Name,
        /** How she was told; on the day itself or later. Left out, she waits for it. */
        told: z.strictObject({ on: On, way: z.enum(TOLD_WAYS), text: z.string().default('') }).optional(),
        /** By phone to a colleague, or, where nobody is named, by the link that she was given. */
        answer: z.strictObject({ on: On, by: Name.optional(), ...Said }).optional(),
      }),
    )
    .default([]),
  reopened: z.array(z.strictObject({ ...entered, text: Name })).default([]),
}
const Story = z.strictObject(EndsStory)
export type EndsStory = z.infer<typeof Story>

/** What is done about a matter after triage, each by its own hand on its own day. */
export const endSteps = (story: EndsStory, found: Found): Step[] => [
  ...story.assigned.map((each) =>
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      const personId = await cadre(hand, each.to)
      await hand.ask(handling.assignNeed, { params: { need: id }, body: { personId, version } })
    }),
  ),
  ...story.helpers.map((each) =>
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      const personId = await cadre(hand, each.who)
      await hand.ask(handling.addHelper, { params: { need: id }, body: { personId, version } })
    }),
  ),
  ...story.referrals.flatMap((each, at) => referring(each, at, found)),
  ...story.ends.flatMap((end) => ending(end, found)),
  ...story.reopened.map((each) =>
    stepOf(each, async (hand) => {
      const { id, version } = await found(hand)
      await hand.ask(closing.reopenNeed, { params: { need: id }, body: { text: each.text, version } })
    }),
  ),
]

const referring = (referral: EndsStory['referrals'][number], at: number, found: Found): Step[] => {
  const { on: sentOn, by, replies, due: dueOn, ...words } = referral
  return [
    stepOf({ on: sentOn, by }, async (hand) => {
      const { id, version } = await found(hand)
      const body = { ...words, sentOn, dueOn, version }
      await hand.ask(handling.referNeed, { params: { need: id }, body })
    }),
    ...replies.map((each) =>
      stepOf(each, async (hand) => {
        const { id } = await found(hand)
        const { referrals, version } = await hand.ask(readNeed, { params: { need: id } })
        const params = { need: id, referral: referrals[at]!.id }
        const body = { reply: each.reply, text: each.text, onDay: each.on, version }
        await hand.ask(handling.recordReply, { params, body })
      }),
    ),
  ]
}

const ending = ({ on, by, told, answer, ...result }: EndsStory['ends'][number], found: Found): Step[] => {
  const kept = { link: '' }
  const isAtOnce = told?.on === on
  return [
    stepOf({ on, by }, async (hand) => {
      const { id, version } = await found(hand)
      const body = { ...result, onDay: on, told: isAtOnce ? told.way : null, version }
      kept.link = (await hand.ask(closing.resolveNeed, { params: { need: id }, body })).link ?? ''
    }),
    ...(told && !isAtOnce
      ? [
          stepOf({ on: told.on, by }, async (hand) => {
            const { id, version } = await found(hand)
            const body = { told: told.way, onDay: told.on, text: told.text, version }
            kept.link = (await hand.ask(closing.tellResult, { params: { need: id }, body })).link ?? ''
          }),
        ]
      : []),
    ...(answer
      ? [stepOf({ on: answer.on, by: answer.by ?? by }, (hand) => answering(hand, answer, kept, found))]
      : []),
  ]
}

const answering = async (
  hand: Hand,
  { on: onDay, by, ...said }: NonNullable<EndsStory['ends'][number]['answer']>,
  kept: { link: string },
  found: Found,
): Promise<void> => {
  if (by === undefined) {
    const token = kept.link.split('#')[1] ?? ''
    await hand.ask(closing.giveAnswer, { body: { ...said, token } })
    return
  }
  const { id, version } = await found(hand)
  await hand.ask(closing.takeAnswer, { params: { need: id }, body: { ...said, onDay, version } })
}
