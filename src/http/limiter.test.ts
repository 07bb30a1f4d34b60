import assert from 'node:assert/strict'
import { type Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { serve } from '@hono/node-server'
import fc from 'fast-check'
import { Hono } from 'hono'
import { type Limit, limitedAs, limiterOf } from './limiter.ts'
import { limited } from './limiting.ts'
import type { Env } from './serve.ts'

/** The same by another way: tokens that are counted, and flow in by the clock. */
const byTokens = ({ burst, perSecond }: Limit) => {
  let tokens = burst
  let last = 0
  return (at: number): boolean => {
    tokens = Math.min(burst, tokens + ((at - last) * perSecond) / 1000)
    last = at
    if (tokens < 1 - 1e-6) return false
    tokens -= 1
    return true
  }
}

test('it lets through what a bucket of tokens lets through', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(1, 2, 4, 5, 10),
      fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 200 }),
      (burst, perSecond, pauses) => {
        let clock = 0
        const limiter = limiterOf({ burst, perSecond }, { now: () => clock })
        const bucket = byTokens({ burst, perSecond })
        for (const pause of pauses) {
          clock += pause
          const wait = limiter.waitOf('10.0.0.1')
          assert.equal(limiter.take('10.0.0.1'), wait)
          assert.equal(wait < 1e-3, bucket(clock), `at ${clock}`)
        }
      },
    ),
  )
})

test('whoever waits as long as she was told is let through', () => {
  let clock = 0
  const limiter = limiterOf({ burst: 3, perSecond: 0.1 }, { now: () => clock })
  for (let at = 0; at < 3; at += 1) assert.equal(limiter.take('a'), 0)
  const wait = limiter.take('a')
  assert.equal(wait, 10_000)
  clock += wait
  assert.equal(limiter.take('a'), 0)
})

test('its memory is bounded, whoever asks, and what is over is forgotten', () => {
  let clock = 0
  const limiter = limiterOf({ burst: 5, perSecond: 1 }, { most: 100, now: () => clock })
  for (let at = 0; at < 10_000; at += 1) limiter.take(`10.0.${at >> 8}.${at & 255}`)
  assert.ok(limiter.size() <= 100)
  clock += 60_000
  for (let at = 0; at < 40; at += 1) limiter.take(`192.0.2.${at}`)
  assert.equal(limiter.size(), 40)
})

test('addresses of one IPv6 network count as one, and an IPv4 address is one however it is written', () => {
  assert.equal(limitedAs('2001:db8:12:34:aaaa::1'), limitedAs('2001:0db8:0012:0034:bbbb:cccc::2'))
  assert.equal(limitedAs('2001:db8::1'), limitedAs('2001:db8:0:0:ffff::'))
  assert.notEqual(limitedAs('2001:db8:12:34::1'), limitedAs('2001:db8:12:35::1'))
  assert.equal(limitedAs('::ffff:192.0.2.7'), limitedAs('192.0.2.7'))
  assert.notEqual(limitedAs('192.0.2.7'), limitedAs('192.0.2.8'))
  assert.equal(limitedAs('fe80::1%eth0'), limitedAs('fe80::2'))
})

const get = (port: number, localAddress: string, forwarded?: string) =>
  new Promise<{ status: number; retryAfter: string | undefined; body: string }>((done, fail) => {
    const headers = forwarded ? { 'x-forwarded-for': forwarded } : {}
    const asking = request({
      port,
      host: '127.0.0.1',
      localAddress,
      headers,
      agent: false as unknown as Agent,
    })
    asking.on('response', (answer) => {
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], body }),
      )
    })
    asking.on('error', fail)
    asking.end()
  })

const listening = async (limit: Limit) => {
  const app = new Hono<Env>()
  app.use(limited(limiterOf(limit)))
  app.get('/', (c) => c.json({}))
  return new Promise<{ port: number; close: () => void }>((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '0.0.0.0' }, () =>
      ready({ port: (server.address() as AddressInfo).port, close: () => server.close() }),
    )
  })
}

test('a hundred requests in a second from one address are limited; another address is served meanwhile', async (t) => {
  const { port, close } = await listening({ burst: 30, perSecond: 5 })
  t.after(close)
  const began = performance.now()
  const waits: number[] = []
  const [flood, other] = await Promise.all([
    Promise.all(Array.from({ length: 100 }, () => get(port, '127.0.0.2'))),
    Promise.all(
      Array.from({ length: 10 }, async () => {
        const from = performance.now()
        const answer = await get(port, '127.0.0.3')
        waits.push(performance.now() - from)
        return answer
      }),
    ),
  ])
  const took = performance.now() - began
  const served = flood.filter(({ status }) => status === 200).length
  assert.ok(served >= 30 && served <= 30 + Math.ceil((took / 1000) * 5) + 1, `${served} served`)
  const refused = flood.find(({ status }) => status === 429)
  assert.ok(Number(refused?.retryAfter) >= 1)
  assert.match(refused?.body ?? '', /请 \d+ 秒后再试/)
  assert.deepEqual(new Set(other.map(({ status }) => status)), new Set([200]))
  t.diagnostic(
    `100 at once in ${Math.round(took)} ms: ${served} served, ${100 - served} limited; the other address waited at most ${Math.round(Math.max(...waits))} ms`,
  )
})

test('behind a proxy on this machine the address is the one that the proxy tells; from elsewhere nobody tells his own', async (t) => {
  const { port, close } = await listening({ burst: 2, perSecond: 0.01 })
  t.after(close)
  const asked = async (from: string, told?: string) => (await get(port, from, told)).status
  assert.deepEqual(
    [await asked('127.0.0.1', 'x, 192.0.2.1'), await asked('127.0.0.1', '192.0.2.1')],
    [200, 200],
  )
  assert.equal(await asked('127.0.0.1', '203.0.113.9, 192.0.2.1'), 429)
  assert.equal(await asked('127.0.0.1', '192.0.2.2'), 200)
  assert.deepEqual([await asked('127.0.0.2', '192.0.2.3'), await asked('127.0.0.2', '192.0.2.4')], [200, 200])
  assert.equal(await asked('127.0.0.2', '192.0.2.5'), 429)
})
