import {
  type ConversionData,
  conversionNoticeDocx,
  conversionNoticeName,
  requestDocx,
  requestName,
  resolutionDocx,
  resolutionName,
} from '../documents/conversion-paper.ts'
import { CONVERSION_TAGS } from '../documents/conversion-tags.ts'
import { letterDocx, letterName, receiptDocx, receiptName } from '../documents/letter-paper.ts'
import { LETTER_TAGS, RECEIPT_TAGS } from '../documents/letter-tags.ts'
import { superiorOf } from '../documents/superior.ts'
import { filled } from '../documents/template.ts'
import type { TemplateKind } from '../documents/template-kinds.ts'
import { templateFor } from '../files/store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { settledOf, shownUnit, unitOf } from '../organs/store.ts'
import { personRow } from '../people/store.ts'
import { settledOn } from '../rules/standing.ts'
import * as contract from './contract.ts'
import { conversionData } from './conversion-paper.ts'
import { letterData } from './letter-paper.ts'
import { inForce } from './letters.ts'
import { probationFor } from './probation-routes.ts'
import { resolutionOf } from './probation-store.ts'
import { notHers } from './refusals.ts'
import { transferFor } from './transfer-routes.ts'
import { transfersIn } from './transfer-store.ts'

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Paper = {
  template: TemplateKind
  name: (data: ConversionData) => string
  docx: (data: ConversionData) => Promise<Uint8Array>
}

const PAPERS: Record<(typeof contract.CONVERSION_PAPERS)[number], Paper> = {
  request: { template: 'conversion-request-template', name: requestName, docx: requestDocx },
  resolution: { template: 'conversion-resolution-template', name: resolutionName, docx: resolutionDocx },
  notice: { template: 'conversion-notice-template', name: conversionNoticeName, docx: conversionNoticeDocx },
}

const downloadConversionPaper = route(contract.downloadConversionPaper, async (asked) => {
  const { tx, today, params } = asked
  const found = await probationFor(asked, params.person)
  if (isRefusal(found)) return found
  // An extension has begun a new stretch: until that is decided, the papers are of the one before.
  const { probation: open, earlier } = found
  const probation = open.outcome === null ? (earlier[0] ?? open) : open
  const unit = await shownUnit(tx, probation.unitId)
  const above = unit?.parentId ? await unitOf(tx, unit.parentId) : undefined
  const superior = superiorOf(settledOn(await settledOf(tx), today.toString()), above?.name ?? null)
  const decided = probation.id ? await resolutionOf(tx, probation.id) : undefined
  const data = conversionData(probation, await personRow(tx, params.person), decided, superior)
  if (!data) return refuse('conflict', '党员大会还没有作出决议，没有可下载的文书。请先登记决议。')
  if (params.paper === 'notice' && data.approvedOn === null)
    return refuse('conflict', '上级还没有批复，不能通知本人。请先登记批复。')
  const { template, name, docx } = PAPERS[params.paper]
  const bytes = await filled(await templateFor(tx, probation.unitId, template), CONVERSION_TAGS, data, docx)
  return isRefusal(bytes) ? bytes : { name: `${name(data)}.docx`, type: WORD, bytes }
})

const downloadLetter = route(contract.downloadLetter, async (asked) => {
  const { tx, params } = asked
  const transfer = await transferFor(asked, params.transfer)
  if (isRefusal(transfer)) return transfer
  const letter = inForce(transfer)
  if (!letter) return refuse('conflict', '这次转出还没有开介绍信，或已经作废。请先开介绍信。')
  const data = letterData(transfer, letter, await personRow(tx, transfer.personId))
  const own = await templateFor(tx, transfer.unitId, 'introduction-letter-template')
  const bytes = await filled(own, LETTER_TAGS, data, letterDocx)
  return isRefusal(bytes) ? bytes : { name: `${letterName(data)}.docx`, type: WORD, bytes }
})

const downloadReceipt = route(contract.downloadReceipt, async ({ tx, actor, params }) => {
  const [kept] = await transfersIn(tx, { id: params.transfer })
  if (!kept) return refuse('not-found', '没有这次转入，或您的职务不能查看。请从党员变动中选择。')
  if (!may(actor.grants, 'change.lead', kept.path)) return notHers(kept.unitName)
  if (kept.acceptedOn === null) return refuse('conflict', '这份介绍信已经退回，没有回执。')
  const { fromUnit, unitName, name: personName, letterNumber, letterOn, acceptedOn, unitId } = kept
  const by = (await personRow(tx, actor.person))?.name ?? null
  const data = { fromUnit, unitName, personName, letterNumber, letterOn, acceptedOn, by }
  const own = await templateFor(tx, unitId, 'transfer-receipt-template')
  const bytes = await filled(own, RECEIPT_TAGS, data, receiptDocx)
  return isRefusal(bytes) ? bytes : { name: `${receiptName(data)}.docx`, type: WORD, bytes }
})

export const paperRoutes: readonly Route[] = [downloadConversionPaper, downloadLetter, downloadReceipt]
