import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { identityNumberOf } from './fixtures/rosters.ts'
import {
  checkOf,
  isCalendarDay,
  isIdentityFault,
  maskIdentityNumber,
  readIdentityNumber,
} from './identity-number.ts'

const birth = fc
  .date({ min: new Date('1900-01-01T00:00Z'), max: new Date('2025-12-31T00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const order = fc.integer({ min: 0, max: 999 }).map((number) => String(number).padStart(3, '0'))

test('a sound number tells birth and sex', () => {
  const reading = readIdentityNumber('320299199508171803')

  assert.deepEqual(reading, { number: '320299199508171803', birth: '1995-08-17', sex: 'female' })
})

test('spaces, full-width digits and a small x are read as what they stand for', () => {
  const sound = { number: '99999919900101018X', birth: '1990-01-01', sex: 'female' }

  for (const written of ['999999 19900101 018x', '９９９９９９19900101018Ｘ', '999999-19900101-018X']) {
    assert.deepEqual(readIdentityNumber(written), sound)
  }
})

test('any single digit written wrong is noticed', () => {
  fc.assert(
    fc.property(birth, order, fc.nat(17), fc.integer({ min: 1, max: 9 }), (born, which, place, shift) => {
      const sound = identityNumberOf(born, which)
      const digit = sound[place] === 'X' ? 10 : Number(sound[place])
      const wrong = sound.slice(0, place) + String((digit + shift) % 10) + sound.slice(place + 1)

      assert.ok(!isIdentityFault(readIdentityNumber(sound)))
      assert.ok(wrong === sound || isIdentityFault(readIdentityNumber(wrong)))
    }),
  )
})

test('two neighbouring digits exchanged are noticed', () => {
  fc.assert(
    fc.property(birth, order, fc.nat(15), (born, which, place) => {
      const sound = identityNumberOf(born, which)
      const wrong = sound.slice(0, place) + sound[place + 1] + sound[place] + sound.slice(place + 2)

      assert.ok(wrong === sound || isIdentityFault(readIdentityNumber(wrong)))
    }),
  )
})

test('each fault is named in words', () => {
  const faults: [string, RegExp][] = [
    ['320299197005144621', /校验码不符/],
    [`${'99999919900230001'}${checkOf('99999919900230001')}`, /出生日期 1990-02-30 不存在/],
    ['999999900101001', /15 位/],
    ['3.20299199508172E+17', /数字形式/],
    ['12345', /现有 5 位/],
    ['不详', /18 位/],
  ]

  for (const [written, fault] of faults) {
    const reading = readIdentityNumber(written)
    assert.ok(isIdentityFault(reading), written)
    assert.match(reading.fault, fault)
  }
})

test('a masked number keeps county and last four, never the birth date', () => {
  assert.equal(maskIdentityNumber('99999919900101001X'), '999999********001X')
  assert.equal(maskIdentityNumber('12345'), '*****')
})

test('the calendar knows its leap years', () => {
  assert.ok(isCalendarDay('2000-02-29') && isCalendarDay('2024-02-29'))
  assert.ok(!isCalendarDay('1900-02-29') && !isCalendarDay('2023-02-29') && !isCalendarDay('2030-13-45'))
})
