import { z } from 'zod'
import * as contract from '../meetings/theme-contract.ts'
import { idIn, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)

export const ThemeFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      unit: Name,
      week: z.int(),
      weekday: z.int(),
      since: On,
      parts: z.array(Name),
      on: On,
      by: Name,
    }),
  ),
  plans: z.array(
    z.strictObject({
      unit: Name,
      year: z.int(),
      on: On,
      by: Name,
      months: z.array(
        z.strictObject({
          month: z.int(),
          theme: Name,
          form: z.enum(['study', 'discussion', 'visit', 'service', 'deliberation']).optional(),
          preparer: Name,
          parts: z
            .array(z.strictObject({ title: Name, fixed: z.boolean().default(false), owner: Name.optional() }))
            .default([]),
        }),
      ),
    }),
  ),
})

/** The fixed day and the year's themes, each entered on its day. Before the gatherings of that day. */
export const themeSteps = ({ rules, plans }: z.infer<typeof ThemeFile>): Step[] => [
  ...rules.map(
    ({ unit, week, weekday, since, parts, on, by }): Step => ({
      on,
      by,
      rank: RANK.people,
      does: async (hand, { units }) => {
        const body = { monthDay: null, week, weekday, since, fixedParts: parts, version: null }
        await hand.ask(contract.fixThemeDay, { params: { unit: idIn(units, unit) }, body })
      },
    }),
  ),
  ...plans.map(
    ({ unit, year, on, by, months }): Step => ({
      on,
      by,
      rank: RANK.people,
      does: async (hand, { units, people }) => {
        const planned = months.map(({ month, theme, form, preparer, parts }) => ({
          month,
          theme,
          form: form ?? null,
          preparerId: idIn(people, preparer),
          version: null,
          parts: parts.map(({ title, fixed, owner }) => ({
            title,
            fixed,
            ownerId: owner ? idIn(people, owner) : null,
          })),
        }))
        const params = { unit: idIn(units, unit) }
        await hand.ask(contract.planThemes, { params, body: { year, months: planned } })
      },
    }),
  ),
]
