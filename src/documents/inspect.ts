import { type Refusal, refuse } from '../kernel/outcome.ts'

/** What may be attached, by its content and not by its name. */
export const FILE_KINDS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  pdf: 'application/pdf',
  // 版式文件 of GB/T 33190, in which offices receive documents.
  ofd: 'application/ofd',
  jpeg: 'image/jpeg',
  png: 'image/png',
} as const satisfies Record<string, string>

export type FileKind = keyof typeof FILE_KINDS

/** The kind of a file that was brought, or why it is not taken. At most so many bytes. */
export const inspect = async (bytes: Uint8Array, most: number): Promise<FileKind | Refusal> => {
  if (bytes.length === 0) return refuse('invalid', '文件是空的，没有收下。')
  if (bytes.length > most)
    return refuse(
      'too-large',
      `文件超过 ${Math.floor(most / 1024 / 1024)} MB，没有收下。请压缩图片或分开上传。`,
    )
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found === undefined) return refuse('invalid', TAKEN)
  if (found.ext === 'cfb') return oldOffice(bytes)
  if (found.ext === 'zip' && holds(bytes, utf8('OFD.xml'))) return 'ofd'
  return KINDS[found.ext] ?? refuse('invalid', REFUSED[found.ext] ?? TAKEN)
}

const KINDS: Readonly<Record<string, FileKind>> = {
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  pdf: 'pdf',
  jpg: 'jpeg',
  png: 'png',
}

const TAKEN =
  '只收 Word、Excel、PowerPoint、PDF、OFD 文件和 JPEG、PNG 图片。这个文件的内容不是其中一种，没有收下。'
const PACKED = '压缩包没有收下。请解压后逐个上传其中的文件。'
const MACROS = '文件含有宏，没有收下。请另存为不带宏的文件后再上传。'
const PICTURE = '这种图片没有收下。请在手机或电脑上另存为 JPEG 或 PNG 后再上传。'

/** Of HEIC the place where it was taken could not be removed, so it is not taken at all. */
const REFUSED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['zip', 'rar', '7z', 'gz', 'tar'].map((kind) => [kind, PACKED])),
  ...Object.fromEntries(['docm', 'xlsm', 'pptm', 'dotm', 'xltm', 'potm'].map((kind) => [kind, MACROS])),
  ...Object.fromEntries(['heic', 'heif', 'avif', 'gif', 'webp', 'bmp', 'tif'].map((kind) => [kind, PICTURE])),
}

/** Office files before 2007 (and those of WPS) are told apart by the names of the streams inside. */
const oldOffice = (bytes: Uint8Array): FileKind | Refusal => {
  if (holds(bytes, utf16('EncryptedPackage')))
    return refuse('invalid', '文件设了打开密码，没有收下。请去掉密码后再上传。')
  if (holds(bytes, utf16('_VBA_PROJECT'))) return refuse('invalid', MACROS)
  const kind = STREAMS.find(([stream]) => holds(bytes, utf16(stream)))?.[1]
  return kind ?? refuse('invalid', TAKEN)
}

const STREAMS: readonly (readonly [string, FileKind])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['PowerPoint Document', 'ppt'],
]

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8')
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const holds = (bytes: Uint8Array, wanted: Buffer): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wanted)
