import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import * as access from '../access/contract.ts'
import { FORM } from '../access/fixtures/visitor.ts'
import { CHOICES, type Choice } from '../ballots/ballot.ts'
import { acting, databaseOf } from '../database/acting.ts'
import { openDatabase } from '../database/open.ts'
import { endAll, started } from '../fixtures/started.ts'
import { addressOf } from '../http/call.ts'
import type { Answer, Endpoint, Input } from '../http/endpoint.ts'
import { PERMISSION_NAMES } from '../kernel/access.ts'
import { plantElection, SIX } from './fixtures/planting.ts'
import * as reading from './reading-contract.ts'
import * as contract from './round-contract.ts'

// The whole product as a process of its own on a data folder of its own; the power goes in the middle of the count.

const home = mkdtempSync(join(tmpdir(), 'zhixing-power-'))
after(endAll)
after(() => rmSync(home, { recursive: true, force: true }))
const data = join(home, 'data')
const start = () => started(['--data', data, '--port', '0'])
type Server = Awaited<ReturnType<typeof start>>

/** A browser that keeps its cookies, whatever port the product is found at after a restart. */
const cookies = new Map<string, string>()
const ask = async <E extends Endpoint>(server: Server, endpoint: E, input: Input<E>): Promise<Answer<E>> => {
  const origin = new URL(await server.ready).origin
  const { body } = input as { body?: unknown }
  const response = await fetch(`${origin}${addressOf(endpoint, input)}`, {
    method: endpoint.method.toUpperCase(),
    headers: {
      origin,
      'content-type': 'application/json',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = cookie.match(/^([^=]+)=([^;]*)/) ?? []
    cookies.set(name, value)
  }
  const told = (await response.json()) as Answer<E>
  assert.equal(response.status, 200, JSON.stringify(told))
  return told
}

/** The first officer founds her organ; its branch has an election whose meeting is open. */
const founded = async (server: Server) => {
  await server.ready
  const [, token = ''] = server.said().match(/set-up#(\S+)/) ?? []
  const { organId, unitId } = await ask(server, access.setUp, { body: { ...FORM, token } })
  const beside = await openDatabase({ data }, { attach: true })
  const may = Object.fromEntries(PERMISSION_NAMES.map((permission) => [permission, ['/']]))
  const as = { organ: organId, person: null, operation: 'test', may }
  const voters = Array.from({ length: 29 }, (_, at) => ({ person: null, name: `选举人${at}` }))
  const at = await acting(databaseOf(beside.connect('app')), as, (tx) => plantElection(tx, unitId, voters))
  await beside.close()
  return 'refused' in at ? assert.fail(String(at)) : at
}

const marks = (turn: number): Choice[] => SIX.map((_, at) => CHOICES[(at + turn) % 3]!)

test('the power goes in the middle of the count: after the restart every sheet that was entered is there', async () => {
  const before = await start()
  const at = await founded(before)
  const params = { election: at.id }
  const begun = await ask(before, contract.startRound, {
    params,
    body: { gathering: at.gathering, role: 'member', form: 'sheets', among: null, consent: null, version: 1 },
  })
  const round = begun.gatherings[0]!.roles[0]!.rounds[0]!
  const ofRound = { ...params, round: round.id }
  await ask(before, contract.saveRound, {
    params: ofRound,
    body: {
      form: 'sheets',
      printed: 30,
      issued: 26,
      spoiled: 1,
      returned: 26,
      void: null,
      votes: [],
      writeIns: [],
      version: 1,
    },
  })
  const put = (server: Server, pass: 'first' | 'second', place: number, version: number) =>
    ask(server, reading.keepSheet, {
      params: { ...ofRound, pass },
      body: { place, choices: marks(place), writeIns: [], unreadable: false, version },
    })
  // One keyboard only: the second reading begins when the first has ended.
  for (const [turn, pass] of (['first', 'second'] as const).entries()) {
    await ask(before, reading.beginReading, {
      params: { ...ofRound, pass },
      body: { teller: at.tellers[turn]! },
    })
    for (let place = 1; place <= 11; place += 1) await put(before, pass, place, place)
    if (pass === 'first')
      await ask(before, reading.finishReading, {
        params: { ...ofRound, pass },
        body: { finished: true, version: 12 },
      })
  }
  // The twelfth sheet is on its way: it is there as a whole, or not at all.
  const underWay = put(before, 'second', 12, 12).catch(() => {})
  await before.end('SIGKILL')
  await underWay

  const next = await start()
  const shown = await ask(next, contract.readCount, { params })
  const now = shown.gatherings[0]!.roles[0]!.rounds[0]!
  assert.deepEqual([now.printed, now.issued, now.spoiled, now.returned, now.remainder], [30, 26, 1, 26, 3])
  const pass = 'second'
  assert.deepEqual([now.readings[0]?.sheets, now.readings[0]?.finished], [11, true])
  const { sheets, version } = await ask(next, reading.openReading, { params: { ...ofRound, pass } })
  assert.ok(sheets.length === 11 || sheets.length === 12, `${sheets.length}`)
  for (const [place, { choices }] of sheets.entries()) assert.deepEqual(choices, marks(place + 1))
  assert.equal(version, sheets.length + 1)
  // And it goes on where it stood.
  const kept = await put(next, pass, sheets.length + 1, version)
  assert.equal(kept.sheets, sheets.length + 1)
  await next.end('SIGINT')
})
