import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { limiterOf } from '../src/http/limiter.ts'
import { limited } from '../src/http/limiting.ts'
import type { Env } from '../src/http/serve.ts'
import { PUBLIC_LIMITS } from '../src/needs/public-routes.ts'
import { type Figure, rounded } from './figure.ts'

const SECONDS = 5
const A_SECOND = 100

/** One address asks a hundred times a second what is open to anybody; another asks five times a second meanwhile. */
export const flooding = async (): Promise<Figure[]> => {
  const app = new Hono<Env>()
  app.use(limited(limiterOf(PUBLIC_LIMITS.asking)))
  app.get('/', (c) => c.json({}))
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '0.0.0.0' }, () => ready(listening))
  })
  const { port } = server.address() as AddressInfo
  const ask = (localAddress: string) =>
    new Promise<{ status: number; ms: number }>((done, fail) => {
      const began = performance.now()
      request({ port, host: '127.0.0.1', localAddress }, (answer) => {
        answer.resume()
        answer.on('end', () => done({ status: answer.statusCode ?? 0, ms: performance.now() - began }))
      })
        .on('error', fail)
        .end()
    })
  const asking = async (address: string, aSecond: number) => {
    const answers: Promise<{ status: number; ms: number }>[] = []
    for (let at = 0; at < SECONDS * aSecond; at += 1) {
      answers.push(ask(address))
      await pause(1000 / aSecond)
    }
    return Promise.all(answers)
  }
  const [flood, other] = await Promise.all([asking('127.0.0.2', A_SECOND), asking('127.0.0.3', 4)])
  server.close()
  const held = flood.filter(({ status }) => status === 429).length
  const turnedAway = other.filter(({ status }) => status !== 200).length
  const slowest = Math.max(...other.map(({ ms }) => ms))
  return [
    {
      name: '100 requests a second from one address: limited',
      goal: 'limited',
      reached: `${held} of ${flood.length} answered 429`,
      value: held,
      met: held > flood.length / 2,
    },
    {
      name: 'another address meanwhile',
      goal: 'served',
      reached: `${other.length - turnedAway} of ${other.length} served, the slowest in ${rounded(slowest, 1)} ms`,
      value: slowest,
      met: turnedAway === 0,
    },
  ]
}
