import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleOrgan } from '../example/testing.ts'
import type { Endpoint, Input } from '../http/endpoint.ts'
import { listCadres } from '../needs/contract.ts'
import * as contacts from './contact-contract.ts'
import { recordVisits } from './contract.ts'

const organ = await exampleOrgan()

/** Asks as this person, whoever asked before. */
const ask = async <E extends Endpoint>(who: string, endpoint: E, input: Input<E>) =>
  (await organ.as(who)).ask(endpoint, input)

const { cadres } = await ask('林知夏', listCadres, {})
const idOf = (name: string) => cadres.find((cadre) => cadre.name === name)!.id

let made = 0
const point = async (since = '2026-08-01') => {
  made += 1
  const body = { name: `试设联系点${made}`, kind: 'community' as const, area: '', since }
  return (await ask('丁素云', contacts.makePoint, { body })).id
}
const shown = async (who: string, id: string) => {
  const { points } = await ask(who, contacts.listPoints, { query: { ended: 'true' } })
  return points.find((each) => each.id === id)!
}
const link = (id: string, name: string, since: string, until: string | null = null) =>
  ask('丁素云', contacts.linkCadre, {
    params: { point: id },
    body: { personId: idOf(name), since, until },
  })

test('who arranges contacts sets a point up, and every cadre sees who keeps it', async () => {
  const id = await point()
  await link(id, '林知夏', '2026-08-01')
  const { name, links } = await shown('白玉洁', id)
  assert.deepEqual(
    [name, links.map(({ personName, since }) => [personName, since])],
    [`试设联系点${made}`, [['林知夏', '2026-08-01']]],
  )
  const body = { name: '自己设一个', kind: 'village' as const, area: '', since: '2026-08-01' }
  await assert.rejects(ask('林知夏', contacts.makePoint, { body }), /安排联系点/)
  await assert.rejects(ask('丁素云', contacts.makePoint, { body: { ...body, name } }), /已经有一个叫/)
})

test('the same cadre is not linked twice on one day; after an end she may be linked again', async () => {
  const id = await point()
  await link(id, '林知夏', '2026-08-01', '2026-09-30')
  await assert.rejects(link(id, '林知夏', '2026-09-30'), /日期重叠了/)
  await assert.rejects(link(id, '林知夏', '2026-07-01'), /从 2026-08-01 起设立/)
  await link(id, '林知夏', '2026-10-01')
  const open = (await shown('林知夏', id)).links.find(({ until }) => until === null)!
  await ask('丁素云', contacts.endLink, {
    params: { link: open.id },
    body: { until: '2026-10-31', version: open.version },
  })
  await link(id, '林知夏', '2026-11-01')
  assert.equal((await shown('林知夏', id)).links.length, 3)
})

test('with a point its links end, and it is called again as it was', async () => {
  const id = await point()
  await link(id, '林知夏', '2026-08-01')
  const { name, version } = await shown('林知夏', id)
  const end = (until: string) =>
    ask('丁素云', contacts.endPoint, { params: { point: id }, body: { until, version } })
  await assert.rejects(end('2026-07-31'), /从 2026-08-01 起设立/)
  await end('2026-11-15')
  const ended = await shown('林知夏', id)
  assert.deepEqual([ended.until, ended.links[0]?.until], ['2026-11-15', '2026-11-15'])
  await assert.rejects(link(id, '白玉洁', '2026-11-16'), /已经结束/)
  const body = { name, kind: 'community' as const, area: '', since: '2026-11-16' }
  assert.ok((await ask('丁素云', contacts.makePoint, { body })).id)
})

test('every cadre knows the day on which somebody was last there, though she may not read the visit', async () => {
  const id = await point('2026-08-01')
  await ask('林知夏', recordVisits, {
    body: {
      drafts: [
        {
          ...{ id: crypto.randomUUID(), pointId: id, place: null, heldOn: '2026-09-02' },
          ...{ visitors: [idOf('林知夏')], whom: '', seen: '', done: '', promises: [], consent: 'not-asked' },
        },
      ],
    },
  })
  assert.equal((await shown('白玉洁', id)).lastOn, '2026-09-02')
})
