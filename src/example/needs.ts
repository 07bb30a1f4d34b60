import { z } from 'zod'
import * as contract from '../needs/contract.ts'
import { CATEGORIES, CHANNELS } from '../needs/kinds.ts'
import type { Hand } from './hand.ts'
import { EndsStory, endSteps } from './needs-ends.ts'
import { type Found, TriageStory, triageSteps } from './needs-triage.ts'
import { RANK, type Step } from './step.ts'
import { visitIdOf } from './visits.ts'

const On = z.iso.date()
const Name = z.string().min(1)
const entered = { on: On, by: Name }

const Matter = z.strictObject({
  /** What the files call it by. */
  key: Name,
  ...entered,
  channel: z.enum(CHANNELS).exclude(['web']),
  received: On,
  danger: z.boolean().default(false),
  anonymous: z.boolean().default(false),
  sensitive: z.boolean().default(false),
  line: Name,
  category: z.enum(CATEGORIES),
  area: z.string().default(''),
  facts: z.string().default(''),
  wish: z.string().default(''),
  before: z.string().default(''),
  asker: contract.Intake.shape.asker,
  notes: z.array(z.strictObject({ ...entered, text: Name })).default([]),
  /** The visit on which she told it, by its key in visits.yaml. */
  visit: Name.optional(),
  ...TriageStory,
  ...EndsStory,
})
export type StoryMatter = z.infer<typeof Matter>

export const NeedFile = z.strictObject({ needs: z.array(Matter) })

/** What women brought in 2026, and what became of each: one list of steps for each thing that may follow. */
export const needSteps = (needs: readonly StoryMatter[]): Step[] =>
  needs.flatMap((matter) => {
    const kept = { id: '' }
    const found: Found = (hand) => hand.ask(contract.readNeed, { params: { need: kept.id } })
    return [
      step(matter, RANK.record, async (hand) => {
        kept.id = (await hand.ask(contract.receiveNeed, { body: bodyOf(matter) })).id
      }),
      ...noteSteps(matter, found),
      ...triageSteps(matter, found),
      ...endSteps(matter, found),
    ]
  })

export const step = (
  { on, by }: { on: string; by: string },
  rank: number,
  does: (hand: Hand) => Promise<void>,
): Step => ({
  on,
  by,
  rank,
  does,
})

const noteSteps = ({ notes }: StoryMatter, found: Found): Step[] =>
  notes.map((note) =>
    step(note, RANK.after, async (hand) => {
      const { id, version } = await found(hand)
      await hand.ask(contract.addStep, {
        params: { need: id },
        body: { text: note.text, onDay: note.on, version },
      })
    }),
  )

const bodyOf = (matter: StoryMatter) => {
  const { channel, danger, anonymous, sensitive, line, category, area, facts, wish, before, asker } = matter
  const words = { line, category, area, facts, wish, before, asker }
  const visitId = matter.visit ? visitIdOf(matter.visit) : null
  return { channel, danger, anonymous, sensitive, ...words, receivedOn: matter.received, visitId }
}
