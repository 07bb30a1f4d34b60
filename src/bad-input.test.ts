import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { pino } from 'pino'
import { z } from 'zod'
import { accountRoutes, OPEN_ENDPOINTS } from './access/link-routes.ts'
import { accessOf } from './access/routes.ts'
import { createApp, routes } from './app.ts'
import { archiveRoutes } from './archives/routes.ts'
import { openWorkshop } from './archives/workshop-jobs.ts'
import { testDatabase } from './database/testing.ts'
import { actorOf, twoOrgans } from './database/two-organs.ts'
import { digestRoutes } from './duties/digest-routes.ts'
import type { Endpoint } from './http/endpoint.ts'
import { day } from './kernel/day.ts'
import { OPEN_TO_ANYBODY } from './open.ts'
import { rosterRoutes } from './people/roster-routes.ts'

const { database, identity } = await testDatabase()
const world = await twoOrgans(database)
const [secretary] = world.people
if (!secretary) throw new Error('the world is empty')

const faults: string[] = []
const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) })
const signedIn = async () => ({
  account: secretary.person,
  ...actorOf(secretary),
  person: secretary.person,
  grants: secretary.grants,
})
const today = () => day('2026-11-22')
const columns = randomBytes(32).toString('base64')
const access = accessOf({ database, identity, secret: randomBytes(32).toString('base64'), today, log })
const app = createApp({ database, signedIn, today, columns }, log, access, true)

// Ids of all sorts: our own, the other organ's, nobody's, and no ids at all.
const ids = [...world.units.map(({ id }) => id), ...world.rows.map(({ key }) => key)]
const anyId = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...ids) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.string() },
)
const anyDay = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('2026-11-22', '2025-03-10', '2026-12-01', '2019-07-01') },
  fc.constantFrom('2026-02-30', '0000-01-01', '9999-12-31', '1-1-1', '', '2026-11-22T00:00'),
)
const wild = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e308,
    '',
    ' ',
    '\u0000',
    '𠮷',
    "'; drop table person; --",
    '=cmd()',
    [],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.string({ minLength: 3000, maxLength: 4000 }),
  fc.jsonValue(),
)

/** Values that nearly fit a schema: mostly of its shape, with something wrong here and there. */
const nearly = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: fitting(schema) }, { weight: 1, arbitrary: wild })

const fitting = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  if (schema instanceof z.ZodObject) return record(schema)
  if (schema instanceof z.ZodArray) return fc.array(nearly(schema.element as z.ZodType), { maxLength: 4 })
  if (schema instanceof z.ZodNullable) return fc.option(nearly(schema.unwrap() as z.ZodType), { nil: null })
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fc.option(nearly(schema.unwrap() as z.ZodType), { nil: undefined })
  if (schema instanceof z.ZodEnum)
    return fc.oneof(
      { weight: 30, arbitrary: fc.constantFrom(...(schema.options as string[])) },
      fc.constant('nothing-known'),
    )
  if (schema instanceof z.ZodNumber)
    return fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 1, max: 3 }) },
      fc.integer({ min: -2, max: 2200 }),
      fc.maxSafeInteger(),
      fc.double(),
    )
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(fc.string({ maxLength: 20 }), fc.oneof(fc.integer(), wild))
  if (schema instanceof z.ZodUUID) return anyId
  if (schema instanceof z.ZodISODate) return anyDay
  return fc.constantFrom('15:00', '示例文字', '示例文字', '示例文字', 'x', '2026', '25:99', ' ')
}

const record = (schema: z.ZodObject): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(
          Object.entries(schema.shape).map(([key, value]) => [key, nearly(value as z.ZodType)]),
        ),
      ),
      fc.option(fc.tuple(fc.string({ maxLength: 12 }), wild), { freq: 40, nil: null }),
    )
    .map(([fields, extra]) => (extra ? { ...fields, [extra[0]]: extra[1] } : fields))

const everything = [
  ...OPEN_ENDPOINTS,
  ...OPEN_TO_ANYBODY,
  ...accountRoutes(access),
  ...routes,
  ...rosterRoutes(columns),
  ...digestRoutes(true),
  ...archiveRoutes([], openWorkshop(database, [], log)),
]
const endpoints: readonly Endpoint[] = everything.map(({ endpoint }) => endpoint)

const asked = fc.constantFrom(...endpoints).chain((endpoint) =>
  fc.record({
    endpoint: fc.constant(endpoint),
    params: endpoint.params ? nearly(endpoint.params) : fc.constant({}),
    query: endpoint.query ? nearly(endpoint.query) : fc.constant({}),
    body: endpoint.body ? nearly(endpoint.body) : fc.constant(undefined),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.constant(new TextEncoder().encode('姓名,性别\n张三,女\n')),
    ),
  }),
)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const request = ({
  endpoint,
  params,
  query,
  body,
  bytes,
}: (typeof asked)['generate'] extends (...given: never[]) => { value: infer T } ? T : never) => {
  const fields = (params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => encodeURIComponent(wellFormed(textOf(fields[name]))) || 'x',
  )
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries((query ?? {}) as object))
    if (value !== undefined) search.set(key, textOf(value))
  const sent = endpoint.upload ? bytes : body === undefined ? null : (JSON.stringify(body) ?? '')
  return app.request(`${path}?${search}`, {
    method: endpoint.method.toUpperCase(),
    headers: {
      'content-type': endpoint.upload ? 'application/octet-stream' : 'application/json',
      // Each from a network of its own, or the limits of what is open to anybody would answer for it.
      'x-forwarded-for': addresses(),
    },
    ...(sent !== null && endpoint.method !== 'get' ? { body: sent as BodyInit } : {}),
  })
}

let asking = 0
const addresses = (): string => {
  asking += 1
  return `10.${asking >> 16}.${(asking >> 8) & 255}.${asking & 255}`
}

const wellFormed = (text: string): string => text.toWellFormed().slice(0, 200)

test('10,000 bad requests give no server error, and each refusal is a message in Chinese', {
  timeout: 180_000,
}, async () => {
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(asked, async (one) => {
      const response = await request(one)
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1)
      assert.ok(
        response.status < 500,
        `${one.endpoint.method} ${one.endpoint.path}: ${response.status} ${faults.at(-1)}`,
      )
      if (response.status < 400) return
      const { message } = (await response.json()) as { message: string }
      // What the asker wrote may be quoted; the rest is ours, and Chinese.
      const ours = message.replace(/「[^」]*」/gu, '')
      assert.match(ours, /\p{Script=Han}.*。/u)
      assert.doesNotMatch(ours, /invalid|expected|received|undefined|required|error/i, message)
    }),
    { numRuns: 10_000 },
  )
  assert.deepEqual(faults, [])
  process.stdout.write(`# answers by status: ${JSON.stringify(Object.fromEntries(seen))}\n`)
})
