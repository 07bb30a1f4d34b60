import { z } from 'zod'
import { TEMPLATE_KINDS } from '../documents/template-kinds.ts'
import { endpoint, Id, Written } from '../http/endpoint.ts'

export const MOST_BYTES = 20 * 1024 * 1024

export const StoredFile = z.object({
  id: Id,
  name: z.string(),
  kind: z.string(),
  size: z.number().int(),
  at: z.string(),
})

const name = z.strictObject({ name: Written(200) })

export const attachFile = endpoint({
  method: 'post',
  path: '/api/meetings/{meeting}/files',
  summary: '上传附件',
  asks: 'meeting.record',
  params: z.strictObject({ meeting: Id }),
  query: name,
  upload: { most: MOST_BYTES },
  answer: StoredFile,
})

export const downloadFile = endpoint({
  method: 'get',
  path: '/api/files/{file}',
  summary: '下载附件',
  asks: 'meeting.read',
  params: z.strictObject({ file: Id }),
})

/** The file is no longer shown; who removed it and why stays in the trail. */
export const removeFile = endpoint({
  method: 'post',
  path: '/api/files/{file}/removal',
  summary: '移除附件',
  asks: 'meeting.record',
  params: z.strictObject({ file: Id }),
  body: z.strictObject({ reason: Written(200) }),
  answer: z.object({ id: Id }),
})

/** The unit's own Word template; a tag it does not know is refused by name. */
export const putTemplate = endpoint({
  method: 'put',
  path: '/api/units/{unit}/templates/{purpose}',
  summary: '换用本单位文书模板',
  asks: 'template.change',
  params: z.strictObject({ unit: Id, purpose: z.enum(TEMPLATE_KINDS) }),
  query: name,
  upload: { most: MOST_BYTES },
  answer: StoredFile,
})

export const listTemplates = endpoint({
  method: 'get',
  path: '/api/units/{unit}/templates',
  summary: '查看文书模板',
  asks: 'meeting.read',
  params: z.strictObject({ unit: Id }),
  answer: z.object({
    templates: z.array(StoredFile.extend({ purpose: z.enum(TEMPLATE_KINDS) })),
    tags: z.array(z.object({ purpose: z.enum(TEMPLATE_KINDS), tag: z.string(), says: z.string() })),
  }),
})
