import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { boxed, cell, label } from './boxes.ts'
import { typeset } from './typeset.ts'

test('a form is ruled as wide as the text block, spans columns, and keeps line breaks of a text', async () => {
  const form = boxed(
    [1, 2, 1],
    [
      { boxes: [label('姓名'), cell('某同志', { across: 2 })], head: true },
      { boxes: [label('小结'), cell('第一行\n第二行'), cell('')], height: 40 },
    ],
  )
  const xml = strFromU8(unzipSync(await typeset('登记表', '某支部', [form]))['word/document.xml']!)
  assert.match(xml, /<w:gridSpan w:val="2"\/>/)
  assert.match(xml, /<w:tblHeader\/>/)
  assert.match(xml, /第一行.*<w:p>.*第二行/s)
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width))
  assert.equal(widths.length, 3)
  assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - (156 / 25.4) * 1440) < 3)
})
