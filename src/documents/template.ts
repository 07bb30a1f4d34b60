import Docxtemplater from 'docxtemplater'
import { strFromU8, zipSync } from 'fflate'
import PizZip from 'pizzip'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { TagBook } from './template-tags.ts'
import { unpacked } from './unpack.ts'
import { printable } from './wording.ts'

/** Bytes of a template as people keep them: letterhead and a table, seldom above a hundred thousand. */
const MOST_BYTES = 5 * 1024 * 1024
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** Why the template cannot be used, naming the tag at fault; null where it can. Asked when a unit puts its template in. */
export const faultOf = <Of>(bytes: Uint8Array, book: TagBook<Of>): Refusal | null => {
  const opened = open(bytes, book)
  return isRefusal(opened) ? opened : null
}

/** The unit's own .docx with its tags filled from the data. Text alone comes in: no code, no markup. */
export const fillTemplate = <Of>(bytes: Uint8Array, book: TagBook<Of>, data: Of): Uint8Array | Refusal => {
  const opened = open(bytes, book)
  if (isRefusal(opened)) return opened
  const single = book.single.map(({ tag, of }) => [tag, printable(of(data))])
  const repeated = book.repeated.map(({ tag, rows }) => [tag, rows(data).map(printableRow)])
  opened.render(Object.fromEntries([...single, ...repeated]))
  return opened.toUint8Array({ compression: 'DEFLATE' })
}

/** The document by the unit's own template where it has one, else by the built-in form. */
export const filled = async <Of>(
  own: Uint8Array | null,
  book: TagBook<Of>,
  data: Of,
  builtIn: (data: Of) => Promise<Uint8Array>,
): Promise<Uint8Array | Refusal> => (own ? fillTemplate(own, book, data) : builtIn(data))

const open = <Of>(bytes: Uint8Array, book: TagBook<Of>): Docxtemplater | Refusal => {
  if (bytes.length > MOST_BYTES)
    return refuse('too-large', '模板超过 5 MB，没有收下。请删去其中的图片后再试。')
  const parts = unpacked(bytes)
  if (isRefusal(parts)) return parts
  const fault = faultOfParts(parts)
  if (fault !== null) return fault
  const found: Placed[] = []
  try {
    // Packed anew from parts whose size is known, so that nothing is unpacked a second time on the file's own word.
    const zip = new PizZip(zipSync(parts, { level: 0 }))
    const opened = new Docxtemplater(zip, {
      modules: [watching(found)],
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: (tag) => ({
        get: (row: Row) => (Object.hasOwn(row, tag.trim()) ? row[tag.trim()] : undefined),
      }),
    })
    return faultOfTags(found, book) ?? opened
  } catch (fault) {
    return refuse('invalid', faultWords(fault))
  }
}

const faultOfParts = (parts: Readonly<Record<string, Uint8Array>>): Refusal | null => {
  const types = parts['[Content_Types].xml']
  if (types === undefined || !strFromU8(types).includes(WORD))
    return refuse(
      'invalid',
      '模板须是 Word 文件(.docx)。旧的 .doc、带宏的 .docm 请在 Word 或 WPS 中另存为 .docx。',
    )
  if (Object.keys(parts).some((name) => name.toLowerCase().endsWith('vbaproject.bin')))
    return refuse('invalid', '模板含有宏，没有收下。请另存为不带宏的 .docx。')
  const declares = Object.entries(parts).some(
    ([name, part]) => /\.(xml|rels)$/i.test(name) && strFromU8(part.subarray(0, 2000)).includes('<!DOCTYPE'),
  )
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, '')
  const wide = /｛[^｝]{1,20}｝/.exec(words)
  if (wide !== null)
    return refuse('invalid', `模板中的“${wide[0]}”用了全角花括号，请改为半角的 { 和 }。`, { field: wide[0] })
  return declares
    ? refuse('invalid', '模板的内部结构不正常，没有收下。请用 Word 或 WPS 重新保存后再试。')
    : null
}

