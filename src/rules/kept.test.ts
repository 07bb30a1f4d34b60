import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keptYaml } from './kept.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-'))
after(() => rmSync(folder, { recursive: true }))
const place = join(folder, 'store.json')

test('a text reads the same from the store as from itself, and a changed text is read anew', () => {
  const first = keptYaml(place)
  assert.deepEqual(first.read('needs: [1, 2]'), { needs: [1, 2] })
  first.keep()

  const second = keptYaml(place)

  assert.deepEqual(second.read('needs: [1, 2]'), { needs: [1, 2] })
  assert.deepEqual(second.read('needs: [1, 3]'), { needs: [1, 3] })
})

test('a damaged store is passed over', () => {
  writeFileSync(place, '{"half')

  assert.deepEqual(keptYaml(place).read('from: 2018-10-28'), { from: '2018-10-28' })
})
