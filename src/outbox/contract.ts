import { z } from 'zod'
import { endpoint, Id } from '../http/endpoint.ts'

/** What a device keeps so that a visit can be written without a network: names to choose from, and the key to encrypt to. */
export const Kit = z.object({
  person: z.object({ id: Id, name: z.string() }),
  organ: z.object({ id: Id, name: z.string() }),
  /** SPKI in base64, of an ECDH key on P-256. */
  publicKey: z.string(),
  /** Those she keeps contact with stand first. */
  points: z.array(z.object({ id: Id, name: z.string(), hers: z.boolean() })),
  cadres: z.array(z.object({ id: Id, name: z.string(), initials: z.string().nullable() })),
})
export type Kit = z.infer<typeof Kit>

export const readyDevice = endpoint({
  method: 'post',
  path: '/api/outbox/kit',
  summary: '备好本机断网登记',
  asks: 'visit.record',
  answer: Kit,
})

export const readKey = endpoint({
  method: 'get',
  path: '/api/outbox/key',
  summary: '打开本机的走访草稿',
  asks: 'visit.record',
  /** PKCS 8 in base64. It opens the drafts on her devices and is kept on none of them. */
  answer: z.object({ personId: Id, privateKey: z.string() }),
})
