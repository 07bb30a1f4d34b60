import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { acting } from '../database/acting.ts'
import { sealedWith } from '../database/sealed.ts'
import { EVERYTHING } from '../example/hand.ts'
import { exampleOrgan } from '../example/testing.ts'
import { compartmentOf } from '../http/serve.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { receiveNeed } from './contract.ts'
import { digestOf, keepFile, readFile } from './file-jobs.ts'
import { readMatter } from './store.ts'

const organ = await exampleOrgan()
const keys = { sealed: sealedWith(organ.columns), compartment: compartmentOf({ columns: organ.columns }) }
const as = { organ: organ.organ, person: organ.person('林知夏'), operation: '加入材料', may: EVERYTHING }
const photo = { name: '伤情照片.jpg', mediaType: 'image/jpeg', bytes: randomBytes(5_000) }

for (const category of ['labour', 'violence'] as const)
  test(`a file comes back as it was handed in, and neither name nor bytes lie open: ${category}`, async () => {
    const { id } = await (await organ.as('林知夏')).ask(receiveNeed, {
      body: { channel: 'call', receivedOn: '2026-11-20', line: '带来照片', category },
    })
    const told = await acting(organ.database, as, async (tx) => {
      const matter = (await readMatter(tx, id))!
      const desk = { ...keys, tx, today: { toString: () => '2026-11-20' } }
      const kept = await keepFile(desk, matter, photo, '林知夏')
      return { kept, back: await readFile(desk, matter, kept.id), none: await readFile(desk, matter, id) }
    })
    assert.ok(!isRefusal(told))
    assert.equal(told.kept.fingerprint, digestOf(photo.bytes))
    assert.deepEqual(told.back && { ...told.back, bytes: Buffer.from(told.back.bytes) }, {
      ...photo,
      fingerprint: told.kept.fingerprint,
    })
    assert.equal(told.none, undefined)

    const { rows } = await organ.owner.query(
      `select set_config('zhixing.organ', $1, false), set_config('zhixing.person', $2, false)`,
      [organ.organ, as.person],
    )
    assert.equal(rows.length, 1)
    const trail = await organ.owner.query('select a::text as text from audit a')
    assert.ok(!trail.rows.some(({ text }) => text.includes('伤情照片')))
  })
