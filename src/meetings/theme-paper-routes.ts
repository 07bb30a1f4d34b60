import { filled } from '../documents/template.ts'
import { themeListXlsx } from '../documents/theme-day-list.ts'
import { themeDayDocx, themeDayName } from '../documents/theme-day-sheet.ts'
import { THEME_DAY_TAGS } from '../documents/theme-day-tags.ts'
import { templateFor } from '../files/store.ts'
import { TERMS } from '../glossary.ts'
import { type Route, route } from '../http/serve.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { isRecorded } from './held.ts'
import { paperOf } from './papers.ts'
import { meetingShown, noUnit } from './read-routes.ts'
import { unitOf } from './store.ts'
import * as contract from './theme-contract.ts'
import { ruleOfMonth, THEME_FORMS } from './theme-days.ts'
import * as store from './theme-store.ts'
import { monthsOf } from './theme-year.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const downloadThemeDay = route(contract.downloadThemeDay, async (asked) => {
  const { tx, params } = asked
  const meeting = await meetingShown(asked, params.meeting)
  if (isRefusal(meeting)) return meeting
  if (!meeting.parts.some(({ kind }) => kind === 'theme-day'))
    return refuse('conflict', '这次会议不是主题党日，没有活动记录。请下载会议记录。')
  if (!isRecorded(meeting))
    return refuse('conflict', '这次主题党日还没有记录，没有可下载的活动记录。请先填写记录。')
  const { year, month } = day(meeting.heldOn)
  const rules = await store.themeRules(tx, meeting.unitId)
  const form = await store.formOf(tx, meeting.unitId, { year, month })
  const data = {
    organName: await organName(tx),
    meeting: paperOf(meeting),
    form: form && THEME_FORMS[form],
    fixedParts: ruleOfMonth(rules, year, month)?.fixedParts ?? [],
  }
  const own = await templateFor(tx, meeting.unitId, 'theme-day-template')
  const bytes = await filled(own, THEME_DAY_TAGS, data, themeDayDocx)
  return isRefusal(bytes)
    ? bytes
    : { name: `${meeting.heldOn} ${themeDayName(data)}.docx`, type: WORD, bytes }
})

const downloadThemeList = route(contract.downloadThemeList, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit, today.toString())
  if (!unit) return noUnit()
  const rules = await store.themeRules(tx, unit.id)
  const planned = await store.themeMonths(tx, unit.id, query.year)
  const held = await store.themeGatherings(tx, unit.id, query.year)
  const months = monthsOf(query.year, rules, planned, held, book.calendar.isWorkday)
  const rows = months.map(({ month, day: fixed, theme, form, preparerName, parts, meeting }) => {
    const gathering = held.find((each) => each.month === month)
    const isOver = `${query.year}-${String(month).padStart(2, '0')}` < today.toString().slice(0, 7)
    return {
      month,
      theme: meeting?.topic ?? theme ?? meeting?.title ?? null,
      form: form && THEME_FORMS[form],
      preparerName,
      // A fixed day that has passed without a gathering is no day on which anything was done.
      on: meeting?.heldOn ?? (fixed !== null && fixed >= today.toString() ? fixed : null),
      place: gathering?.place ?? null,
      hostName: gathering?.hostName ?? null,
      parts: parts.map(({ title }) => title),
      present: gathering?.present ?? null,
      state: meeting ? TERMS[meeting.stage] : isOver ? '没有记录' : theme ? '已定主题' : '',
    }
  })
  const data = { organName: await organName(tx), unitName: unit.name, year: query.year, rows }
  const name = `${unit.name}${query.year}年主题党日一览表.xlsx`
  return { name, type: SHEET, bytes: await themeListXlsx(data) }
})

export const themePaperRoutes: readonly Route[] = [downloadThemeDay, downloadThemeList]
