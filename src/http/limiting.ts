import { createMiddleware } from 'hono/factory'
import { refuse } from '../kernel/outcome.ts'
import type { Limiter } from './limiter.ts'
import { addressOf } from './open.ts'
import { type Env, refusal } from './serve.ts'

/** Turns away who asks too often, before anything of the request is read. For pages that anybody may ask without sign-in. */
export const limited = (limiter: Limiter) =>
  createMiddleware<Env>(async (c, next) => {
    const wait = limiter.take(addressOf(c))
    if (wait === 0) return next()
    c.header('retry-after', String(Math.ceil(wait / 1000)))
    return refusal(c, tooMany(wait))
  })

/** In words, when to come again. */
export const tooMany = (wait: number) =>
  refuse('too-many', `这个网络提交得太频繁，请${inWords(wait)}后再试。填写的内容仍在本页。`)

const inWords = (wait: number): string => {
  const seconds = Math.ceil(wait / 1000)
  if (seconds < 60) return ` ${seconds} 秒`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? ` ${minutes} 分钟` : ` ${Math.ceil(minutes / 60)} 小时`
}
