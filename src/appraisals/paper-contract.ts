import { z } from 'zod'
import { endpoint, Id } from '../http/endpoint.ts'
import { PURPOSES } from './kinds.ts'

const appraisal = z.strictObject({ appraisal: Id })
const purpose = z.strictObject({ purpose: z.enum(PURPOSES) })

export const downloadBallotSheet = endpoint({
  method: 'get',
  path: '/api/appraisals/{appraisal}/ballot.docx',
  summary: '下载民主测评票',
  asks: 'appraisal.lead',
  params: appraisal,
})

export const downloadSummary = endpoint({
  method: 'get',
  path: '/api/appraisals/{appraisal}/summary',
  summary: '下载民主评议汇总表',
  asks: 'appraisal.read',
  params: appraisal,
  query: z.strictObject({ as: z.enum(['docx', 'xlsx']).default('docx') }),
})

/** 登记表 of one person; her own words stand in it, so the purpose is kept on record. */
export const takeRegister = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/people/{person}/register',
  summary: '下载民主评议登记表',
  asks: 'appraisal.lead',
  params: z.strictObject({ appraisal: Id, person: Id }),
  body: purpose,
})

/** Everything of the round as one zip: a 登记表 each, all of them as one Word file, the summary, the sheet of the poll. */
export const takeSet = endpoint({
  method: 'post',
  path: '/api/appraisals/{appraisal}/set',
  summary: '下载民主评议全套材料',
  asks: 'appraisal.lead',
  params: appraisal,
  body: purpose,
})