type Row = Readonly<Record<string, unknown>>
/** A tag where it stands; `inside` names the repeated part that holds it. */
type Placed = { name: string; module: string | undefined; inside: string | null }
type Parsed = { type: string; value: string; module?: string; subparsed?: Parsed[] }

/** Sees what docxtemplater understood of each part of the file: body, headers, footers. */
const watching = (found: Placed[]) => ({
  name: 'Watching',
  set(options: { inspect?: { postparsed?: Parsed[] } }) {
    found.push(...placed(options.inspect?.postparsed ?? [], null))
  },
})

const placed = (parsed: readonly Parsed[], inside: string | null): Placed[] =>
  parsed
    .filter(({ type }) => type === 'placeholder')
    .flatMap(({ value, module, subparsed = [] }) => [
      { name: value.trim(), module, inside },
      ...placed(subparsed, module === 'loop' ? value.trim() : inside),
    ])

const faultOfTags = <Of>(found: readonly Placed[], book: TagBook<Of>): Refusal | null => {
  const single = new Set(book.single.map(({ tag }) => tag))
  const repeated = new Map(book.repeated.map(({ tag, inside }) => [tag, new Set(inside)]))
  if (found.length === 0)
    return refuse('invalid', '模板中没有找到标记。标记用半角花括号写，如 {会议名称}。请对照可用的标记加上。')
  for (const { name, module, inside } of found) {
    const here = inside === null ? undefined : repeated.get(inside)
    if (module === 'loop') {
      if (!repeated.has(name))
        return unknown(`{#${name}}`, single.has(name) ? `它只有一项，请写作 {${name}}。` : '')
    } else if (module !== undefined) {
      return unknown(`{@${name}}`, `请写作 {${name}}。`)
    } else if (repeated.has(name) && here?.has(name) !== true) {
      return unknown(`{${name}}`, `它有若干项，请写作 {#${name}}…{/${name}}。`)
    } else if (!single.has(name) && here?.has(name) !== true) {
      const owners = [...repeated].filter(([, inner]) => inner.has(name)).map(([owner]) => owner)
      return unknown(
        `{${name}}`,
        owners.length === 0 ? '' : `它须放在 {#${owners[0]}} 与 {/${owners[0]}} 之间。`,
      )
    }
  }
  return null
}

const unknown = (tag: string, remedy: string): Refusal =>
  refuse('invalid', `模板中的“${tag}”不能使用。${remedy || '请对照可用的标记改正，或删去。'}`, { field: tag })

/** The first fault that docxtemplater found in how tags open and close. */
const faultWords = (fault: unknown): string => {
  const properties = (fault as { properties?: FaultProperties } | null)?.properties
  const first = properties?.errors?.[0]?.properties ?? properties
  const tag = first?.xtag ?? ''
  return FAULTS[first?.id ?? '']?.(tag) ?? '模板读不出来。请用 Word 或 WPS 重新保存为 .docx 后再试。'
}

type FaultProperties = { id?: string; xtag?: string; errors?: { properties?: FaultProperties }[] }

const FAULTS: Readonly<Record<string, (tag: string) => string>> = {
  unopened_tag: (tag) => `模板中“${tag}”一处的右括号“}”没有对应的左括号“{”，请补上或删去。`,
  unclosed_tag: (tag) => `模板中“{${tag}”没有右括号“}”，请补上。`,
  unopened_loop: (tag) => `模板中“{/${tag}}”没有对应的“{#${tag}}”，请补上或删去。`,
  unclosed_loop: (tag) => `模板中“{#${tag}}”没有对应的“{/${tag}}”，请补上。`,
  closing_tag_does_not_match_opening_tag: (tag) =>
    `模板中“{#${tag}}”与后面的结束标记不一致，请改为“{/${tag}}”。`,
  duplicate_open_tag: (tag) => `模板中“${tag}”一处有重复的“{”，请删去一个。`,
  duplicate_close_tag: (tag) => `模板中“${tag}”一处有重复的“}”，请删去一个。`,
}

const printableRow = (row: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([tag, text]) => [tag, printable(text)]))
