import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byStrokes } from './strokes.ts'

test('names stand in the order of their strokes, whatever order they came in', () => {
  const names = ['曾丽', '李华', '王琳', '丁娅', '周棠', '万芳'].map((name) => ({ name }))

  assert.deepEqual(
    byStrokes(names).map(({ name }) => name),
    ['丁娅', '万芳', '王琳', '李华', '周棠', '曾丽'],
  )
})

test('under one surname the given name decides', () => {
  const names = ['王馨', '王一', '王琳'].map((name) => ({ name }))

  assert.deepEqual(
    byStrokes(names).map(({ name }) => name),
    ['王一', '王琳', '王馨'],
  )
})
