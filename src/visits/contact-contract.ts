import { z } from 'zod'
import { endpoint, Id, IsoDay, Line, Version, Written } from '../http/endpoint.ts'
import { POINT_KINDS } from './kinds.ts'

export const ContactLink = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  since: IsoDay,
  until: IsoDay.nullable(),
  version: Version,
})
export type ContactLink = z.infer<typeof ContactLink>

export const ContactPoint = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(POINT_KINDS),
  area: z.string().nullable(),
  since: IsoDay,
  until: IsoDay.nullable(),
  links: z.array(ContactLink),
  /** When somebody was last there, whoever it was; null: nobody yet. */
  lastOn: IsoDay.nullable(),
  /** The nearest planned visit. */
  nextOn: IsoDay.nullable(),
  /** By which day somebody should have been there by the rhythm agreed on; null while that day is not over, or there is no rhythm. */
  quietSince: IsoDay.nullable(),
  version: Version,
})
export type ContactPoint = z.infer<typeof ContactPoint>

export const listPoints = endpoint({
  method: 'get',
  path: '/api/contacts',
  summary: '查看联系点',
  asks: 'visit.record',
  query: z.strictObject({ ended: z.stringbool().default(false) }),
  answer: z.object({
    /** By name. */
    points: z.array(ContactPoint),
    /** In words: 每月至少走访一次; null where none is agreed on. */
    rhythm: z.string().nullable(),
    me: Id,
  }),
})

const Given = { name: Written(100), kind: z.enum(POINT_KINDS), area: Line(60).default('') }
const point = z.strictObject({ point: Id })
const link = z.strictObject({ link: Id })

export const makePoint = endpoint({
  method: 'post',
  path: '/api/contacts',
  summary: '设立联系点',
  asks: 'contact.arrange',
  body: z.strictObject({ ...Given, since: IsoDay }),
  answer: z.object({ id: Id }),
})

export const changePoint = endpoint({
  method: 'put',
  path: '/api/contacts/{point}',
  summary: '修改联系点',
  asks: 'contact.arrange',
  params: point,
  body: z.strictObject({ ...Given, version: Version }),
  answer: z.object({ version: Version }),
})

/** Who keeps contact there, keeps it until that day at the longest. */
export const endPoint = endpoint({
  method: 'post',
  path: '/api/contacts/{point}/end',
  summary: '结束联系点',
  asks: 'contact.arrange',
  params: point,
  body: z.strictObject({ until: IsoDay, version: Version }),
  answer: z.object({ version: Version }),
})

export const linkCadre = endpoint({
  method: 'post',
  path: '/api/contacts/{point}/links',
  summary: '安排联系干部',
  asks: 'contact.arrange',
  params: point,
  body: z.strictObject({ personId: Id, since: IsoDay, until: IsoDay.nullable() }),
  answer: z.object({ id: Id }),
})

export const endLink = endpoint({
  method: 'post',
  path: '/api/contact-links/{link}/end',
  summary: '结束联系',
  asks: 'contact.arrange',
  params: link,
  body: z.strictObject({ until: IsoDay, version: Version }),
  answer: z.object({ version: Version }),
})

/** 联系点一览. */
export const downloadContacts = endpoint({
  method: 'get',
  path: '/api/contacts.xlsx',
  summary: '下载联系点一览',
  asks: 'visit.record',
})
