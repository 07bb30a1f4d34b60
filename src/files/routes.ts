import { FILE_KINDS, type FileKind } from '../documents/inspect.ts'
import { faultOf } from '../documents/template.ts'
import { TEMPLATE_KINDS, type TemplateKind } from '../documents/template-kinds.ts'
import { TAG_BOOKS, tagsOf } from '../documents/templates.ts'
import { accepted } from '../documents/without-location.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import * as contract from './contract.ts'
import * as store from './store.ts'

const attachFile = route(contract.attachFile, async ({ tx, actor, params, query, file }) => {
  const meeting = await store.meetingOf(tx, params.meeting)
  if (!meeting) return refuse('not-found', '没有这次会议，或您的职务不能查看。请从会议列表中选择。')
  if (!may(actor.grants, 'meeting.record', meeting.path)) return notYours(meeting.unitName)
  if (meeting.stage === 'cancelled') return refuse('conflict', '会议已取消，不能再加附件。')
  const taken = await accepted(file, contract.MOST_BYTES)
  if (isRefusal(taken)) return taken
  const { kind, bytes } = taken
  const at = { unitId: meeting.unitId, meetingId: meeting.id, purpose: 'attachment' as const }
  return store.insertFile(tx, { ...at, name: query.name, kind, bytes, byPerson: actor.person })
})

const downloadFile = route(contract.downloadFile, async ({ tx, params }) => {
  const found = await store.contentOf(tx, params.file)
  if (!found) return noFile()
  const type = FILE_KINDS[found.kind as FileKind] ?? 'application/octet-stream'
  return { name: found.name, type, bytes: found.content }
})

const removeFile = route(contract.removeFile, async ({ tx, actor, params, body }) => {
  const found = await store.fileOf(tx, params.file)
  if (!found || found.removedAt !== null) return noFile()
  const asks = found.purpose === 'attachment' ? 'meeting.record' : 'template.change'
  if (!may(actor.grants, asks, found.path)) return notYours('这个组织')
  return (await store.removeFile(tx, found.id, body.reason)) ? { id: found.id } : noFile()
})

const putTemplate = route(contract.putTemplate, async ({ tx, actor, params, query, file }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'template.change', unit.path)) return notYours(unit.name)
  const fault = faultOf(file, TAG_BOOKS[params.purpose])
  if (fault) return fault
  await store.retireTemplate(tx, unit.id, params.purpose)
  return store.insertFile(tx, {
    unitId: unit.id,
    meetingId: null,
    name: query.name,
    kind: 'docx',
    purpose: params.purpose,
    bytes: file,
    byPerson: actor.person,
  })
})

const listTemplates = route(contract.listTemplates, async ({ tx, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  const templates = await store.templatesOf(tx, unit.id)
  return {
    templates: templates.map((each) => ({ ...each, purpose: each.purpose as TemplateKind })),
    tags: TEMPLATE_KINDS.flatMap((purpose) => tagsOf(purpose).map((tag) => ({ purpose, ...tag }))),
  }
})

const noFile = (): Refusal =>
  refuse('not-found', '没有这个文件，或已移除，或您的职务不能查看。请刷新后再选。', { field: 'file' })
const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
const notYours = (unit: string): Refusal =>
  refuse('not-permitted', `您的职务不能改「${unit}」的文件。请由该组织的支委会成员或党小组长办理。`)

export const fileRoutes: readonly Route[] = [attachFile, downloadFile, removeFile, putTemplate, listTemplates]
