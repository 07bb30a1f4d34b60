import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textIn } from '../fixtures/every-read.ts'
import { AUTHOR, plant } from '../fixtures/planted.ts'
import { archiveWorld, BRANCH, GENERAL, SECRETARY } from './fixtures/archive.ts'

const world = await archiveWorld()
const { example, made, holding, secretary } = world
const marks = await plant(example)

test('what is said in talks, written for oneself, found of persons or chosen in a poll is in no book, sheet or archive', async () => {
  const above = holding(SECRETARY, 'secretary', GENERAL)
  const files = [
    await made(secretary, 'book'),
    await made(secretary, 'sheets'),
    await made(secretary, 'archive'),
    await made(above, 'archive', { unit: GENERAL }),
  ]
  const texts = files.map(({ bytes }) => textIn(bytes))

  assert.ok(marks.length >= 10)
  for (const text of texts) {
    assert.ok(text.includes(AUTHOR), 'the files were read, or this test shows nothing')
    assert.deepEqual(
      marks.filter((mark) => text.includes(mark.text)).map(({ what }) => what),
      [],
    )
  }
})

test('nor is anybody’s identity number, masked or whole', async () => {
  const { bytes } = await made(secretary, 'archive')
  const { rows } = await example.owner.query('select masked from person_identity')

  const text = textIn(bytes)
  assert.doesNotMatch(text, /\d{6}\*{8}\d{3}[\dX]/)
  assert.ok(rows.every(({ masked }) => !text.includes(masked)))
  assert.ok(text.includes(BRANCH))
})
