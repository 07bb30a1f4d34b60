import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as sheetjs from '@e965/xlsx'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { isRefusal } from '../kernel/outcome.ts'
import { type Book, SHEET_LIMITS } from './book.ts'
import { fixture } from './fixtures/rosters.ts'
import { readSheet } from './sheet.ts'

const table = '姓名,性别\r\n曾丽,女\r\n'
const rows = [
  ['姓名', '性别'],
  ['曾丽', '女'],
]

const bookOf = async (bytes: Uint8Array): Promise<Book> => {
  const book = await readSheet(bytes)
  if (isRefusal(book)) throw new Error(book.message)
  return book
}
const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const book = await readSheet(bytes)
  return isRefusal(book) ? `${book.refused} ${book.message}` : 'read'
}
const workbook = (bookType: sheetjs.BookType): Uint8Array => {
  const book = sheetjs.utils.book_new()
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(rows), '名册')
  return new Uint8Array(sheetjs.write(book, { type: 'array', bookType }) as ArrayBuffer)
}

test('text is read in each encoding that Chinese offices use', async () => {
  const files: [string, Uint8Array][] = [
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\ufeff${table}`)],
    ['gb18030', iconv.encode(table, 'gb18030')],
    ['utf-16le', iconv.encode(table, 'utf-16le', { addBOM: true })],
  ]

  for (const [encoding, bytes] of files) {
    const book = await bookOf(bytes)
    assert.equal(book.encoding, encoding)
    assert.deepEqual(book.sheets[0]?.rows, rows)
  }
})

test('a rare name outside the old GBK is read from GB18030', async () => {
  const book = await bookOf(iconv.encode('姓名\n王㛃\n李𬀩\n', 'gb18030'))

  assert.deepEqual(book.sheets[0]?.rows, [['姓名'], ['王㛃'], ['李𬀩']])
})

test('columns may be separated by comma, tab, semicolon, bar or the Chinese comma', async () => {
  for (const sign of [',', '\t', ';', '|', '，']) {
    const book = await bookOf(Buffer.from(table.replaceAll(',', sign)))
    assert.deepEqual(book.sheets[0]?.rows, rows, sign)
  }
})

test('a comma inside quotes separates nothing', async () => {
  const book = await bookOf(Buffer.from('姓名;备注\n曾丽;"一,二,三,四"\n'))

  assert.deepEqual(book.sheets[0]?.rows[1], ['曾丽', '一,二,三,四'])
})

test('the kind is decided by the content, never by a name', async () => {
  const kinds: [string, Uint8Array][] = [
    ['xlsx', workbook('xlsx')],
    ['xls', workbook('biff8')],
    ['xls', workbook('xlsb')],
    ['html', workbook('xlml')],
    ['html', workbook('html')],
    ['csv', Buffer.from(table)],
  ]

  for (const [kind, bytes] of kinds) {
    const book = await bookOf(bytes)
    assert.equal(book.kind, kind)
    assert.deepEqual(book.sheets[0]?.rows, rows, kind)
  }
})

test('a web page named .xls in GBK keeps long numbers whole', async () => {
  const page =
    '<html><head><meta charset="gbk"></head><table><tr><td>姓名</td><td>身份证号</td></tr><tr><td>曾丽</td><td>320299198506016223</td></tr></table></html>'

  const book = await bookOf(iconv.encode(page, 'gbk'))

  assert.deepEqual(book.sheets[0]?.rows[1], ['曾丽', '320299198506016223'])
})

test('a date formatted to show its month only is a month', async () => {
  const [xls, xlsx] = [
    await bookOf(fixture('branch-two-headers.xls')),
    await bookOf(fixture('typed-as-numbers.xlsx')),
  ]

  assert.deepEqual(xls.sheets[0]?.rows[4]?.slice(3, 5), [
    { day: '1985-07-01', precision: 'month' },
    { day: '2008-07-01', precision: 'day' },
  ])
  assert.deepEqual(xlsx.sheets[1]?.rows[4]?.slice(3, 5), [
    { day: '2016-07-01', precision: 'day' },
    { day: '2017-07-01', precision: 'month' },
  ])
})

test('hidden sheets are not read', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: '旧', rows: [['旧']], hidden: true },
      { name: '名册', rows },
    ],
  })

  assert.deepEqual(
    (await bookOf(bytes)).sheets.map(({ name }) => name),
    ['名册'],
  )
})

test('each file that cannot be read is refused in words that say what to do', async () => {
  const encrypted = await writeXlsx({
    sheets: [{ name: '名册', rows }],
    encryption: { password: 'x', spinCount: 10 },
  })
  const whole = workbook('xlsx')
  const refusals: [Uint8Array, RegExp][] = [
    [new Uint8Array(), /^invalid 文件是空的/],
    [Buffer.from(' \n\n'), /^invalid 表里没有内容/],
    [encrypted, /^invalid .*密码/],
    [whole.slice(0, whole.length / 2), /^invalid .*损坏/],
    [workbook('biff8').slice(0, 900), /^invalid .*损坏/],
    [workbook('ods'), /^invalid .*另存为 \.xlsx/],
    [zipSync({ 'word/document.xml': Buffer.from('<w/>') }), /^invalid .*Word/],
    [zipSync({ 'a.txt': Buffer.from('a') }), /^invalid .*不是表格/],
    [Buffer.from('%PDF-1.7 …'), /^invalid .*PDF/],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]), /^invalid .*不是表格/],
    [new Uint8Array(SHEET_LIMITS.bytes + 1), /^too-large .*32 MB/],
  ]

  for (const [bytes, said] of refusals) assert.match(await refusalOf(bytes), said)
})

/** The archive with another size written beside its first entry, as a hostile one would. */
const claiming = (size: number, archive: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(archive)
  for (const [signature, place] of [
    ['PK\x01\x02', 24],
    ['PK\x03\x04', 22],
  ] as const) {
    bytes.writeUInt32LE(size, bytes.indexOf(signature, 0, 'latin1') + place)
  }
  return bytes
}

test('a small file that unpacks to gigabytes is refused before it is unpacked', async () => {
  const archive = zipSync({ 'xl/workbook.xml': new Uint8Array(1000) })

  assert.match(await refusalOf(claiming(SHEET_LIMITS.unpacked + 1, archive)), /^too-large/)
  assert.match(await refusalOf(claiming(0, archive)), /^too-large/)
})

test('a sheet longer than the limit is refused, however few its cells', async () => {
  const far = new Map([[`${SHEET_LIMITS.rows},0`, { value: '末', type: 'string' as const }]])
  const bytes = await writeXlsx({ sheets: [{ name: '名册', rows, cells: far }] })

  assert.match(await refusalOf(bytes), /^too-large .*20 万行/)
})

test('bytes of any kind are read or refused, never thrown at', async () => {
  const starts = [
    [],
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0x09, 0x08],
    [0x3c, 0x68, 0x74, 0x6d, 0x6c],
    [0xff, 0xfe],
  ]
  const bytes = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Uint8Array.from([...start, ...rest]))

  await fc.assert(
    fc.asyncProperty(bytes, async (any) => void (await readSheet(any))),
    { numRuns: 400 },
  )
})

test('a real file with bytes changed is read or refused, never thrown at', async () => {
  const files = ['roster-branch-book.xlsx', 'branch-two-headers.xls', 'roster-gb18030.csv'].map(fixture)
  const hit = fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255))
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.array(hit, { minLength: 1, maxLength: 8 }))
    .map(([file, hits]) => {
      const bytes = Uint8Array.from(file)
      for (const [at, byte] of hits) bytes[Math.floor(at * bytes.length)] = byte
      return bytes
    })

  await fc.assert(
    fc.asyncProperty(damaged, async (any) => void (await readSheet(any))),
    { numRuns: 300 },
  )
})
