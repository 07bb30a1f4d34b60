import type { Acting } from '../database/acting.ts'
import { outreachDocx, outreachXlsx } from '../documents/outreach-paper.ts'
import { studyHoursXlsx, studyPlanDocx, studyPlanXlsx } from '../documents/study-paper.ts'
import { studyRecordDocx } from '../documents/study-record.ts'
import { OUTREACH_TAGS, STUDY_PLAN_TAGS, STUDY_RECORD_TAGS } from '../documents/study-tags.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../organs/store.ts'
import * as contract from './contract.ts'
import { hoursSheet } from './hours-routes.ts'
import { lecturesOf, questionsOf } from './outreach-store.ts'
import { hoursRows, outreachRows, planRows, recordData, sessionRows } from './papers.ts'
import { planOf } from './plan-store.ts'
import { noSession, noUnit } from './session-routes.ts'
import { type Place, sessionOf, sessionsOf, unitOf } from './session-store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const planData = async (tx: Acting, unit: Place, year: number) => ({
  organName: await organName(tx),
  unitName: unit.name,
  year,
  rows: planRows(await planOf(tx, unit.id, year), unit.kind),
})

const plan = route(contract.downloadStudyPlan, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const data = await planData(tx, unit, query.year ?? today.year)
  const own = await templateFor(tx, unit.id, 'study-plan-template')
  const bytes = await filled(own, STUDY_PLAN_TAGS, data, studyPlanDocx)
  return isRefusal(bytes) ? bytes : { name: `${unit.name}${data.year}年学习计划.docx`, type: WORD, bytes }
})

const planSheet = route(contract.downloadStudyPlanSheet, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const data = await planData(tx, unit, query.year ?? today.year)
  const bytes = await studyPlanXlsx(data)
  return { name: `${unit.name}${data.year}年学习计划.xlsx`, type: SHEET, bytes }
})

const record = route(contract.downloadStudyRecord, async ({ tx, params }) => {
  const session = await sessionOf(tx, params.session)
  if (!session) return noSession()
  if (session.withdrawnReason !== null) return refuse('conflict', '这次学习的记录已撤销，不再出文书。')
  const own = await templateFor(tx, session.unitId, 'study-record-template')
  const data = recordData(session, await organName(tx))
  const bytes = await filled(own, STUDY_RECORD_TAGS, data, studyRecordDocx)
  return isRefusal(bytes)
    ? bytes
    : { name: `${session.heldOn} ${session.unitName}学习记录.docx`, type: WORD, bytes }
})

/** The year's hours of a branch as the sheet has them. Twelve statements. */
export const hoursData = async (
  tx: Acting,
  of: { name: string; path: string; organName: string },
  year: number,
  today: Day,
) => ({
  organName: of.organName,
  unitName: of.name,
  year,
  rows: hoursRows(await hoursSheet(tx, of.path, year, today)),
  sessions: sessionRows(await sessionsOf(tx, of.path, year)),
})

const hours = route(contract.downloadStudyHours, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (unit.kind === 'group')
    return refuse('conflict', '学时按支部统计，党小组没有单独的登记表。请由支委会成员下载支部的。')
  const year = query.year ?? today.year
  // The organ's name stands in the foot of the sheet; the unit's will do where it would cost a statement more.
  const data = await hoursData(tx, { ...unit, organName: unit.name }, year, today)
  return { name: `${unit.name}${year}年学时登记表.xlsx`, type: SHEET, bytes: await studyHoursXlsx(data) }
})

export const outreachData = async (
  tx: Acting,
  of: { name: string; path: string; organName: string },
  year: number,
) => ({
  organName: of.organName,
  unitName: of.name,
  year,
  rows: outreachRows(await lecturesOf(tx, of.path, year), await questionsOf(tx, of.path, year)),
})

const outreach = route(contract.downloadOutreach, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const data = await outreachData(tx, { ...unit, organName: await organName(tx) }, query.year ?? today.year)
  const own = await templateFor(tx, unit.id, 'outreach-template')
  const bytes = await filled(own, OUTREACH_TAGS, data, outreachDocx)
  return isRefusal(bytes) ? bytes : { name: `${unit.name}${data.year}年主题宣讲登记.docx`, type: WORD, bytes }
})

const outreachSheet = route(contract.downloadOutreachSheet, async ({ tx, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const data = await outreachData(tx, { ...unit, organName: await organName(tx) }, query.year ?? today.year)
  return {
    name: `${unit.name}${data.year}年主题宣讲登记表.xlsx`,
    type: SHEET,
    bytes: await outreachXlsx(data),
  }
})

export const paperRoutes: readonly Route[] = [plan, planSheet, record, hours, outreach, outreachSheet]
