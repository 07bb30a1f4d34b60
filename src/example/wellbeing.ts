import { z } from 'zod'
import { resolveNeed, takeAnswer } from '../needs/closing-contract.ts'
import { listCadres, receiveNeed } from '../needs/contract.ts'
import { CATEGORIES } from '../needs/kinds.ts'
import { SATISFIED, SOLVED } from '../needs/told.ts'
import { triageNeed } from '../needs/triage-contract.ts'
import { ITEM_KINDS, makeItem } from '../wellbeing/contract.ts'
import { FEATURES } from '../wellbeing/patterns.ts'
import { closeRound, openRound } from '../wellbeing/survey-contract.ts'
import { RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)

/** A call that was answered at once; `solved` and `satisfied` where she was called back. */
const Call = z.strictObject({
  received: On,
  category: z.enum(CATEGORIES),
  area: Name,
  line: Name,
  solved: z.enum(SOLVED).optional(),
  satisfied: z.enum(SATISFIED).optional(),
})

const SurveyRound = z.strictObject({
  survey: Name,
  audience: Name,
  sheets: z.int(),
  from: On,
  until: On,
  by: Name,
  closed: On,
  returned: z.int(),
  counts: z.record(Name, z.record(Name, z.int())),
})

const Item = z.strictObject({
  kind: z.enum(ITEM_KINDS),
  title: Name,
  feature: z.enum(FEATURES),
  entry: Name,
  proposal: Name,
  owner: Name,
  due: On,
  on: On,
  by: Name,
})

export const WellbeingFile = z.strictObject({
  calls: z.strictObject({ on: On, by: Name, 'called-back-by': Name, matters: z.array(Call) }),
  surveys: z.array(SurveyRound),
  items: z.array(Item),
})
export type WellbeingStory = z.infer<typeof WellbeingFile>

/** Calls of the first three quarters entered late with what was said when they were called back, surveys, and a suggestion. */
export const wellbeingSteps = (story: WellbeingStory): Step[] => [
  ...callSteps(story.calls),
  ...story.surveys.flatMap(surveySteps),
  ...story.items.map(itemStep),
]

const ADVICE = '解答了有关规定和找哪个部门。'
const BACK_DAYS = 5

const callSteps = ({ on, by, matters, 'called-back-by': back }: WellbeingStory['calls']): Step[] => {
  const kept: string[] = []
  return [
    {
      on,
      by,
      rank: RANK.after,
      does: async (hand) => {
        for (const { received, category, area, line } of matters) {
          const asker = { name: '来电人', phone: '', note: '' }
          const body = { channel: 'call' as const, receivedOn: received, line, category, area, asker }
          const { id } = await hand.ask(receiveNeed, { body })
          const params = { need: id }
          const triage = { level: 'R3' as const, petition: 'no' as const, version: 1 }
          const { version } = await hand.ask(triageNeed, { params, body: triage })
          await hand.ask(resolveNeed, {
            params,
            body: { outcome: 'resolved', text: ADVICE, onDay: received, told: 'phone', version },
          })
          kept.push(id)
        }
      },
    },
    {
      on,
      by: back,
      rank: RANK.after,
      does: async (hand) => {
        for (const [at, { received, solved, satisfied }] of matters.entries()) {
          if (!solved || !satisfied) continue
          const onDay = Temporal.PlainDate.from(received).add({ days: BACK_DAYS }).toString()
          const params = { need: kept[at]! }
          await hand.ask(takeAnswer, { params, body: { solved, satisfied, onDay, version: 3 } })
        }
      },
    },
  ]
}

const surveySteps = (round: WellbeingStory['surveys'][number]): Step[] => {
  const kept = { id: '' }
  const { survey, audience, sheets, from, until, by, closed, returned, counts } = round
  return [
    {
      on: from,
      by,
      rank: RANK.record,
      does: async (hand) => {
        const body = { survey, audience, slips: 0, sheets, fromOn: from, untilOn: until }
        kept.id = (await hand.ask(openRound, { body })).id
      },
    },
    {
      on: closed,
      by,
      rank: RANK.record,
      does: async (hand) => {
        const rows = Object.entries(counts).flatMap(([question, of]) =>
          Object.entries(of).map(([choice, count]) => ({ question, choice, count })),
        )
        const body = { sheets: returned, counts: rows, version: 1 }
        await hand.ask(closeRound, { params: { round: kept.id }, body })
      },
    },
  ]
}

const itemStep = ({ on, by, owner, due, ...item }: WellbeingStory['items'][number]): Step => ({
  on,
  by,
  rank: RANK.after,
  does: async (hand) => {
    const { cadres } = await hand.ask(listCadres, {})
    const ownerId = cadres.find(({ name }) => name === owner)!.id
    const year = Number(on.slice(0, 4))
    await hand.ask(makeItem, { body: { ...item, year, ownerId, dueOn: due } })
  },
})
