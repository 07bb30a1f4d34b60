import { parseCsv } from 'hucre/csv'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Book } from './book.ts'
import { type Cell, isBlankRow } from './cell.ts'

/** Reads comma, tab, semicolon or bar separated text in UTF-8 (with or without mark), UTF-16 with mark, or GB18030. */
export const readTextTable = (bytes: Uint8Array): Book | Refusal => {
  const decoded = decode(bytes)
  if (!decoded) return refuse('invalid', '这不是表格文件，请选择 .xlsx、.xls 或 .csv。')
  const rows: Cell[][] = parseCsv(decoded.text, { delimiter: delimiterOf(decoded.text) }).map((row) =>
    row.map(asCell),
  )
  while (rows.length > 0 && isBlankRow(rows.at(-1)!)) rows.pop()
  return { kind: 'csv', encoding: decoded.encoding, sheets: [{ name: 'CSV', rows, merges: [] }] }
}

const asCell = (value: unknown): Cell => (value === null || value === '' ? null : String(value))

const MARKS: readonly [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** UTF-8 is strict enough to be recognised by trying; what is not UTF-8 is GB18030, unless it is no text at all. */
const decode = (bytes: Uint8Array): { text: string; encoding: string } | null => {
  const marked = MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1]
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    const text = strictly(bytes, encoding)
    if (text !== null) return isText(text) ? { text, encoding } : null
  }
  return null
}

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const isText = (text: string): boolean => {
  const head = text.slice(0, 4096)
  const controls = head.match(/\p{Cc}/gu)?.filter((sign) => !/\s/.test(sign)).length ?? 0
  return !text.includes('\0') && controls <= head.length / 100
}

const DELIMITERS = [',', '\t', ';', '|', '，']

/** The sign that occurs most often outside quotes in the first lines. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((sign) => head.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!
}
