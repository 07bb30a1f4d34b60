import { contactSheet } from '../documents/contact-sheet.ts'
import { filled } from '../documents/template.ts'
import { visitRecordDocx, visitRecordName } from '../documents/visit-record.ts'
import { VISIT_TAGS } from '../documents/visit-tags.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { needsOfVisits } from '../needs/visit-store.ts'
import { organName } from '../organs/store.ts'
import { downloadContacts } from './contact-contract.ts'
import { contactPoints } from './contact-store.ts'
import { keepersOn } from './contacts.ts'
import { downloadVisit } from './contract.ts'
import { deskOf } from './desk-store.ts'
import { CONSENT_NAMES, POINT_KIND_NAMES } from './kinds.ts'
import { shownOf, visitOf } from './visit-routes.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const record = route(downloadVisit, async ({ tx, sealed, params }) => {
  const kept = await visitOf(tx, params.visit)
  if (isRefusal(kept)) return kept
  const { words, where, visitors, promises, consent, ...visit } = shownOf(kept, sealed)
  if (visit.stage !== 'held' || !words || !visit.heldOn || !visit.recordedOn)
    return refuse('conflict', '登记过的走访才出走访记录。计划的请先登记，撤销的不再出。')
  const needs = await needsOfVisits(tx, [visit.id])
  const desk = await deskOf(tx)
  const data = {
    organName: await organName(tx),
    unitName: desk.name,
    ...words,
    where,
    promises,
    heldOn: visit.heldOn,
    isPoint: visit.pointId !== null,
    visitors: visitors.map(({ name }) => name),
    needs: needs.map(({ year, number }) => `〔${year}〕${number}`),
    consent: CONSENT_NAMES[consent ?? 'not-asked'],
    recordedByName: visit.recordedByName,
    recordedOn: visit.recordedOn,
  }
  const own = await templateFor(tx, desk.id, 'visit-record-template')
  const bytes = await filled(own, VISIT_TAGS, data, visitRecordDocx)
  return isRefusal(bytes) ? bytes : { name: `${visitRecordName(data)}.docx`, type: WORD, bytes }
})

const contacts = route(downloadContacts, async ({ tx, today }) => {
  const on = today.toString()
  const rows = (await contactPoints(tx, { ended: false })).map(({ links, kind, ...point }) => ({
    ...point,
    kind: POINT_KIND_NAMES[kind],
    keepers: keepersOn(links, on).map(({ personName, since }) => ({ name: personName, since })),
  }))
  return {
    name: `联系点一览${on}.xlsx`,
    type: SHEET,
    bytes: await contactSheet(await organName(tx), on, rows),
  }
})

export const visitPaperRoutes: readonly Route[] = [record, contacts]
