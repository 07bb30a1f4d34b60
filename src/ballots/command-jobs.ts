import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Book } from '../rules/standing.ts'
import { COUNT_USAGE, countText, failed, type Printed } from './command.ts'

/** A hundred thousand ballots are some ten megabytes. */
const MOST_BYTES = 128 * 1024 * 1024

/** `count <case.json>`, or `-` for what is piped in: reads the case, counts it and says what the count means. */
export const countCommand = async (argv: readonly string[], book: Book): Promise<Printed> => {
  const [file, ...more] = argv
  if (file === undefined || more.length > 0 || (file.startsWith('-') && file !== '-'))
    return failed(`写法：${COUNT_USAGE}`)
  const read = await textOf(file === '-' ? process.stdin : createReadStream(file))
  return typeof read === 'string' ? countText(read, book) : failed(`${file}：${read.fault}`)
}

const textOf = async (stream: Readable): Promise<string | { fault: string }> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > MOST_BYTES) return { fault: '超过 128 MB，不像一次投票。' }
      chunks.push(chunk)
    }
  } catch {
    return { fault: '打不开。请核对文件名和位置。' }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return { fault: '不是 UTF-8 编码的文本。请另存为 UTF-8。' }
  }
}
