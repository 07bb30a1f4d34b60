import { z } from 'zod'
import { PETITION_PAPERS } from '../documents/petition.ts'
import { endpoint, Id } from '../http/endpoint.ts'

export const downloadPetitionPaper = endpoint({
  method: 'get',
  path: '/api/needs/{need}/petition/{paper}',
  summary: '下载信访文书',
  asks: 'need.receive',
  params: z.object({ need: Id, paper: z.enum(PETITION_PAPERS) }),
})
