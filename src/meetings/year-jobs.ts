import type { Acting } from '../database/acting.ts'
import { minutesDocx, minutesName } from '../documents/minutes.ts'
import { filled } from '../documents/template.ts'
import { themeDayDocx, themeDayName } from '../documents/theme-day-sheet.ts'
import { THEME_DAY_TAGS } from '../documents/theme-day-tags.ts'
import type { Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { templateFor } from '../files/store.ts'
import { type Day, day } from '../kernel/day.ts'
import { isRefusal } from '../kernel/outcome.ts'
import type { Meeting } from './contract.ts'
import { type Held, isRecorded } from './held.ts'
import { heldMeetings } from './held-store.ts'
import { minutesData, paperOf } from './papers.ts'
import { lightFor } from './read-routes.ts'
import { ruleOfMonth, THEME_FORMS } from './theme-days.ts'
import * as themes from './theme-store.ts'
import { shown } from './view.ts'
import { followUpChapter, monthCalendar, recordChapters, themeChapter } from './year-chapters.ts'

/** A recorded meeting of the year, and which of its kind in its unit it was. */
export type Told = { meeting: Meeting; ordinal: number }

/** All records of the year in the order of their days. Each is the n-th of its first kind among those not called off. */
const toldOf = (held: readonly Held[], today: Day): Told[] => {
  const counted = new Map<string, number>()
  return held.flatMap((each) => {
    const of = `${each.unitId} ${each.parts[0]?.kind}`
    const ordinal = (counted.get(of) ?? 0) + 1
    counted.set(of, ordinal)
    if (!isRecorded(each)) return []
    const light = lightFor({ actor: NOBODY, today }, each.choices, each.heldOn)
    return [{ meeting: shown(each, light), ordinal }]
  })
}

// Paper shows records, never what the reader may do with them.
const NOBODY = { account: '', organ: '', person: '', grants: {} }

/** 月历, the books of each kind of meeting, 主题党日 and 议定事项. Four statements. */
export const meetingsChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const { units, unitId, year, today } = asked
  const told = toldOf(await heldMeetings(tx, units, year), day(today))
  const rules = await themes.themeRules(tx, unitId)
  const months = await themes.themeMonths(tx, unitId, year)
  const own = told.map(({ meeting }) => meeting)
  return [
    monthCalendar(own, unitId),
    ...recordChapters(told, unitId),
    themeChapter({ own, unitId, year, rules, months }),
    followUpChapter(own, unitId),
  ]
}

/** The minutes of every record, and of each theme day its own form. Four statements, however many there are. */
export const meetingsPapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> => {
  const { organName, units, unitId, year, today } = asked
  const told = toldOf(await heldMeetings(tx, units, year), day(today))
  const rules = await themes.themeRules(tx, unitId)
  const months = await themes.themeMonths(tx, unitId, year)
  const own = await templateFor(tx, unitId, 'theme-day-template')
  return told.flatMap(({ meeting, ordinal }) => {
    const minutes = minutesData(meeting, organName, ordinal)
    const paper = (title: string, name: string, bytes: YearPaper['bytes']): YearPaper => ({
      series: 'meetings',
      on: meeting.heldOn,
      title: `${title}：${meeting.title}`,
      author: meeting.recorderName,
      fileName: `${meeting.heldOn} ${name}.docx`,
      bytes,
    })
    const { month } = day(meeting.heldOn)
    const form = months.find((each) => each.month === month)?.form ?? null
    const sheet = {
      organName,
      meeting: paperOf(meeting),
      form: form && THEME_FORMS[form],
      fixedParts: meeting.unitId === unitId ? (ruleOfMonth(rules, year, month)?.fixedParts ?? []) : [],
    }
    const themeBytes = async () => {
      const bytes = await filled(own, THEME_DAY_TAGS, sheet, themeDayDocx)
      return isRefusal(bytes) ? themeDayDocx(sheet) : bytes
    }
    return [
      paper(minutesName(minutes), minutesName(minutes), () => minutesDocx(minutes)),
      ...(meeting.parts.some(({ kind }) => kind === 'theme-day')
        ? [paper(themeDayName(sheet), themeDayName(sheet), themeBytes)]
        : []),
    ]
  })
}
