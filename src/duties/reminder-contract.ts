import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'

// What one may have beside the pages: a calendar to subscribe to, a letter a week.

export const openFeed = endpoint({
  method: 'post',
  path: '/api/feed',
  summary: '开通日历订阅',
  asks: 'signed-in',
  body: z.strictObject({}),
  answer: z.object({ address: z.string() }),
})

export const closeFeed = endpoint({
  method: 'delete',
  path: '/api/feed',
  summary: '停用日历订阅',
  asks: 'signed-in',
  answer: z.object({ open: z.boolean() }),
})

export const readFeedState = endpoint({
  method: 'get',
  path: '/api/feed',
  summary: '查看日历订阅',
  asks: 'signed-in',
  answer: z.object({ open: z.boolean(), since: z.string().nullable() }),
})

/** The feed itself, fetched by a calendar program that cannot sign in: the address is the secret. */
export const readFeed = endpoint({
  method: 'get',
  path: '/api/feeds/{token}',
  summary: '日历订阅',
  asks: 'open',
  params: z.strictObject({ token: z.string().regex(/^[\w-]{43}\.ics$/) }),
})

export const subscribeDigest = endpoint({
  method: 'put',
  path: '/api/digest',
  summary: '订阅每周提要邮件',
  asks: 'signed-in',
  body: z.strictObject({ address: z.email().max(200).nullable() }),
  answer: z.object({ address: z.string().nullable(), possible: z.boolean() }),
})

export const readDigest = endpoint({
  method: 'get',
  path: '/api/digest',
  summary: '查看每周提要邮件',
  asks: 'signed-in',
  answer: z.object({ address: z.string().nullable(), possible: z.boolean() }),
})
