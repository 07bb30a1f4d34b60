import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excuseDuty, readYear } from '../duties/contract.ts'
import type { Unit } from '../organs/contract.ts'
import { hereOf, type SignedIn } from './session.ts'

const unit = (id: string, path: string, kind: Unit['kind'], parentId: string | null = null): Unit => ({
  id,
  path,
  kind,
  name: id,
  parentId,
  line: 'party',
  foundedOn: '2020-01-01',
  dissolvedOn: null,
  version: 1,
})

const UNITS = [
  unit('second', '/general/second/', 'branch', 'general'),
  unit('general', '/general/', 'general-branch'),
  unit('first', '/general/first/', 'branch', 'general'),
]

const leader: SignedIn = {
  userName: 'wutong',
  person: { id: 'p', name: '吴桐' },
  organ: { id: 'o', name: '示例机关' },
  posts: [],
  grants: { 'duty.read': ['/general/first/'], 'unit.read': ['/general/first/'] },
  homeUnitId: 'first',
  twoFactor: false,
}

test('pages open with the unit of the chief post, or the one chosen if it can be seen', () => {
  assert.equal(hereOf(leader, UNITS, undefined)?.unit.id, 'first')
  assert.equal(hereOf(leader, UNITS, 'second')?.unit.id, 'second')
  assert.equal(hereOf(leader, UNITS, 'elsewhere')?.unit.id, 'first')
  assert.equal(hereOf(leader, [], undefined), undefined)
})

test('parents stand before those below them', () => {
  assert.deepEqual(
    hereOf(leader, UNITS, undefined)?.units.map(({ id }) => id),
    ['general', 'first', 'second'],
  )
})

test('a right holds where it is given and below, and nowhere else', () => {
  const here = hereOf(leader, UNITS, undefined)
  assert.equal(here?.may(readYear.asks, '/general/first/'), true)
  assert.equal(here?.may(readYear.asks, '/general/first/group/'), true)
  assert.equal(here?.may(readYear.asks, '/general/'), false)
  assert.equal(here?.may(excuseDuty.asks, '/general/first/'), false)
  assert.equal(here?.may('signed-in', '/general/'), true)
})
