import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { inert, ruled, sheetsXlsx } from './ruled-sheet.ts'

// What anybody can write comes into sheets that officers open. No cell may ever be taken for a formula, in the sheet program
// itself or after the sheet was saved as CSV.

const LEADS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\ufeff=',
  '\u200b@',
  '\u00a0+',
]
const TAILS = [
  '1+1',
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://example.invalid","点")',
  'SUM(A1:A9)',
  '</t><f>1</f>',
  '"><script>',
]
const dangerous = fc
  .tuple(
    fc.constantFrom(...LEADS),
    fc.oneof(fc.constantFrom(...TAILS), fc.string({ unit: 'binary', maxLength: 30 })),
  )
  .map(([lead, tail]) => lead + tail)
const anyText = fc.oneof(dangerous, fc.string({ unit: 'binary', maxLength: 40 }))

test('whatever a text begins with, a sheet program takes it for text', () => {
  fc.assert(
    fc.property(dangerous, (text) => assert.equal(inert(text), `'${text}`)),
    { numRuns: 1000 },
  )
  for (const plain of ['讨论 =A1', '13800000000', '三月-五月', '（-1）', ''])
    assert.equal(inert(plain), plain)
})

test('no cell, heading or title of a sheet is a formula, and what was written is read again', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (title, header, cell) => {
      const columns = [{ header, width: 10, of: (row: string) => row }]
      const bytes = await sheetsXlsx(
        [ruled({ name: '表', title, organName: '某', columns, rows: [cell] })],
        '某',
      )
      const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'))
      for (const [, part] of xml) assert.doesNotMatch(strFromU8(part), /<f[ >/]|t="str"/)
      const told = (await readXlsx(bytes)).sheets[0]?.rows.flat() ?? []
      for (const value of told)
        if (typeof value === 'string') assert.doesNotMatch(value, /^[\s\p{Cf}]*[=+@＝＋－＠-]/u)
    }),
    { numRuns: 150 },
  )
})
