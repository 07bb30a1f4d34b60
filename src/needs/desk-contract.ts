import { z } from 'zod'
import { endpoint, Id, Line, Version } from '../http/endpoint.ts'

export const DEFAULT_PHONE = '12338'

const Phone = Line(60).regex(/^[0-9 ()（）、，,;；+\-转]*$/, '只写号码，几个号码之间用顿号隔开')

export const readDesk = endpoint({
  method: 'get',
  path: '/api/need-desk',
  summary: '看需求接待设置',
  asks: 'need.lead',
  answer: z.object({
    unitId: Id,
    publicOpen: z.boolean(),
    phone: z.string(),
    phoneHours: z.string(),
    /** The path of the page for the public. */
    address: z.string(),
    /** Who may know of a sensitive matter that comes by the page: those who lead the desk today. */
    leads: z.array(z.string()),
    /** 0 until it is first kept. */
    version: z.int().min(0),
  }),
})

export const changeDesk = endpoint({
  method: 'put',
  path: '/api/need-desk',
  summary: '定需求接待设置',
  asks: 'need.lead',
  body: z.object({
    unitId: Id,
    publicOpen: z.boolean(),
    phone: Phone.default(''),
    phoneHours: Line(100).default(''),
    version: z.union([z.literal(0), Version]),
  }),
  answer: z.object({ version: Version }),
})
