import { z } from 'zod'
import { endpoint, Id, Version } from '../http/endpoint.ts'
import { GROUNDS } from './contract.ts'
import { MeasureWords } from './words.ts'

// What is done about the compartment of a matter: who may know, laying apart, measures, keeping and destroying.

const Changed = z.object({ version: Version })

export const letIn = endpoint({
  method: 'post',
  path: '/api/needs/{need}/knowers',
  summary: '准许知悉封存的需求',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  body: z.object({
    personId: Id,
    /** Asked of who lets herself in; it stands with the openings, since she opens it by it. */
    ground: z.enum(GROUNDS).nullable().default(null),
    version: Version,
  }),
  answer: Changed,
})

export const leaveOut = endpoint({
  method: 'post',
  path: '/api/needs/{need}/knowers/{knower}/leaving',
  summary: '停止知悉封存的需求',
  asks: 'need.receive',
  params: z.object({ need: Id, knower: Id }),
  body: z.object({ version: Version }),
  answer: Changed,
})

export const sealNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/sealing',
  summary: '把需求转入封存',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  body: z.object({ version: Version }),
  answer: Changed,
})

export const putAway = endpoint({
  method: 'post',
  path: '/api/needs/{need}/keeping',
  summary: '封存需求转入保管',
  asks: 'need.lead',
  params: z.object({ need: Id }),
  body: z.object({ version: Version }),
  answer: Changed,
})

export const destroyNeed = endpoint({
  method: 'post',
  path: '/api/needs/{need}/destruction',
  summary: '销毁封存的需求',
  asks: 'need.lead',
  params: z.object({ need: Id }),
  body: z.object({ witnessId: Id, version: Version }),
  answer: Changed,
})

export const addMeasure = endpoint({
  method: 'post',
  path: '/api/needs/{need}/measures',
  summary: '登记保护措施',
  asks: 'need.receive',
  params: z.object({ need: Id }),
  body: z.object({ words: MeasureWords, version: Version }),
  answer: Changed,
})

export const changeMeasure = endpoint({
  method: 'put',
  path: '/api/needs/{need}/measures/{measure}',
  summary: '更新保护措施',
  asks: 'need.receive',
  params: z.object({ need: Id, measure: Id }),
  body: z.object({ words: MeasureWords, version: Version }),
  answer: Changed,
})
