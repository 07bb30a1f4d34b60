import { unzipSync } from 'fflate'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { type Book, DAMAGED, ENCRYPTED, SHEET_LIMITS, type SheetKind } from './book.ts'
import { readTextTable } from './sheet-text.ts'

/** Reads a roster file by what it is, not by its name. Refuses, in words for the person who sent it, what cannot be read. */
export const readSheet = async (bytes: Uint8Array): Promise<Book | Refusal> => {
  if (bytes.length === 0) return refuse('invalid', '文件是空的，请重新选择文件。')
  if (bytes.length > SHEET_LIMITS.bytes) {
    return refuse('too-large', `文件超过 ${SHEET_LIMITS.bytes / 1024 / 1024} MB，请拆成几个文件分次导入。`)
  }
  const kind = kindOf(bytes)
  if (isRefusal(kind)) return kind
  const book = await bookOf(kind, bytes)
  if (isRefusal(book)) return book
  const long = book.sheets.find(({ rows }) => rows.length > SHEET_LIMITS.rows)
  if (long) {
    return refuse(
      'too-large',
      `工作表「${long.name}」超过 ${SHEET_LIMITS.rows / 10_000} 万行，请删去多余的空行或拆成几个文件。`,
    )
  }
  if (book.sheets.every(({ rows }) => rows.length === 0))
    return refuse('invalid', '表里没有内容，请确认选对了文件。')
  return book
}

const bookOf = async (kind: SheetKind, bytes: Uint8Array): Promise<Book | Refusal> => {
  if (kind === 'csv') return readTextTable(bytes)
  // Read in when first wanted: the two libraries take 30 MB that an idle server need not hold.
  const { readOldWorkbook, readWorkbook } = await import('./sheet-workbook.ts')
  const sheets = kind === 'xlsx' ? await readWorkbook(bytes) : readOldWorkbook(bytes, kind)
  return isRefusal(sheets) ? sheets : { kind, encoding: null, sheets }
}

const PACKED = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const kindOf = (bytes: Uint8Array): SheetKind | Refusal => {
  if (starts(bytes, PACKED)) return packedKind(bytes)
  if (starts(bytes, COMPOUND)) return compoundKind(bytes)
  // Old Excel before 97 writes its records bare; they begin with a BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]!)) return 'xls'
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46]))
    return refuse('invalid', '这是 PDF 文件，请改用 Excel 或 CSV 表格。')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).trimStart().toLowerCase()
  // Many systems "export to Excel" by naming a web page .xls.
  if (/^(\W{0,3})?<(\?xml|html|!doctype|table|head|meta|style)/.test(head)) return 'html'
  return 'csv'
}

const packedKind = (bytes: Uint8Array): SheetKind | Refusal => {
  const names = new Set<string>()
  let unpacked = 0
  let honest = true
  try {
    // The filter sees each entry and takes none, so nothing is unpacked here.
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        names.add(name.toLowerCase())
        unpacked += originalSize
        if (originalSize === 0 && size > 2) honest = false
        return false
      },
    })
  } catch {
    return DAMAGED
  }
  if (!honest || unpacked > SHEET_LIMITS.unpacked)
    return refuse('too-large', '文件解开后过大，请另存为新的 .xlsx 后再试。')
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('xl/workbook.bin')) return 'xls'
  if (names.has('word/document.xml'))
    return refuse('invalid', '这是 Word 文档，请把名册表格粘贴到 Excel 后再导入。')
  if (names.has('content.xml')) return refuse('invalid', '这是 OpenDocument 表格，请另存为 .xlsx 后再导入。')
  return refuse('invalid', '这不是表格文件，请选择 .xlsx、.xls 或 .csv。')
}

/** Old workbooks, old Word documents and encrypted new workbooks share one container; its directory names tell them apart. */
const compoundKind = (bytes: Uint8Array): SheetKind | Refusal => {
  const names = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '')
  if (/EncryptedPackage|EncryptionInfo/.test(names)) return ENCRYPTED
  if (/WordDocument/.test(names))
    return refuse('invalid', '这是 Word 文档，请把名册表格粘贴到 Excel 后再导入。')
  return 'xls'
}

const starts = (bytes: Uint8Array, magic: number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)
