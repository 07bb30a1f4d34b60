import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grantsOf } from '../kernel/access.ts'
import { ACTS, STAGES } from './contract.ts'
import { permitOf } from './stages.ts'

const path = '/branch/'
const secretary = grantsOf([{ post: 'secretary', path }])
const organizer = grantsOf([{ post: 'organization', path }])
const elsewhere = grantsOf([{ post: 'secretary', path: '/other/' }])
const meeting = (stage: (typeof STAGES)[number], heldOn = '2026-11-18') => ({ stage, heldOn, path })
const today = '2026-11-22'

test('every act is either allowed or comes with the reason why not', () => {
  for (const act of ACTS)
    for (const stage of STAGES) {
      const { may, reason } = permitOf(act, meeting(stage), secretary, today)
      assert.equal(may, reason === null, `${act} of ${stage}`)
    }
})

test('a secretary may record a draft, note a record, amend what is noted; nothing of what is cancelled', () => {
  assert.equal(permitOf('record', meeting('draft'), secretary, today).may, true)
  assert.equal(permitOf('note', meeting('recorded'), secretary, today).may, true)
  assert.equal(permitOf('amend', meeting('noted'), secretary, today).may, true)
  assert.deepEqual(
    ACTS.filter((act) => permitOf(act, meeting('cancelled'), secretary, today).may),
    [],
  )
})

test('noting is for the secretary, and for the secretary of this unit', () => {
  assert.equal(permitOf('note', meeting('recorded'), organizer, today).reason, '由书记或副书记审阅')
  assert.equal(permitOf('note', meeting('recorded'), elsewhere, today).may, false)
})

test('a meeting is recorded from its own day on, and given notice of until then', () => {
  assert.equal(permitOf('record', meeting('planned', today), secretary, today).may, true)
  assert.equal(permitOf('record', meeting('planned', '2026-11-23'), secretary, today).may, false)
  assert.equal(permitOf('notice', meeting('planned', today), secretary, today).may, true)
  assert.equal(permitOf('notice', meeting('planned', '2026-11-21'), secretary, today).may, false)
})
