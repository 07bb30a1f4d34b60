import type { Acting } from './acting.ts'

type Plant = (table: string, key: string, person?: string | null) => void
type Of = { unitId: string; meetingId: string; followUpId: string; person: string }

/** A unit's fixed day, a month with a part that somebody prepares, and a follow-up that came back. */
export const plantThemes = async (
  tx: Acting,
  { unitId, meetingId, followUpId, person }: Of,
  plant: Plant,
) => {
  const rule = crypto.randomUUID()
  await tx
    .insertInto('themeDayRule')
    .values({ id: rule, unitId, since: '2026-01-01', monthDay: 15, fixedParts: ['集中学习'] })
    .execute()
  plant('theme_day_rule', rule)
  const month = crypto.randomUUID()
  await tx
    .insertInto('themeMonth')
    .values({ id: month, unitId, year: 2026, month: 3, theme: '走访', preparerId: person })
    .execute()
  plant('theme_month', month, person)
  const part = crypto.randomUUID()
  await tx
    .insertInto('themePart')
    .values({ id: part, monthId: month, unitId, ordinal: 1, fixed: false, title: '入户', ownerId: person })
    .execute()
  plant('theme_part', part, person)
  const returned = crypto.randomUUID()
  await tx
    .insertInto('followUpReturn')
    .values({ id: returned, unitId, meetingId, followUpId, ordinal: 1, what: '事项', outcome: 'done' })
    .execute()
  plant('follow_up_return', returned)
}
