import { nameable } from '../documents/file-name.ts'
import type { FileKind } from '../documents/inspect.ts'
import { accepted } from '../documents/without-location.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { digestOf, type Handed } from './file-jobs.ts'

/** A file as it may be kept. `fingerprint` is of what was handed in, before anything was taken out of a picture. */
export type Brought = Handed & { fingerprint: string }

const ENDINGS: Partial<Record<FileKind, string>> = { jpeg: 'jpg' }

/** Of these the public hands in. */
const PUBLIC_KINDS: ReadonlySet<FileKind> = new Set(['jpeg', 'png', 'pdf', 'docx'])

/** Checks a file by what is in it: its kind is found, its name takes the ending of that kind, and pictures lose where they were taken. */
export const brought = async (
  bytes: Uint8Array,
  name: string,
  most: number,
  publicly = false,
): Promise<Brought | Refusal> => {
  const kept = await accepted(bytes, most)
  if (isRefusal(kept)) return { ...kept, field: 'file' }
  if (publicly && !PUBLIC_KINDS.has(kept.kind))
    return refuse('invalid', '只收照片（JPEG、PNG）、PDF 和 Word（docx）文件。请换一种再交。', {
      field: 'file',
    })
  return {
    name: nameOf(name, kept.kind),
    mediaType: kept.type,
    bytes: kept.bytes,
    fingerprint: digestOf(bytes),
  }
}

/** The name it was given, without folders, marks that turn the writing round, or an ending that says something else. */
const nameOf = (name: string, kind: FileKind): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const stem = last.replace(/\p{Cf}/gu, '').replace(/(\.[A-Za-z0-9]{1,8})+$/, '')
  return nameable(`${stem}.${ENDINGS[kind] ?? kind}`)
}

/** What the record says of it. */
export const broughtWords = ({ name, fingerprint }: Brought): string =>
  `《${name}》，交来时的校验码（SHA-256）：${fingerprint}`
