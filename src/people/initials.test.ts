import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initialsOf } from './initials.ts'

test('a surname with a reading of its own is read as a surname, the same sign elsewhere is not', () => {
  assert.deepEqual(['单雄', '解芳', '仇英', '朴美', '区明'].map(initialsOf), ['sx', 'xf', 'qy', 'pm', 'om'])
  assert.equal(initialsOf('王单'), 'wd')
})

test('surnames of two signs, long names and Latin names give all their initials', () => {
  assert.deepEqual(['上官蕊', '买买提·艾力', 'Anna Li'].map(initialsOf), ['sgr', 'mmtal', 'annali'])
})
