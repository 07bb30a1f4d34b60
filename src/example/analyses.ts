import { z } from 'zod'
import * as contract from '../analyses/contract.ts'
import { FOUND, keepSelfCheck } from '../analyses/self-check-contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)

/** What members wrote, handed in or kept, what was answered, and what came on paper. */
export const AnalysisFile = z.strictObject({
  analyses: z.array(
    z.strictObject({
      who: Name,
      period: On,
      written: On.optional(),
      parts: z.record(Name, Name).default({}),
      'hand-in': On.optional(),
      /** The headings she hands in, where not all. */
      only: z.array(Name).optional(),
      kept: On.optional(),
      opinions: z.array(z.strictObject({ by: Name, unit: Name, on: On, text: Name })).default([]),
    }),
  ),
  papers: z.array(
    z.strictObject({ by: Name, unit: Name, period: On, who: z.array(Name), received: On, on: On }),
  ),
  'self-checks': z.array(
    z.strictObject({
      who: Name,
      year: z.int(),
      on: On,
      answers: z.array(z.strictObject({ item: Name, found: z.enum(FOUND), note: z.string().default('') })),
    }),
  ),
})
type AnalysisStory = z.infer<typeof AnalysisFile>
type Analysis = AnalysisStory['analyses'][number]

export const analysisSteps = (story: AnalysisStory): Step[] => [
  ...story.analyses.flatMap(stepsOf),
  ...story.papers.map((paper) => ({
    on: paper.on,
    by: paper.by,
    rank: RANK.record,
    does: async (hand: Hand, { units, people }: Names) => {
      const personIds = paper.who.map((name) => idIn(people, name))
      await hand.ask(contract.enterPapers, {
        params: { unit: idIn(units, paper.unit) },
        body: { personIds, from: paper.period, doneOn: paper.received },
      })
    },
  })),
  ...story['self-checks'].map(({ who, year, on, answers }) => ({
    on,
    by: who,
    rank: RANK.draft,
    does: async (hand: Hand) => {
      await hand.ask(keepSelfCheck, { params: { year }, body: { items: answers, version: 0 } })
    },
  })),
]

const stepsOf = (analysis: Analysis): Step[] => {
  const { who, period, written, kept, opinions } = analysis
  const params = { from: period }
  const handIn = analysis['hand-in']
  const step = (on: string | undefined, by: string, rank: number, does: Step['does']): Step[] =>
    on === undefined ? [] : [{ on, by, rank, does }]
  return [
    ...step(written, who, RANK.draft, async (hand) => {
      const parts = Object.entries(analysis.parts).map(([heading, text]) => ({ heading, text }))
      await hand.ask(contract.keepAnalysis, { params, body: { parts, version: 0 } })
    }),
    ...step(handIn, who, RANK.record, async (hand) => {
      const headings = analysis.only ?? Object.keys(analysis.parts)
      await hand.ask(contract.handInAnalysis, { params, body: { headings } })
    }),
    ...step(kept, who, RANK.record, async (hand) => {
      await hand.ask(contract.sayAnalysisKept, { params })
    }),
    ...opinions.flatMap(({ by, unit, on, text }) =>
      step(on, by, RANK.after, async (hand, names) => {
        const opened = await openAs(hand, names, who, unit, period)
        await hand.ask(contract.answerAnalysis, {
          params: { analysis: opened, unit: idIn(names.units, unit) },
          body: { text, version: null },
        })
      }),
    ),
  ]
}

/** Finds it in the list and opens it, as whoever answers does. */
const openAs = async (hand: Hand, { units, people }: Names, who: string, unit: string, from: string) => {
  const lines = await hand.ask(contract.listAnalyses, {
    params: { unit: idIn(units, unit) },
    query: { from },
  })
  const line = lines.people.find(({ personId }) => personId === idIn(people, who))
  if (!line?.id) throw new Error(`${who} handed in nothing for ${from}`)
  await hand.ask(contract.openAnalysis, { params: { analysis: line.id }, body: { purpose: 'opinion' } })
  return line.id
}
