import { Unzip, UnzipInflate } from 'fflate'
import { type Refusal, refuse } from '../kernel/outcome.ts'

/** Bounds for a packed file that people bring: what it may unpack to, and into how many parts. */
const MOST_UNPACKED = 60 * 1024 * 1024
const MOST_PARTS = 2000
/** So much is unpacked at a time; deflate grows at most some thousandfold, so one step stays within memory. */
const STEP = 16 * 1024

class TooMuch extends Error {}

/**
 * The parts of a .docx or .xlsx by their names. What the file says of its own sizes is not believed: unpacking stops where it
 * grows beyond the bounds, so that a small file cannot fill the memory.
 */
export const unpacked = (bytes: Uint8Array): Record<string, Uint8Array> | Refusal => {
  const chunks: Record<string, Uint8Array[]> = Object.create(null)
  let total = 0
  const unzip = new Unzip((part) => {
    const own: Uint8Array[] = []
    chunks[part.name] = own
    if (Object.keys(chunks).length > MOST_PARTS) throw new TooMuch()
    part.ondata = (fault, chunk) => {
      if (fault) throw fault
      total += chunk.length
      if (total > MOST_UNPACKED) throw new TooMuch()
      own.push(chunk)
    }
    part.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
    }
  } catch (fault) {
    if (fault instanceof TooMuch)
      return refuse('too-large', '文件解压后过大，没有收下。请删去其中的图片等内容后再试。')
    return refuse('invalid', '文件已损坏或不是 Word 文件(.docx),没有收下。请用 Word 或 WPS 重新保存后再试。')
  }
  const names = Object.keys(chunks)
  if (names.length === 0) return refuse('invalid', '文件不是 Word 文件(.docx),没有收下。')
  return Object.fromEntries(names.map((name) => [name, joined(chunks[name] ?? [])]))
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
